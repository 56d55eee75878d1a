-- CHILDCARE BENEFIT (not insured): 5.76, 6.81, 7.85, 8.90 monthly indices by the order of birth.
-- Run after children.sql. To the age of 1, from 2023 to 18 months.
CREATE OR REPLACE VIEW childcare_sums AS           -- read by childcare_insured too
SELECT i.*, b.* EXCLUDE (person_id), t.in_2018, n.minimum_wage,
       whole_tenge(CASE least(place_at_least, 4) WHEN 1 THEN 576 WHEN 2 THEN 681 WHEN 3 THEN 785 ELSE 890 END * n.mci, 10000, t.in_2018) AS benefit_1,
       whole_tenge(CASE least(place_at_most, 4)  WHEN 1 THEN 576 WHEN 2 THEN 681 WHEN 3 THEN 785 ELSE 890 END * n.mci, 10000, t.in_2018) AS benefit_2
FROM infants i JOIN birth_order b USING (person_id) CROSS JOIN national n CROSS JOIN the_day t
WHERE n.mci IS NOT NULL AND t.edition IS NOT NULL
  AND (t.day >= DATE '2023-01-01' OR i.maybe_under_1);

CREATE OR REPLACE VIEW out_childcare AS
WITH
-- "nobody is known to care: missing, unless all who may be the carer answer the same", each condition for itself
of_child AS (
  SELECT c.child_id,
         bool_and(coalesce(p.insured_months > 0, FALSE)) AS all_insured, bool_and(coalesce(p.insured_months = 0, FALSE)) AS none_insured,
         bool_or(c.carer_id IS NOT NULL AND p.insured_months IS NULL) AS insured_open,
         bool_and(coalesce(p.absence IN ('state_provision', 'prison'), FALSE)) AS all_absent,
         bool_and(coalesce(p.absence NOT IN ('state_provision', 'prison'), FALSE)) AS none_absent,
         bool_or(c.carer_id IS NOT NULL AND p.absence IS NULL) AS absence_open,
         list(DISTINCT c.fact) AS who, bool_or(c.carer_id IS NULL) AS mother_open
  FROM carers c LEFT JOIN people p ON p.person_id = c.carer_id GROUP BY c.child_id),
conditions AS (
  SELECT *, NOT all_insured AND NOT none_insured AS insurance_open, NOT all_absent AND NOT none_absent AS presence_open FROM of_child),
listed AS (
  SELECT s.*,
         joined([CASE WHEN o.all_insured THEN 'insured' END,
                 CASE WHEN s.absence = 'state_provision' OR o.all_absent THEN 'suspended' END]) AS unmet,
         joined_abc(list_concat(s.child_facts,
           CASE WHEN benefit_1 <> benefit_2 THEN place_facts ELSE [] END,
           [CASE WHEN s.age_open THEN 'birth_date' END, CASE WHEN s.absence IS NULL THEN 'absence' END],
           CASE WHEN o.insurance_open THEN list_concat(o.who, [CASE WHEN o.insured_open AND NOT o.mother_open THEN 'insured_months' END]) ELSE [] END,
           CASE WHEN o.presence_open THEN list_concat(o.who, [CASE WHEN o.absence_open AND NOT o.mother_open THEN 'absence' END]) ELSE [] END)) AS missing
  FROM childcare_sums s JOIN conditions o ON o.child_id = s.person_id),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'childcare' AS act, person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN benefit_1 ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
