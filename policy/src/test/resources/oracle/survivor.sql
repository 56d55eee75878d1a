-- LOSS OF A BREADWINNER: one sum for the family, by the number who lost one, and for each who lost both.
-- Run after choice.sql.
CREATE OR REPLACE VIEW out_survivor AS
WITH
summary AS MATERIALIZED (
  SELECT same_facts,
         bool_or(survivor_answer = 'no') AS can_no, bool_or(survivor_answer = 'one') AS can_one,
         bool_or(survivor_answer = 'both') AS can_both, bool_or(survivor_answer = 'chose') AS can_choose
  FROM choice_worlds GROUP BY same_facts),
each_person AS MATERIALIZED (
  SELECT c.family_id, c.person_id, c.lost, s.*
  FROM (SELECT *, concat_ws(' ', age, disability, full_time, grp, cause, provision, chosen, lost) AS same_facts FROM choosers WHERE asked_lost AND lost <> 'none') c
  JOIN summary s USING (same_facts)),
counts AS MATERIALIZED (
  SELECT family_id,
         count(*) FILTER (can_one AND NOT can_no AND NOT can_both AND NOT can_choose) AS surely_one,
         count(*) FILTER (can_both AND NOT can_no AND NOT can_one AND NOT can_choose) AS surely_both,
         bool_or(can_one OR can_both)              AS somebody_counted,      -- or may be
         bool_or(can_choose)                       AS somebody_chose,        -- or may have
         bool_or(can_choose AND NOT can_no)        AS somebody_surely_chose
  FROM each_person GROUP BY family_id
  -- concerned: somebody lost a breadwinner, or it is not known of somebody who could be a dependant
  HAVING bool_or(lost IN ('one', 'both') OR can_one OR can_both OR can_choose)),
facts AS (
  SELECT p.family_id, list(DISTINCT o.fact) AS missing
  FROM each_person p JOIN choice_open_facts o USING (same_facts) JOIN counts c USING (family_id)
  WHERE (o.can_both AND (o.can_no OR o.can_one OR o.can_choose))
     -- the sum grows up to the sixth who lost one
     OR (o.can_one AND (o.can_no OR o.can_choose) AND surely_one - (p.can_one AND NOT p.can_no AND NOT p.can_both AND NOT p.can_choose)::INTEGER <= 5)
     -- no dependant or one who chose the other benefit: the answer is no all the same, but not for a certain ground
     OR (NOT c.somebody_counted AND o.can_no AND o.can_choose)
  GROUP BY p.family_id),
listed AS (
  SELECT c.*,
         CASE WHEN NOT somebody_counted AND NOT somebody_chose THEN 'no_dependants'
              WHEN NOT somebody_counted AND somebody_surely_chose THEN 'other_benefit_chosen' ELSE '' END AS unmet,
         joined_abc(coalesce(f.missing, [])) AS missing,
         whole_tenge((survivors_coefficient(surely_one, t.day >= DATE '2023-07-01') + orphan_coefficient(t.day >= DATE '2023-07-01') * surely_both) * n.minimum,
                     10000, t.in_2018) AS sum
  FROM counts c LEFT JOIN facts f USING (family_id) CROSS JOIN national n CROSS JOIN the_day t
  WHERE n.minimum IS NOT NULL AND t.edition IS NOT NULL),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'survivor' AS act, '' AS person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN sum ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
