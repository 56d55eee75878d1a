-- DISABILITY BENEFIT
-- Run after choice.sql.
CREATE OR REPLACE VIEW out_disability_benefit AS
WITH
certain AS (
  SELECT same_facts, count(DISTINCT disability_answer) AS answers, min(disability_answer) AS answer
  FROM choice_worlds GROUP BY same_facts),
missing AS (
  SELECT same_facts, list(DISTINCT fact) AS facts FROM choice_open_facts WHERE disability GROUP BY same_facts),
listed AS (
  SELECT c.family_id, c.person_id, s.answer,
         CASE WHEN answers = 1 AND answer = 'other' THEN 'other_benefit_chosen' ELSE '' END AS unmet,
         joined_abc(list_concat(coalesce(m.facts, []),
           [CASE WHEN c.adult_child THEN 'disability' END])) AS missing          -- a `child` of 18 or older
  FROM (SELECT *, concat_ws(' ', age, disability, full_time, grp, cause, provision, chosen, lost) AS same_facts FROM choosers) c
  JOIN certain s USING (same_facts) LEFT JOIN missing m USING (same_facts) CROSS JOIN national n CROSS JOIN the_day t
  WHERE c.asked_disability AND n.minimum IS NOT NULL AND t.edition IS NOT NULL),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'disability_benefit' AS act, person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       CASE WHEN outcome = 'granted' THEN try_cast(split_part(answer, ' ', 1) AS BIGINT) ELSE 0 END AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
