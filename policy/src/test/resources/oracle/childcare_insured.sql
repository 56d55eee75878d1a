-- CHILDCARE SOCIAL PAYMENT (insured): 40 % of (the income of 24 months / 24), at least the childcare benefit, at most 40 % of seven minimum wages.
-- Run after children.sql and childcare.sql.
CREATE OR REPLACE VIEW out_childcare_insured AS
WITH
-- the sum of each possible carer, at the first and at the last possible place by birth
sums AS MATERIALIZED (
  SELECT c.*, p.insured_months, p.insured_income_24m,
         least(greatest(of_income, benefit_1), cap) AS sum_1, least(greatest(of_income, benefit_2), cap) AS sum_2
  FROM (SELECT s.*, c.carer_id, c.fact, c.child_id,
               whole_tenge(40 * coalesce(p.insured_income_24m, 0)::HUGEINT, 2400, s.in_2018) AS of_income,
               whole_tenge(28 * s.minimum_wage, 1000, s.in_2018) AS cap                          -- 0.4 x 7, in hundredths
        FROM childcare_sums s JOIN carers c ON c.child_id = s.person_id LEFT JOIN people p ON p.person_id = c.carer_id
        WHERE s.minimum_wage IS NOT NULL) c LEFT JOIN people p ON p.person_id = c.carer_id),
of_child AS (
  SELECT child_id, count(*) > 1 AS several,
         bool_and(coalesce(insured_months > 0, FALSE)) AS all_insured, bool_and(coalesce(insured_months = 0, FALSE)) AS none_insured,
         bool_or(carer_id IS NOT NULL AND insured_months IS NULL) AS insured_open,
         bool_or(carer_id IS NOT NULL AND insured_income_24m IS NULL) AS income_open,
         bool_or(sum_1 <> sum_2) OR (count(*) > 1 AND bool_or(benefit_1 <> benefit_2)) AS place_matters,
         max(sum_1) AS sum, list(DISTINCT fact) AS who, bool_or(carer_id IS NULL) AS mother_open
  FROM sums GROUP BY child_id),
listed AS (
  SELECT s.*, o.sum,
         CASE WHEN o.none_insured THEN 'not_insured' ELSE '' END AS unmet,
         -- whose income it is has to be told
         joined_abc(list_concat(s.child_facts, o.who,
           CASE WHEN o.place_matters THEN place_facts ELSE [] END,
           [CASE WHEN s.age_open THEN 'birth_date' END, CASE WHEN o.insured_open AND NOT o.mother_open THEN 'insured_months' END,
            CASE WHEN o.income_open AND NOT o.several THEN 'insured_income_24m' END])) AS missing
  FROM childcare_sums s JOIN of_child o ON o.child_id = s.person_id),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'childcare_insured' AS act, person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN sum ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
