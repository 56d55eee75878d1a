-- AWARDED MOTHERS: 6.40 monthly indices for kumis alka, 7.40 for the others (6.40 before July 2023, unconfirmed).
-- Run after figures.sql and common.sql.
CREATE OR REPLACE VIEW out_awarded_mother AS
WITH listed AS (
  SELECT p.family_id, p.person_id,
         CASE WHEN p.absence IN ('state_provision', 'prison') THEN 'suspended' ELSE '' END AS unmet,
         joined_abc([CASE WHEN p.award IS NULL THEN 'award' END, CASE WHEN p.absence IS NULL THEN 'absence' END]) AS missing,
         whole_tenge(CASE WHEN p.award = 'kumis_alka' OR t.day < DATE '2023-07-01' THEN 640 ELSE 740 END * n.mci, 10000, t.in_2018) AS sum
  FROM people p CROSS JOIN the_day t CROSS JOIN national n
  WHERE column_there('persons', 'award') AND (p.award IS NULL OR p.award <> 'none') AND n.mci IS NOT NULL AND t.edition IS NOT NULL),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'awarded_mother' AS act, person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN sum ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
