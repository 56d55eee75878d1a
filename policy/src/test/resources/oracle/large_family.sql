-- LARGE-FAMILY BENEFIT, from 2020: by the number of children who live with the family.
-- Run after figures.sql and common.sql.
CREATE OR REPLACE VIEW out_large_family AS
WITH
-- The children: `child` or `foster_child` under 18, or under 23 in full-time study. Here every person, what is not known told apart.
facts AS MATERIALIZED (
  SELECT family_id, person_id, concat_ws(' ', group_of_age, child, full_time, absence, lives) AS same_facts, group_of_age, child, full_time, absence, lives
  FROM (SELECT family_id, person_id,
               CASE WHEN age = '?' THEN '?' WHEN is_minor(age) THEN '7_to_17' WHEN age = '18_to_22' THEN age ELSE 'adult' END AS group_of_age,
               CASE WHEN rel = '?' THEN '?' WHEN rel = 'child' THEN 'yes' ELSE 'no' END AS child,
               full_time, lives,
               CASE WHEN absence IS NULL THEN '?' WHEN abs = 'out' THEN 'out' WHEN absence = 'boarding_school' THEN 'boarding' ELSE 'none' END AS absence
        FROM people)),
a AS (SELECT *, unnest(CASE WHEN group_of_age = '?' THEN ['7_to_17', '18_to_22', 'adult'] ELSE [group_of_age] END) AS w_age
      FROM (SELECT DISTINCT * EXCLUDE (family_id, person_id) FROM facts)),
b AS (SELECT *, unnest(CASE WHEN child = '?' THEN ['yes', 'no'] ELSE [child] END) AS w_child FROM a),
c AS (SELECT *, unnest(CASE WHEN full_time = '?' THEN ['yes', 'no'] ELSE [full_time] END) AS w_full_time FROM b),
d AS (SELECT *, unnest(CASE WHEN absence = '?' THEN ['out', 'boarding', 'none'] ELSE [absence] END) AS w_absence FROM c),
e AS (SELECT *, unnest(CASE WHEN lives = '?' THEN ['home', 'elsewhere'] ELSE [lives] END) AS w_lives FROM d),
-- Counted, for known facts: not in state provision, prison, compulsory treatment, service; under 18 only at home or in a boarding school.
worlds AS MATERIALIZED (
  SELECT *, w_child = 'yes' AND is_young(w_age, w_full_time) AND w_absence <> 'out'
            AND (w_age = '18_to_22' OR w_lives = 'home' OR w_absence = 'boarding') AS counted
  FROM e),
certain AS (SELECT same_facts, bool_and(counted) AS surely, bool_or(counted) AS maybe FROM worlds GROUP BY same_facts),
open_facts AS (
  SELECT same_facts, list(DISTINCT fact) AS facts
  FROM (SELECT same_facts,
               CASE WHEN grouping(w_age) = 1 THEN 'birth_date' WHEN grouping(w_child) = 1 THEN 'relation' WHEN grouping(w_full_time) = 1 THEN 'study'
                    WHEN grouping(w_absence) = 1 THEN 'absence' ELSE 'dwelling_id' END AS fact
        FROM worlds
        GROUP BY GROUPING SETS ((same_facts, w_child, w_full_time, w_absence, w_lives), (same_facts, w_age, w_full_time, w_absence, w_lives),
                                (same_facts, w_age, w_child, w_absence, w_lives), (same_facts, w_age, w_child, w_full_time, w_lives),
                                (same_facts, w_age, w_child, w_full_time, w_absence))
        HAVING bool_or(counted) AND NOT bool_and(counted))
  GROUP BY same_facts),
counts AS (
  SELECT f.family_id, count(*) FILTER (surely) AS children_at_least, count(*) FILTER (maybe) AS children_at_most, flatten(list(o.facts)) AS facts
  FROM facts f JOIN certain USING (same_facts) LEFT JOIN open_facts o USING (same_facts)
  GROUP BY f.family_id),
-- Concerned is a family with such a child, wherever the child is; only if the file has the columns that tell.
concerned AS (
  SELECT DISTINCT family_id
  FROM people
  WHERE column_there('persons', 'relation') AND column_there('persons', 'birth_date')
    AND rel IN ('child', '?')
    AND (age = '?' OR is_minor(age) OR (age = '18_to_22' AND column_there('persons', 'study') AND full_time IN ('yes', '?')))),
-- Suspended: all of head, spouse, partner are in state provision or prison (and there is one).
grown_ups AS (
  SELECT family_id, relation IS NULL AS relation_open, absence IS NULL AS absence_open,
         relation IS NULL AS can_be_none,                                                              -- none of the three
         absence IS NULL OR absence IN ('state_provision', 'prison') AS can_be_away,
         absence IS NULL OR absence NOT IN ('state_provision', 'prison') AS can_be_free
  FROM people WHERE relation IS NULL OR relation IN ('head', 'spouse', 'partner')),
suspension AS (
  SELECT family_id,
         count(*) FILTER (NOT can_be_none AND NOT can_be_away) AS surely_free,
         count(*) FILTER (can_be_free) AS maybe_free,
         count(*) FILTER (NOT can_be_none) AS surely_one_of_them,
         count(*) FILTER (can_be_away) AS maybe_away
  FROM grown_ups GROUP BY family_id),
suspension_facts AS (
  SELECT family_id,
         bool_or(relation_open AND ((can_be_away AND surely_one_of_them = 0) OR (can_be_free AND maybe_away - can_be_away::INTEGER > 0))) AS relation_open,
         bool_or(absence_open) AS absence_open
  FROM grown_ups JOIN suspension USING (family_id) WHERE surely_free = 0 GROUP BY family_id),
sums AS (
  SELECT c.family_id, children_at_least, children_at_most, coalesce(facts, []) AS facts, sf.relation_open, sf.absence_open,
         coalesce(surely_free = 0 AND maybe_free = 0 AND surely_one_of_them > 0, FALSE) AS suspended,
         whole_tenge(CASE children_at_least WHEN 4 THEN 1603 WHEN 5 THEN 2004 WHEN 6 THEN 2405 WHEN 7 THEN 2806 ELSE 400 * children_at_least END * n.mci,
                     10000, FALSE) AS sum
  FROM concerned c JOIN counts USING (family_id) LEFT JOIN suspension s USING (family_id) LEFT JOIN suspension_facts sf USING (family_id)
  CROSS JOIN national n CROSS JOIN the_day t
  WHERE t.day >= DATE '2020-01-01' AND n.mci IS NOT NULL),
listed AS (
  SELECT *,
         joined([CASE WHEN children_at_most < 4 THEN 'too_few_children' END, CASE WHEN suspended THEN 'suspended' END]) AS unmet,
         joined_abc(list_concat(facts, [CASE WHEN relation_open THEN 'relation' END, CASE WHEN absence_open THEN 'absence' END])) AS missing
  FROM sums),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'large_family' AS act, '' AS person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN sum ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
