-- CARE OF A CHILD WITH A DISABILITY: 1.05 of the minimum in 2018, 1.40 from July 2019, 1.61 from July 2023.
-- Run after figures.sql and common.sql.
CREATE OR REPLACE VIEW out_child_disability_care AS
WITH listed AS (
  SELECT p.family_id, p.person_id,
         CASE WHEN p.absence = 'state_provision' THEN 'on_state_provision' ELSE '' END AS unmet,
         joined_abc([CASE WHEN p.birth_date IS NULL THEN 'birth_date' END, CASE WHEN p.disability IS NULL THEN 'disability' END,
                     CASE WHEN p.absence IS NULL THEN 'absence' END]) AS missing,
         whole_tenge(CASE WHEN t.day < DATE '2019-07-01' THEN 105 WHEN t.day < DATE '2023-07-01' THEN 140 ELSE 161 END * n.minimum, 10000, t.in_2018) AS sum
  FROM people p CROSS JOIN the_day t CROSS JOIN national n
  WHERE column_there('persons', 'disability') AND column_there('persons', 'birth_date')
    AND CASE WHEN p.birth_date IS NULL THEN coalesce(p.disability = 'child', TRUE)
             ELSE NOT reached(p.birth_date, 216, t.day) AND (p.disability IS NULL OR p.disability <> 'none') END
    AND n.minimum IS NOT NULL AND t.edition IS NOT NULL),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'child_disability_care' AS act, person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN sum ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
