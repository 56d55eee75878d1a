-- HOUSING ASSISTANCE
-- Run after figures.sql and common.sql. Costs - share x (income of the members of targeted assistance, its kinds / 3).
CREATE OR REPLACE VIEW out_housing_assistance AS
WITH
each_person AS MATERIALIZED (
  SELECT m.*, coalesce(i.income, 0) AS income, coalesce(i.term_open, FALSE) AS term_open, coalesce(i.at_most_more, 0) AS at_most_more
  FROM membership m LEFT JOIN person_income i USING (person_id) WHERE m.maybe),
incomes_of AS (
  SELECT family_id, coalesce(sum(income) FILTER (surely), 0) AS income_at_least, sum(income + at_most_more) AS income_at_most, bool_or(term_open) AS term_open
  FROM each_person GROUP BY family_id),
-- From "costs - share x income / 3": whole numbers, 30 000 times the sum (the share is in hundredths of a percent, a month is a third of a quarter).
sums AS MATERIALIZED (
  SELECT f.family_id, f.only_dwelling, f.housing_costs, fi.missing AS income_missing, coalesce(i.term_open, FALSE) AS term_open, t.in_2018, r.housing_share,
         fi.farm + coalesce(i.income_at_least, 0) AS income_at_least, fi.farm + coalesce(i.income_at_most, 0) AS income_at_most,
         30000 * f.housing_costs::HUGEINT - r.housing_share * (fi.farm + coalesce(i.income_at_least, 0)) AS sum_at_most,
         30000 * f.housing_costs::HUGEINT - r.housing_share * (fi.farm + coalesce(i.income_at_most, 0))  AS sum_at_least
  FROM families f JOIN regional r USING (region) JOIN family_income fi USING (family_id) CROSS JOIN the_day t LEFT JOIN incomes_of i USING (family_id)
  WHERE r.housing_share IS NOT NULL AND t.edition IS NOT NULL),
judged AS MATERIALIZED (
  SELECT *,
         coalesce(sum_at_most <= 0, FALSE) AS within_share,           -- certain from the known income: more income cannot make it more
         -- Can what is not known of the income, or of its being a member's, change the answer?
         housing_share > 0 AND CASE WHEN len(income_missing) > 0 THEN TRUE
              WHEN housing_costs IS NULL THEN income_at_most > income_at_least
              ELSE sum_at_least <= 0 OR whole_tenge(sum_at_least, 30000, in_2018) <> whole_tenge(sum_at_most, 30000, in_2018) END AS income_matters
  FROM sums),
facts_of_persons AS (
  SELECT p.family_id, list(DISTINCT fact) AS missing
  FROM (SELECT family_id, income, at_most_more, unnest(facts) AS fact FROM each_person) p JOIN judged j USING (family_id)
  WHERE income_matters AND (p.income > 0 OR p.at_most_more > 0 OR list_contains(income_missing, 'income'))
  GROUP BY p.family_id),
listed AS (
  SELECT j.*,
         joined([CASE WHEN NOT only_dwelling THEN 'not_only_dwelling' END, CASE WHEN within_share THEN 'costs_within_share' END]) AS unmet,
         joined_abc(list_concat(coalesce(p.missing, []),
           [CASE WHEN only_dwelling IS NULL THEN 'only_dwelling' END, CASE WHEN housing_costs IS NULL THEN 'housing_costs' END],
           CASE WHEN income_matters THEN list_concat(income_missing, [CASE WHEN term_open THEN 'term_months' END]) ELSE [] END)) AS missing
  FROM judged j LEFT JOIN facts_of_persons p USING (family_id)),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'housing_assistance' AS act, '' AS person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN whole_tenge(sum_at_most, 30000, in_2018) ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
