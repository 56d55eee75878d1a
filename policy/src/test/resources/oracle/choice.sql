-- DISABILITY AND LOSS OF A BREADWINNER: what both acts read, and the choice between them.
-- Run after figures.sql and common.sql; disability_benefit.sql and survivor.sql read it.

-- Coefficients, in hundredths of the budget law's minimum. "later" = from July 2023. Group 1, 2, 3.
CREATE OR REPLACE MACRO disability_coefficient(age, grp, cause, later) AS (
  CASE WHEN age = 'under_7'      THEN CASE WHEN later THEN 161 ELSE 141 END                           -- one coefficient
       WHEN age = '7_to_17' OR cause = 'childhood'
                                 THEN CASE WHEN later THEN [220, 183, 161] ELSE [192, 160, 141] END[grp]
       WHEN cause = 'general'    THEN CASE WHEN later THEN [220, 176, 120] ELSE [192, 154, 105] END[grp]  -- work injuries too
       WHEN cause = 'military'   THEN CASE WHEN later THEN [322, 275, 231] ELSE [281, 240, 202] END[grp]  -- nuclear accidents too
       WHEN cause = 'duty'       THEN CASE WHEN later THEN [394, 304, 231] ELSE [344, 266, 202] END[grp] END);
CREATE OR REPLACE MACRO orphan_coefficient(later) AS (CASE WHEN later THEN 154 ELSE 134 END);
CREATE OR REPLACE MACRO survivors_coefficient(n, later) AS (
  CASE WHEN n = 0 THEN 0 WHEN later THEN [92, 170, 225, 260, 275, 300][least(n, 6)] ELSE [80, 148, 197, 227, 240, 262][least(n, 6)] END);

-- People with a disability, or who lost a breadwinner, or may. '?' = not known, '-' = cannot matter.
CREATE OR REPLACE VIEW choosers AS
SELECT family_id, person_id, asked_disability, asked_lost, adult_child,
       age, disability,
       CASE WHEN lost = 'none' OR age IN ('under_7', '7_to_17', '23_up') THEN '-' ELSE full_time END AS full_time,
       CASE WHEN disability IN ('child', '?') AND age IN ('7_to_17', '?') THEN grp ELSE '-' END AS grp,
       CASE WHEN disability = 'none' OR age IN ('under_7', '7_to_17') THEN '-' ELSE cause END AS cause,
       CASE WHEN disability = 'none' THEN '-' ELSE provision END AS provision,
       CASE WHEN disability = 'none' OR lost = 'none' OR age IN ('under_7', '7_to_17', '23_up') THEN '-' ELSE chosen END AS chosen,
       lost
FROM (SELECT family_id, person_id,
             column_there('persons', 'disability') AND (disability IS NULL OR disability <> 'none') AS asked_disability,
             column_there('persons', 'breadwinner_lost')                                            AS asked_lost,
             disability IS NOT DISTINCT FROM 'child' AND age IN ('18_to_22', 'adult', 'pension_f', 'pension') AS adult_child,
             CASE WHEN age = '?' THEN '?' WHEN age IN ('infant', '1_to_5', '6') THEN 'under_7' WHEN age = '7_to_17' THEN age
                  WHEN age = '18_to_22' THEN age ELSE '23_up' END AS age,
             -- a `child` of 18 or older: of some group that is not known
             CASE WHEN disability IS NULL THEN '?'
                  WHEN disability = 'child' AND age IN ('18_to_22', 'adult', 'pension_f', 'pension') THEN 'some_group' ELSE disability END AS disability,
             full_time,
             CASE WHEN disability_group_child IS NULL THEN '?' ELSE right(disability_group_child, 1) END AS grp,
             CASE WHEN disability_cause IS NULL THEN '?' WHEN disability_cause IN ('general', 'work_injury') THEN 'general'
                  WHEN disability_cause IN ('military', 'nuclear') THEN 'military' WHEN disability_cause = 'since_childhood' THEN 'childhood'
                  ELSE disability_cause END AS cause,
             CASE WHEN absence IS NULL THEN '?' WHEN absence = 'state_provision' THEN 'yes' ELSE 'no' END AS provision,
             CASE WHEN receives IS NULL THEN '?' WHEN list_contains(receives, 'disability_benefit') THEN 'disability_benefit'
                  WHEN list_contains(receives, 'survivor') THEN 'survivor' ELSE 'neither' END AS chosen,
             coalesce(breadwinner_lost, '?') AS lost
      FROM people)
WHERE asked_disability OR (asked_lost AND lost <> 'none');

-- What each of them gets, for known facts.
--   disability: the sum in tenge; 'other' = the survivors' benefit was chosen; 'none' = no disability; 'open' = a child of 18 or older
--   survivor:   'one', 'both' = counted among those who lost one, both; 'chose' = a dependant who takes disability; 'no' = not a dependant
CREATE OR REPLACE VIEW choice_worlds AS
WITH a AS (SELECT *, unnest(CASE WHEN age = '?' THEN ['under_7', '7_to_17', '18_to_22', '23_up'] ELSE [age] END) AS w_age
           FROM (SELECT DISTINCT age, disability, full_time, grp, cause, provision, chosen, lost,
                        concat_ws(' ', age, disability, full_time, grp, cause, provision, chosen, lost) AS same_facts FROM choosers)),
     b AS (SELECT *, unnest(CASE disability WHEN '?' THEN ['none', 'child', 'group1', 'group2', 'group3']
                                            WHEN 'some_group' THEN ['group1', 'group2', 'group3'] ELSE [disability] END) AS w_disability FROM a),
     c AS (SELECT *, unnest(CASE WHEN full_time = '?' THEN ['yes', 'no'] ELSE [full_time] END) AS w_full_time FROM b),
     d AS (SELECT *, unnest(CASE WHEN grp = '?' THEN ['1', '2', '3'] ELSE [grp] END) AS w_grp FROM c),
     e AS (SELECT *, unnest(CASE WHEN cause = '?' THEN ['general', 'childhood', 'military', 'duty'] ELSE [cause] END) AS w_cause FROM d),
     f AS (SELECT *, unnest(CASE WHEN provision = '?' THEN ['yes', 'no'] ELSE [provision] END) AS w_provision FROM e),
     g AS (SELECT *, unnest(CASE WHEN chosen = '?' THEN ['disability_benefit', 'survivor', 'neither'] ELSE [chosen] END) AS w_chosen FROM f),
     h AS (SELECT *, unnest(CASE WHEN lost = '?' THEN ['none', 'one', 'both'] ELSE [lost] END) AS w_lost FROM g),
     groups AS (
       SELECT h.*, t.day >= DATE '2023-07-01' AS later, t.in_2018, n.minimum,
              CASE WHEN w_disability = 'child' THEN CASE WHEN w_age IN ('18_to_22', '23_up') THEN NULL ELSE try_cast(w_grp AS INTEGER) END
                   WHEN w_disability = 'none' THEN NULL
                   ELSE right(w_disability, 1)::INTEGER END AS of_group,
              -- dependants: under 18, or under 23 in full-time study, or with a disability since childhood
              (w_age IN ('under_7', '7_to_17') OR (w_age = '18_to_22' AND w_full_time = 'yes')
               OR (w_disability <> 'none' AND w_cause = 'childhood')) AS dependant
       FROM h CROSS JOIN the_day t CROSS JOIN national n),
     coefficients AS (
       SELECT *, disability_coefficient(w_age, of_group, w_cause, later) AS coefficient,
              -- one of the two benefits: a dependant of 18 or older with a disability not since childhood
              dependant AND w_lost <> 'none' AND w_age IN ('18_to_22', '23_up') AND w_disability <> 'none' AND w_cause <> 'childhood' AS must_choose
       FROM groups),
     sums AS (
       SELECT *,
              -- in state provision the larger of 30 % and the minimum (the centre has 70 %, which is not the person's)
              CASE WHEN w_provision = 'yes' THEN greatest(whole_tenge(30 * whole_tenge(coefficient * minimum, 10000, in_2018), 100, in_2018), whole_tenge(minimum, 100, in_2018))
                   ELSE whole_tenge(coefficient * minimum, 10000, in_2018) END AS sum,
              -- The share of the survivors' benefit: of an orphan his own sum; of those who lost one the sum by their number, so never more than
              -- that of a single one. The least disability benefit (1.05, later 1.20, of the minimum; 1.00 in state provision) is always larger
              -- than that (0.80, later 0.92): who lost one takes disability unless `receives` names the survivors' benefit.
              CASE WHEN w_lost = 'both' THEN orphan_coefficient(later) ELSE survivors_coefficient(1, later) END * minimum AS share     -- x 100 x 100
       FROM coefficients),
     chosen AS (
       SELECT *,
              CASE WHEN NOT must_choose THEN NULL
                   WHEN w_chosen IN ('disability_benefit', 'survivor') THEN w_chosen
                   WHEN coefficient IS NULL THEN 'disability_benefit'
                   -- exact sums are compared, not the rounded ones, and the whole benefit, also in state provision
                   WHEN coefficient * minimum >= share THEN 'disability_benefit'
                   ELSE 'survivor' END AS takes
       FROM sums)
SELECT same_facts, w_age, w_disability, w_full_time, w_grp, w_cause, w_provision, w_chosen, w_lost,
       CASE WHEN w_disability = 'none' THEN 'none'
            WHEN takes = 'survivor' THEN 'other'
            WHEN coefficient IS NULL THEN 'open'
            -- in state provision the share of the centre turns on the coefficient too
            WHEN w_provision = 'yes' THEN sum || ' of ' || coefficient
            ELSE sum::VARCHAR END AS disability_answer,
       CASE WHEN NOT dependant OR w_lost = 'none' THEN 'no'
            WHEN takes = 'disability_benefit' THEN 'chose'
            ELSE w_lost END AS survivor_answer
FROM chosen;

CREATE OR REPLACE VIEW choice_open_facts AS
SELECT same_facts,
       CASE WHEN grouping(w_age) = 1 THEN 'birth_date' WHEN grouping(w_disability) = 1 THEN 'disability' WHEN grouping(w_full_time) = 1 THEN 'study'
            WHEN grouping(w_grp) = 1 THEN 'disability_group' WHEN grouping(w_cause) = 1 THEN 'disability_cause' WHEN grouping(w_provision) = 1 THEN 'absence'
            WHEN grouping(w_chosen) = 1 THEN 'receives' ELSE 'breadwinner_lost' END AS fact,
       count(DISTINCT disability_answer) > 1 AS disability,
       bool_or(survivor_answer = 'no') AS can_no, bool_or(survivor_answer = 'one') AS can_one,
       bool_or(survivor_answer = 'both') AS can_both, bool_or(survivor_answer = 'chose') AS can_choose
FROM choice_worlds
WHERE contains(same_facts, '?') OR contains(same_facts, 'some_group')
GROUP BY GROUPING SETS ((same_facts, w_disability, w_full_time, w_grp, w_cause, w_provision, w_chosen, w_lost),
                        (same_facts, w_age, w_full_time, w_grp, w_cause, w_provision, w_chosen, w_lost),
                        (same_facts, w_age, w_disability, w_grp, w_cause, w_provision, w_chosen, w_lost),
                        (same_facts, w_age, w_disability, w_full_time, w_cause, w_provision, w_chosen, w_lost),
                        (same_facts, w_age, w_disability, w_full_time, w_grp, w_provision, w_chosen, w_lost),
                        (same_facts, w_age, w_disability, w_full_time, w_grp, w_cause, w_chosen, w_lost),
                        (same_facts, w_age, w_disability, w_full_time, w_grp, w_cause, w_provision, w_lost),
                        (same_facts, w_age, w_disability, w_full_time, w_grp, w_cause, w_provision, w_chosen))
HAVING count(*) > 1;
