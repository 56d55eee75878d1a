-- THE FIGURES
-- Run first. Needs: figures, families, params.
-- Everything is whole numbers: figures are kept in hundredths ("tiyn" for money), never in floating point.

-- Half a unit goes up. Only for numerators that are not negative.
CREATE OR REPLACE MACRO half_up(num, den) AS ((2 * (num)::HUGEINT + (den)) // (2 * (den)::HUGEINT));
-- "In 2018 up to the next one."
CREATE OR REPLACE MACRO next_up(num, den) AS (((num)::HUGEINT + (den) - 1) // (den));
-- The rounding of every benefit but targeted assistance.
CREATE OR REPLACE MACRO whole_tenge(num, den, in_2018) AS (CASE WHEN in_2018 THEN next_up(num, den) ELSE half_up(num, den) END);

-- One day, three answers: the application is on the first day of the month; the reference quarter is the one before its quarter.
CREATE OR REPLACE VIEW the_day AS
SELECT day,
       (day + to_months(1))::DATE - 1                              AS month_end,
       quarter_start - 1                                           AS quarter_end,        -- last day of the reference quarter
       strftime((quarter_start - to_months(3))::DATE, '%Y-%m')     AS month_1,
       strftime((quarter_start - to_months(2))::DATE, '%Y-%m')     AS month_2,
       strftime((quarter_start - to_months(1))::DATE, '%Y-%m')     AS month_3,
       CASE WHEN day < DATE '2018-01-01' THEN NULL
            WHEN day < DATE '2019-04-01' THEN 'V1'
            WHEN day < DATE '2020-01-01' THEN 'V2'
            WHEN day < DATE '2023-07-01' THEN 'V3'
            WHEN day < DATE '2025-01-01' THEN 'V4'
            ELSE 'V5' END                                          AS edition,
       year(day) = 2018                                            AS in_2018,
       -- pension age in months: men 63 years; women 58 1/2 in 2018, half a year more each year, 61 from 2023
       756                                                         AS pension_men,
       CASE WHEN day < DATE '2018-01-01' THEN 696
            ELSE least(702 + 6 * (year(day) - 2018), 732) END      AS pension_women
FROM (SELECT month AS day, date_trunc('quarter', month)::DATE AS quarter_start FROM params);

-- What a figure is on a day: the overlay (higher prio) before the shipped one.
CREATE OR REPLACE VIEW figures_on_the_day AS
SELECT figure, region, (value * 100)::HUGEINT AS hundredths
FROM figures, the_day
WHERE from_day <= day AND (until_day IS NULL OR day <= until_day)
QUALIFY row_number() OVER (PARTITION BY figure, region ORDER BY prio DESC, from_day DESC) = 1;

CREATE OR REPLACE VIEW figures_of_the_quarter AS          -- on the last day of the reference quarter
SELECT figure, region, (value * 100)::HUGEINT AS hundredths
FROM figures, the_day
WHERE from_day <= quarter_end AND (until_day IS NULL OR quarter_end <= until_day)
QUALIFY row_number() OVER (PARTITION BY figure, region ORDER BY prio DESC, from_day DESC) = 1;

CREATE OR REPLACE VIEW national AS
SELECT (SELECT hundredths FROM figures_on_the_day     WHERE figure = 'monthly_index'           AND region = '00') AS mci,
       (SELECT hundredths FROM figures_on_the_day     WHERE figure = 'subsistence_minimum_law' AND region = '00') AS minimum,
       (SELECT hundredths FROM figures_on_the_day     WHERE figure = 'minimum_wage'            AND region = '00') AS minimum_wage,
       (SELECT hundredths FROM figures_of_the_quarter WHERE figure = 'subsistence_minimum_law' AND region = '00') AS minimum_of_quarter;

-- Regions made in 2018 and 2022 read the figures of the region they came from (docs/sources.md).
CREATE OR REPLACE MACRO reads_as(region, d) AS (
  CASE WHEN d < DATE '2022-06-08' AND region = '10' THEN '63'
       WHEN d < DATE '2022-06-08' AND region = '33' THEN '19'
       WHEN d < DATE '2022-06-08' AND region = '62' THEN '35'
       WHEN d < DATE '2018-06-19' AND region = '79' THEN '61'
       ELSE region END);

-- The subsistence minimum: of the region, else statistical of the republic, else of the budget law.
CREATE OR REPLACE VIEW regional AS
SELECT r.region,
       coalesce(own.hundredths, republic.hundredths, n.minimum_of_quarter) AS minimum_of_quarter,
       coalesce(median.hundredths, median_republic.hundredths)             AS median_of_quarter,
       coalesce(share.hundredths, share_republic.hundredths)               AS housing_share        -- hundredths of a percent, on the day
FROM (SELECT DISTINCT region FROM families) r CROSS JOIN the_day t CROSS JOIN national n
LEFT JOIN figures_of_the_quarter own            ON own.figure = 'subsistence_minimum' AND own.region = reads_as(r.region, t.quarter_end)
LEFT JOIN figures_of_the_quarter republic       ON republic.figure = 'subsistence_minimum' AND republic.region = '00'
LEFT JOIN figures_of_the_quarter median         ON median.figure = 'median_income' AND median.region = reads_as(r.region, t.quarter_end)
LEFT JOIN figures_of_the_quarter median_republic ON median_republic.figure = 'median_income' AND median_republic.region = '00'
LEFT JOIN figures_on_the_day     share          ON share.figure = 'housing_share' AND share.region = reads_as(r.region, t.day)
LEFT JOIN figures_on_the_day     share_republic ON share_republic.figure = 'housing_share' AND share_republic.region = '00';

-- The poverty line, in tiyn.
CREATE OR REPLACE VIEW poverty_lines AS
SELECT r.region,
       CASE t.edition
         WHEN 'V1' THEN 100 * half_up(minimum_of_quarter, 200)              -- half of it, in whole tenge
         WHEN 'V2' THEN 100 * half_up(7 * minimum_of_quarter, 1000)         -- 70 %, in whole tenge
         WHEN 'V5' THEN greatest(half_up(7 * minimum_of_quarter, 10), coalesce(half_up(35 * median_of_quarter, 100), 0))
         ELSE half_up(7 * minimum_of_quarter, 10)                           -- V3, V4: 70 %, to a tiyn
       END AS line
FROM regional r CROSS JOIN the_day t
WHERE t.edition IS NOT NULL AND minimum_of_quarter IS NOT NULL;

-- Norms of the farm, tenge (in hundredths) per head, or hectare, and quarter: of the region, else of the republic, on the last day of
-- the reference quarter; else the norm of 2019 x the budget law's minimum then / 29 698, half-up to a tenge.
CREATE OR REPLACE VIEW farm_norms AS
WITH kinds AS (SELECT unnest(['cattle', 'horse', 'camel', 'sheep', 'goat', 'pig', 'poultry', 'garden', 'arable', 'hay']) AS kind),
     of_2019 AS (SELECT figure, (value * 100)::HUGEINT AS hundredths FROM figures
                 WHERE region = '00' AND from_day <= DATE '2019-12-31' AND (until_day IS NULL OR DATE '2019-12-31' <= until_day)
                 QUALIFY row_number() OVER (PARTITION BY figure ORDER BY prio DESC, from_day DESC) = 1)
SELECT r.region, k.kind,
       coalesce(own.hundredths, republic.hundredths, 100 * half_up(base.hundredths * n.minimum_of_quarter, 100 * 2969800)) AS norm
FROM (SELECT DISTINCT region FROM families) r CROSS JOIN kinds k CROSS JOIN the_day t CROSS JOIN national n
LEFT JOIN figures_of_the_quarter own      ON own.figure = 'farm_norm:' || k.kind AND own.region = reads_as(r.region, t.quarter_end)
LEFT JOIN figures_of_the_quarter republic ON republic.figure = 'farm_norm:' || k.kind AND republic.region = '00'
LEFT JOIN of_2019 base                    ON base.figure = 'farm_norm:' || k.kind;
