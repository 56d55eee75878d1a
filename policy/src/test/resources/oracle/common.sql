-- COMMON: the columns that were there, the people, who is a member, the income.
-- Run after figures.sql.
--
-- How what is not known is dealt with, here and in every file: THE LAW IS TOLD ONLY FOR KNOWN FACTS. A fact that is not known ('?') is
-- replaced by every answer that the law tells apart ("worlds", made with unnest). What is the same in all worlds is certain. A fact is
-- missing if two worlds that differ in nothing but that fact give different answers: GROUP BY GROUPING SETS, one set for each fact, each
-- leaving that fact out. People with the same facts share their worlds, so the worlds stay few.

CREATE OR REPLACE MACRO column_there(f, c) AS (EXISTS (SELECT 1 FROM present_columns pc WHERE pc.file = f AND pc.col = c));
CREATE OR REPLACE MACRO file_there(f) AS (EXISTS (SELECT 1 FROM present_files pf WHERE pf.file = f));

-- Codes of a list joined by |, '' if there are none.
CREATE OR REPLACE MACRO joined(codes) AS (coalesce(array_to_string(list_filter(codes, lambda c : c IS NOT NULL), '|'), ''));
CREATE OR REPLACE MACRO joined_abc(codes) AS (coalesce(array_to_string(list_sort(list_distinct(list_filter(codes, lambda c : c IS NOT NULL))), '|'), ''));

-- Has the person reached that many months of age on the day? (NULL: not known)
CREATE OR REPLACE MACRO reached(birth, months, d) AS ((birth + to_months((months)::INTEGER))::DATE <= d);

-- Ages told apart. An age that is not known can be any of them; whoever has no date of birth is born.
CREATE OR REPLACE MACRO all_ages() AS (['infant', '1_to_5', '6', '7_to_17', '18_to_22', 'adult', 'pension_f', 'pension']);
CREATE OR REPLACE MACRO is_minor(age) AS (age IN ('infant', '1_to_5', '6', '7_to_17'));
-- under 18, or under 23 in full-time study
CREATE OR REPLACE MACRO is_young(age, full_time) AS (is_minor(age) OR (age = '18_to_22' AND full_time = 'yes'));

-- The people of a family: everybody who is not known to be born after the day. '?' = not known.
CREATE OR REPLACE VIEW people AS
SELECT p.* EXCLUDE (receives, dwelling_id),
       t.day, f.region,
       CASE WHEN p.birth_date IS NULL THEN '?'
            WHEN NOT reached(p.birth_date, 12, t.month_end)       THEN 'infant'        -- not one year old on any day of the month
            WHEN NOT reached(p.birth_date, 72, t.day)             THEN '1_to_5'
            WHEN NOT reached(p.birth_date, 84, t.day)             THEN '6'             -- still "1 to 6" on the first day
            WHEN NOT reached(p.birth_date, 216, t.day)            THEN '7_to_17'
            WHEN NOT reached(p.birth_date, 276, t.day)            THEN '18_to_22'
            WHEN NOT reached(p.birth_date, t.pension_women, t.day) THEN 'adult'
            WHEN NOT reached(p.birth_date, t.pension_men, t.day)  THEN 'pension_f'
            ELSE 'pension' END                                                         AS age,
       CASE WHEN p.relation IS NULL THEN '?'
            WHEN p.relation IN ('head', 'spouse') THEN 'head_spouse'
            WHEN p.relation IN ('child', 'foster_child') THEN 'child'
            ELSE 'other' END                                                           AS rel,
       CASE WHEN p.status IS NULL THEN '?' WHEN p.status = 'other' THEN 'other' ELSE 'entitled' END AS stat,
       CASE WHEN p.absence IS NULL THEN '?'
            WHEN p.absence IN ('state_provision', 'conscript', 'prison', 'compulsory_treatment') THEN 'out'
            WHEN p.absence IN ('works_away', 'boarding_school') THEN 'away'
            ELSE 'none' END                                                            AS abs,
       CASE WHEN p.study IS NULL THEN '?'
            WHEN p.study IN ('school', 'college_full_time', 'university_full_time') THEN 'yes'
            ELSE 'no' END                                                              AS full_time,
       -- "Its own dwelling_id is empty or equal to the family's." An empty cell is the family's dwelling; a column that is absent is not known.
       CASE WHEN p.dwelling_id IS NULL THEN CASE WHEN column_there('persons', 'dwelling_id') THEN 'home' ELSE '?' END
            WHEN f.dwelling_id IS NULL THEN '?'
            WHEN p.dwelling_id = f.dwelling_id THEN 'home'
            ELSE 'elsewhere' END                                                       AS lives,
       -- receives is a column with (none): an empty cell names no benefit; a column that is absent is not known (NULL)
       CASE WHEN column_there('persons', 'receives') THEN string_split(coalesce(p.receives, ''), '|') END AS receives
FROM persons p JOIN families f USING (family_id) CROSS JOIN the_day t
WHERE p.birth_date IS NULL OR p.birth_date <= t.day;

-- MEMBERS of the family of targeted assistance, for known facts.
CREATE OR REPLACE MACRO is_member(edition, age, rel, stat, abs, full_time, lives) AS (
  abs <> 'out' AND stat <> 'other'
  AND (edition = 'V1'                                                  -- V1: everybody who is not out
       OR rel = 'head_spouse' OR abs = 'away'
       OR (rel = 'child' AND is_young(age, full_time))
       OR lives = 'home'));                                            -- all others only in the family's dwelling

-- For each person: member in all worlds, in some, and the facts that decide it.
CREATE OR REPLACE VIEW membership AS
WITH facts AS MATERIALIZED (
       SELECT family_id, person_id, age, rel, stat, abs, full_time, lives,
              concat_ws(' ', age, rel, stat, abs, full_time, lives) AS same_facts
       FROM people),
     a AS (SELECT *, unnest(CASE WHEN age = '?' THEN all_ages() ELSE [age] END) AS w_age
           FROM (SELECT DISTINCT age, rel, stat, abs, full_time, lives, same_facts FROM facts)),
     b AS (SELECT *, unnest(CASE WHEN rel = '?' THEN ['head_spouse', 'child', 'other'] ELSE [rel] END) AS w_rel FROM a),
     c AS (SELECT *, unnest(CASE WHEN stat = '?' THEN ['entitled', 'other'] ELSE [stat] END) AS w_stat FROM b),
     d AS (SELECT *, unnest(CASE WHEN abs = '?' THEN ['out', 'away', 'none'] ELSE [abs] END) AS w_abs FROM c),
     e AS (SELECT *, unnest(CASE WHEN full_time = '?' THEN ['yes', 'no'] ELSE [full_time] END) AS w_full_time FROM d),
     f AS (SELECT *, unnest(CASE WHEN lives = '?' THEN ['home', 'elsewhere'] ELSE [lives] END) AS w_lives FROM e),
     worlds AS MATERIALIZED (
       SELECT same_facts, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives,
              is_member(t.edition, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives) AS member
       FROM f CROSS JOIN the_day t),
     certain AS (SELECT same_facts, bool_and(member) AS surely, bool_or(member) AS maybe FROM worlds GROUP BY same_facts),
     deciding AS (
       SELECT same_facts, list(DISTINCT fact) AS facts
       FROM (SELECT same_facts,
                    CASE WHEN grouping(w_age) = 1 THEN 'birth_date' WHEN grouping(w_rel) = 1 THEN 'relation'
                         WHEN grouping(w_stat) = 1 THEN 'status' WHEN grouping(w_abs) = 1 THEN 'absence'
                         WHEN grouping(w_full_time) = 1 THEN 'study' ELSE 'dwelling_id' END AS fact
             FROM worlds
             GROUP BY GROUPING SETS ((same_facts, w_rel, w_stat, w_abs, w_full_time, w_lives), (same_facts, w_age, w_stat, w_abs, w_full_time, w_lives),
                                     (same_facts, w_age, w_rel, w_abs, w_full_time, w_lives), (same_facts, w_age, w_rel, w_stat, w_full_time, w_lives),
                                     (same_facts, w_age, w_rel, w_stat, w_abs, w_lives), (same_facts, w_age, w_rel, w_stat, w_abs, w_full_time))
             HAVING bool_or(member) AND NOT bool_and(member))
       GROUP BY same_facts)
SELECT x.family_id, x.person_id, c.surely, c.maybe, coalesce(d.facts, []) AS facts
FROM facts x JOIN certain c USING (same_facts) LEFT JOIN deciding d USING (same_facts);

-- THE REGISTERS THAT WERE NOT ASKED for a month of the reference quarter. A row of `*` speaks of every kind; a kind with rows of its own
-- and rows of `*` was asked for the months of both.
CREATE OR REPLACE VIEW income_kinds AS
SELECT kind,
       CASE WHEN kind IN ('targeted_assistance', 'housing_assistance', 'burial_benefit', 'relocation_grant') THEN FALSE
            WHEN kind IN ('scholarship', 'child_disability_benefit', 'awarded_mother_benefit', 'special_state_benefit') THEN edition = 'V1'
            WHEN kind = 'large_family_benefit' THEN edition IN ('V1', 'V4', 'V5') OR (edition = 'V3' AND day >= DATE '2020-04-01')
            WHEN kind = 'loan' THEN edition <> 'V1'
            ELSE TRUE END AS counted
FROM (SELECT unnest(['wage', 'self_employment', 'pension', 'disability_benefit', 'child_disability_benefit', 'caregiver_benefit', 'childcare_benefit',
                     'large_family_benefit', 'awarded_mother_benefit', 'scholarship', 'survivor_benefit', 'job_loss_payment', 'birth_grant',
                     'special_state_benefit', 'alimony', 'rent', 'property_sale', 'gift', 'transfer', 'interest', 'loan', 'measure_wage',
                     'relocation_grant', 'targeted_assistance', 'housing_assistance', 'burial_benefit', 'farm', 'other']) AS kind) CROSS JOIN the_day;

CREATE OR REPLACE VIEW not_asked AS
WITH months AS (SELECT unnest([month_1, month_2, month_3]) AS month FROM the_day),
     kinds AS (SELECT kind FROM income_kinds UNION ALL SELECT unnest(['livestock', 'plots', 'property']))
SELECT kind
FROM kinds k
WHERE EXISTS (SELECT 1 FROM sources s WHERE s.kind IN (k.kind, '*'))
  AND EXISTS (SELECT 1 FROM months m
              WHERE NOT EXISTS (SELECT 1 FROM sources s
                                WHERE s.kind IN (k.kind, '*')
                                  AND (s.asked_from IS NULL OR left(s.asked_from::VARCHAR, 7) <= m.month)
                                  AND (s.asked_to IS NULL OR m.month <= left(s.asked_to::VARCHAR, 7))));

-- THE FARM, in whole tenge for the quarter; each row half-up.
CREATE OR REPLACE VIEW farm AS
WITH rows_of_farm AS (
       SELECT l.family_id, 'livestock' AS file, l.heads::HUGEINT AS quantity, 100::HUGEINT AS unit, n.norm
       FROM livestock l JOIN families f USING (family_id) LEFT JOIN farm_norms n ON n.region = f.region AND n.kind = l.kind
       UNION ALL
       SELECT p.family_id, 'plots', (p.area_m2 * 100)::HUGEINT, 100::HUGEINT * 100 * 10000, n.norm      -- a hectare is 10 000 square metres
       FROM plots p JOIN families f USING (family_id) LEFT JOIN farm_norms n ON n.region = f.region AND n.kind = p.kind)
SELECT family_id,
       sum(CASE WHEN quantity IS NULL OR norm IS NULL THEN 0 ELSE half_up(quantity * norm, unit) END)::HUGEINT AS farm,
       bool_or(file = 'livestock' AND quantity IS NULL AND norm IS DISTINCT FROM 0)                            AS livestock_open,
       bool_or(file = 'plots' AND quantity IS NULL AND norm IS DISTINCT FROM 0)                                AS plots_open,
       bool_or(norm IS NULL)                                                                                   AS norm_open
FROM rows_of_farm GROUP BY family_id;

-- What the family's income lacks, and the value of its farm.
CREATE OR REPLACE VIEW family_income AS
SELECT f.family_id, coalesce(a.farm, 0) AS farm,
       list_filter([CASE WHEN NOT file_there('incomes')
                           OR EXISTS (SELECT 1 FROM not_asked JOIN income_kinds USING (kind) WHERE counted AND kind <> 'farm')
                           OR (a.family_id IS NULL AND EXISTS (SELECT 1 FROM not_asked WHERE kind = 'farm')) THEN 'income' END,
                    CASE WHEN a.livestock_open OR EXISTS (SELECT 1 FROM not_asked WHERE kind = 'livestock') THEN 'livestock' END,
                    CASE WHEN a.plots_open OR EXISTS (SELECT 1 FROM not_asked WHERE kind = 'plots') THEN 'plots' END,
                    CASE WHEN a.norm_open THEN 'farm_norm' END], lambda c : c IS NOT NULL) AS missing
FROM families f LEFT JOIN farm a USING (family_id);

-- THE INCOME of each person in the three months, counted kinds, as far as it is known; loans of which the term is not known apart.
CREATE OR REPLACE VIEW person_income AS
SELECT i.person_id,
       sum(CASE WHEN i.kind <> 'loan' OR i.amount = 0 THEN i.amount
                WHEN i.term_months IS NULL THEN 0
                WHEN i.term_months <= 3 THEN i.amount
                ELSE half_up(i.amount::HUGEINT * 3, i.term_months) END)::HUGEINT       AS income,
       bool_or(i.kind = 'loan' AND i.amount > 0 AND i.term_months IS NULL)             AS term_open,
       sum(CASE WHEN i.kind = 'loan' AND i.term_months IS NULL THEN i.amount ELSE 0 END)::HUGEINT AS at_most_more
FROM incomes i
JOIN income_kinds k ON k.kind = i.kind AND k.counted
JOIN persons p ON p.person_id = i.person_id
CROSS JOIN the_day t
WHERE i.month IN (t.month_1, t.month_2, t.month_3)
  AND NOT (i.kind = 'farm' AND p.family_id IN (SELECT family_id FROM farm))          -- the norms are counted instead
GROUP BY i.person_id;
