-- TARGETED SOCIAL ASSISTANCE (V1 - V5)
-- Run after figures.sql and common.sql.

-- ABLE-BODIED, for known facts: 18 or older, below pension age, not a pensioner, not of group I or II, no long illness.
CREATE OR REPLACE MACRO is_able(age, sex, disabled, pensioner, ill) AS (
  age <> 'pension' AND NOT is_minor(age) AND NOT (age = 'pension_f' AND sex = 'f')
  AND disabled <> 'group1_2' AND pensioner = 'no' AND ill = 'no');

-- Each person who is not certainly out, with the facts that the act reads. '-' = cannot matter beside what is known of the person.
CREATE OR REPLACE VIEW ta_people AS
SELECT family_id, person_id, age, rel, stat, abs, disabled,
       CASE WHEN age NOT IN ('18_to_22', '?') THEN '-' ELSE full_time END                            AS full_time,
       CASE WHEN abs = 'away' OR rel = 'head_spouse' OR edition = 'V1' THEN '-' ELSE lives END       AS lives,
       CASE WHEN not_able OR age NOT IN ('pension_f', '?') THEN '-' ELSE sex END                     AS sex,
       CASE WHEN not_able THEN '-' ELSE pensioner END                                                AS pensioner,
       CASE WHEN not_able THEN '-' ELSE ill END                                                      AS ill,
       CASE WHEN not_able THEN '-' ELSE cares END                                                    AS cares
FROM (SELECT *, age NOT IN ('?', '18_to_22', 'adult', 'pension_f') OR disabled = 'group1_2' OR pensioner = 'yes' OR ill = 'yes' AS not_able
      FROM (SELECT family_id, person_id, age, rel, stat, abs, full_time, lives, t.edition,
                   coalesce(sex, '?') AS sex,
                   CASE WHEN disability IS NULL THEN '?' WHEN disability = 'child' THEN 'child'
                        WHEN disability IN ('group1', 'group2') THEN 'group1_2' ELSE 'no' END AS disabled,
                   CASE WHEN work IS NULL THEN '?' WHEN work = 'pensioner' THEN 'yes' ELSE 'no' END AS pensioner,
                   CASE WHEN long_illness IS NULL THEN '?' WHEN long_illness THEN 'yes' ELSE 'no' END AS ill,
                   CASE WHEN cares_for IS NULL THEN '?'
                        WHEN cares_for IN ('child_under_3', 'disabled_child', 'disabled_group1', 'disabled_group2', 'over_80', 'elderly') THEN 'yes'
                        WHEN cares_for = 'child_3_to_6' AND t.edition IN ('V1', 'V2') THEN 'yes'
                        ELSE 'no' END AS cares
            FROM people CROSS JOIN the_day t
            WHERE abs <> 'out' AND stat <> 'other'));

-- The worlds of each set of facts, and what a person is in each of them:
--   member
--   kind:   able, cares (able-bodied and caring for somebody), or not (not able-bodied, or not a member)
--   excuse (of a second car): disabled (a member with a disability), child (of a large family), or none
--   young (V2's flat sum), small (supplement), pupil (July 2020)
CREATE OR REPLACE VIEW ta_worlds AS
WITH a AS (SELECT *, unnest(CASE WHEN age = '?' THEN all_ages() ELSE [age] END) AS w_age
           FROM (SELECT DISTINCT * EXCLUDE (family_id, person_id),
                        concat_ws(' ', age, rel, stat, abs, full_time, lives, sex, disabled, pensioner, ill, cares) AS same_facts FROM ta_people)),
     b AS (SELECT *, unnest(CASE WHEN rel = '?' THEN ['head_spouse', 'child', 'other'] ELSE [rel] END) AS w_rel FROM a),
     c AS (SELECT *, unnest(CASE WHEN stat = '?' THEN ['entitled', 'other'] ELSE [stat] END) AS w_stat FROM b),
     d AS (SELECT *, unnest(CASE WHEN abs = '?' THEN ['out', 'away', 'none'] ELSE [abs] END) AS w_abs FROM c),
     e AS (SELECT *, unnest(CASE WHEN full_time = '?' THEN ['yes', 'no'] ELSE [full_time] END) AS w_full_time FROM d),
     f AS (SELECT *, unnest(CASE WHEN lives = '?' THEN ['home', 'elsewhere'] ELSE [lives] END) AS w_lives FROM e),
     g AS (SELECT *, unnest(CASE WHEN sex = '?' THEN ['f', 'm'] ELSE [sex] END) AS w_sex FROM f),
     h AS (SELECT *, unnest(CASE WHEN disabled = '?' THEN ['child', 'group1_2', 'no'] ELSE [disabled] END) AS w_disabled FROM g),
     i AS (SELECT *, unnest(CASE WHEN pensioner = '?' THEN ['yes', 'no'] ELSE [pensioner] END) AS w_pensioner FROM h),
     j AS (SELECT *, unnest(CASE WHEN ill = '?' THEN ['yes', 'no'] ELSE [ill] END) AS w_ill FROM i),
     k AS (SELECT *, unnest(CASE WHEN cares = '?' THEN ['yes', 'no'] ELSE [cares] END) AS w_cares FROM j),
     told AS (SELECT *, is_member(t.edition, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives) AS member FROM k CROSS JOIN the_day t)
SELECT same_facts, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives, w_sex, w_disabled, w_pensioner, w_ill, w_cares,
       member,
       CASE WHEN NOT member OR NOT is_able(w_age, w_sex, w_disabled, w_pensioner, w_ill) THEN 'not'
            WHEN w_cares = 'yes' THEN 'cares' ELSE 'able' END AS kind,
       CASE WHEN NOT member THEN 'none' WHEN w_disabled IN ('child', 'group1_2') THEN 'disabled'
            WHEN w_rel = 'child' AND is_young(w_age, w_full_time) THEN 'child' ELSE 'none' END AS excuse,
       member AND is_young(w_age, w_full_time) AS young,
       member AND w_age IN ('1_to_5', '6') AS small,
       member AND w_age IN ('6', '7_to_17') AS pupil
FROM told;

-- The assistance itself.
CREATE OR REPLACE VIEW out_targeted_assistance AS
WITH
-- One row per person: what is certain.
worlds AS MATERIALIZED (SELECT * FROM ta_worlds),
person_keys AS MATERIALIZED (
  SELECT family_id, person_id, concat_ws(' ', age, rel, stat, abs, full_time, lives, sex, disabled, pensioner, ill, cares) AS same_facts FROM ta_people),
summary AS MATERIALIZED (
  SELECT same_facts, bool_and(member) AS surely, bool_or(member) AS maybe,
         bool_or(kind = 'not') AS can_not, bool_or(kind = 'able') AS can_able, bool_or(kind = 'cares') AS can_care,
         bool_or(excuse = 'none') AS can_none, bool_or(excuse = 'child') AS can_child, bool_or(excuse = 'disabled') AS can_disabled,
         bool_or(young) AS young, bool_or(small) AS small, bool_or(pupil) AS pupil
  FROM worlds GROUP BY same_facts),
-- Which fact, left out, leaves the answer open; and between which answers.
open_facts AS MATERIALIZED (
  SELECT same_facts, fact, bool_or(member) AS member, bool_or(young) AS young, bool_or(small) AS small, bool_or(pupil) AS pupil,
         bool_or(n AND a) AS not_able, bool_or(n AND c) AS not_cares, bool_or(a AND c) AS able_cares,
         bool_or(x_none AND x_dis) AS none_disabled, bool_or(x_child AND x_dis) AS child_disabled, bool_or(x_none AND x_child) AS none_child
  FROM (SELECT same_facts,
               CASE WHEN grouping(w_age) = 1 THEN 'birth_date' WHEN grouping(w_rel) = 1 THEN 'relation' WHEN grouping(w_stat) = 1 THEN 'status'
                    WHEN grouping(w_abs) = 1 THEN 'absence' WHEN grouping(w_full_time) = 1 THEN 'study' WHEN grouping(w_lives) = 1 THEN 'dwelling_id'
                    WHEN grouping(w_sex) = 1 THEN 'sex' WHEN grouping(w_disabled) = 1 THEN 'disability' WHEN grouping(w_pensioner) = 1 THEN 'work'
                    WHEN grouping(w_ill) = 1 THEN 'long_illness' ELSE 'cares_for' END AS fact,
               bool_or(member) AND NOT bool_and(member) AS member, bool_or(young) AND NOT bool_and(young) AS young,
               bool_or(small) AND NOT bool_and(small) AS small, bool_or(pupil) AND NOT bool_and(pupil) AS pupil,
               bool_or(kind = 'not') AS n, bool_or(kind = 'able') AS a, bool_or(kind = 'cares') AS c,
               bool_or(excuse = 'none') AS x_none, bool_or(excuse = 'child') AS x_child, bool_or(excuse = 'disabled') AS x_dis
        FROM worlds
        WHERE contains(same_facts, '?')
        GROUP BY GROUPING SETS (
          (same_facts, w_rel, w_stat, w_abs, w_full_time, w_lives, w_sex, w_disabled, w_pensioner, w_ill, w_cares),
          (same_facts, w_age, w_stat, w_abs, w_full_time, w_lives, w_sex, w_disabled, w_pensioner, w_ill, w_cares),
          (same_facts, w_age, w_rel, w_abs, w_full_time, w_lives, w_sex, w_disabled, w_pensioner, w_ill, w_cares),
          (same_facts, w_age, w_rel, w_stat, w_full_time, w_lives, w_sex, w_disabled, w_pensioner, w_ill, w_cares),
          (same_facts, w_age, w_rel, w_stat, w_abs, w_lives, w_sex, w_disabled, w_pensioner, w_ill, w_cares),
          (same_facts, w_age, w_rel, w_stat, w_abs, w_full_time, w_sex, w_disabled, w_pensioner, w_ill, w_cares),
          (same_facts, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives, w_disabled, w_pensioner, w_ill, w_cares),
          (same_facts, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives, w_sex, w_pensioner, w_ill, w_cares),
          (same_facts, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives, w_sex, w_disabled, w_ill, w_cares),
          (same_facts, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives, w_sex, w_disabled, w_pensioner, w_cares),
          (same_facts, w_age, w_rel, w_stat, w_abs, w_full_time, w_lives, w_sex, w_disabled, w_pensioner, w_ill))
        HAVING count(*) > 1)
  GROUP BY same_facts, fact),
each_person AS MATERIALIZED (
  SELECT k.family_id, k.person_id, k.same_facts, s.* EXCLUDE (same_facts), coalesce(i.income, 0) AS income, coalesce(i.term_open, FALSE) AS term_open
  FROM person_keys k JOIN summary s USING (same_facts) LEFT JOIN person_income i USING (person_id)),
-- The line is needed for "whose own income would lower it".
lines AS MATERIALIZED (SELECT f.family_id, l.line FROM families f JOIN poverty_lines l USING (region)),
-- One row per family.
counts AS MATERIALIZED (
  SELECT e.family_id,
         count(*) FILTER (surely) AS members_at_least,
         count(*) FILTER (maybe)  AS members_at_most,
         sum(e.income) FILTER (surely) AS income_of_sure,
         sum(e.income) FILTER (maybe)  AS income_of_all,
         -- members for the test of income: the sure, and those who may be and whose own income (below three lines) lowers it
         count(*) FILTER (surely OR (maybe AND 100 * e.income < 3 * l.line)) AS test_members,
         sum(e.income) FILTER (surely OR (maybe AND 100 * e.income < 3 * l.line)) AS test_income,
         coalesce(bool_or(maybe AND term_open), FALSE) AS term_open,
         count(*) FILTER (surely AND young) AS young, count(*) FILTER (surely AND small) AS small, count(*) FILTER (surely AND pupil) AS pupils,
         -- kind
         count(*) FILTER (NOT can_not) AS surely_able,
         count(*) FILTER (NOT can_not AND can_care) AS surely_able_may_care,
         count(*) FILTER (can_care) AS may_care,
         count(*) FILTER (can_able OR can_care) AS may_be_able,
         count(*) FILTER (can_able) AS may_be_able_not_caring,
         -- excuses of a second car
         count(*) FILTER (NOT can_none AND NOT can_child) AS surely_disabled,
         count(*) FILTER (can_disabled) AS may_be_disabled,
         count(*) FILTER (can_child AND NOT can_none) AS children_at_least,      -- where the person has no disability
         count(*) FILTER (can_child) AS children_at_most
  FROM each_person e JOIN lines l USING (family_id) GROUP BY e.family_id),
household AS MATERIALIZED (
  SELECT f.*, l.line, fi.farm, fi.missing AS income_missing, t.day, t.edition, t.in_2018, n.mci, n.minimum, n.minimum_of_quarter,
         coalesce(c.members_at_least, 0) AS members_at_least, coalesce(c.members_at_most, 0) AS members_at_most,
         coalesce(c.income_of_sure, 0) + fi.farm AS income_of_sure, coalesce(c.income_of_all, 0) + fi.farm AS income_of_all,
         coalesce(c.test_members, 0) AS test_members, coalesce(c.test_income, 0) + fi.farm AS test_income,
         coalesce(c.term_open, FALSE) AS term_open,
         coalesce(c.young, 0) AS young, coalesce(c.small, 0) AS small, coalesce(c.pupils, 0) AS pupils,
         coalesce(c.surely_able, 0) AS surely_able, coalesce(c.surely_able_may_care, 0) AS surely_able_may_care,
         coalesce(c.may_care, 0) AS may_care,
         -- conditional is possible: somebody able-bodied who does not care, or two who are able-bodied
         coalesce(c.may_be_able_not_caring, 0) >= 1 OR coalesce(c.may_be_able, 0) >= 2 AS can_be_conditional,
         -- unconditional is possible: nobody able-bodied, or exactly one, who cares
         coalesce(c.surely_able, 0) = 0 OR (c.surely_able = 1 AND c.surely_able_may_care = 1) AS can_be_unconditional,
         coalesce(c.surely_disabled, 0) AS surely_disabled, coalesce(c.children_at_least, 0) AS children_at_least,
         coalesce(c.children_at_most, 0) AS children_at_most,
         coalesce(c.surely_disabled, 0) > 0 OR coalesce(c.children_at_least, 0) >= 4 AS surely_excused,
         coalesce(c.may_be_disabled, 0) > 0 OR coalesce(c.children_at_most, 0) >= 4 AS may_be_excused,
         -- property not asked: these are not known
         EXISTS (SELECT 1 FROM not_asked WHERE kind = 'property') AS property_open,
         t.edition IN ('V4', 'V5') OR (t.edition = 'V3' AND t.day >= DATE '2023-01-01') AS supplement,
         t.day = DATE '2020-07-01' AS july_2020
  FROM families f JOIN lines l USING (family_id) JOIN family_income fi USING (family_id) CROSS JOIN the_day t CROSS JOIN national n
  LEFT JOIN counts c USING (family_id)),
property AS (
  SELECT h.* REPLACE (CASE WHEN property_open THEN NULL ELSE dwellings END AS dwellings,
                      CASE WHEN property_open THEN NULL ELSE cars END AS cars,
                      CASE WHEN property_open THEN NULL ELSE premises_for_profit END AS premises_for_profit,
                      CASE WHEN property_open THEN NULL ELSE building_plot END AS building_plot,
                      CASE WHEN property_open THEN NULL ELSE heavy_vehicles END AS heavy_vehicles),
         -- a sale counts from its day until five years later; NULL: not known
         CASE WHEN NOT column_there('families', 'dwelling_sold_on') THEN NULL
              WHEN dwelling_sold_on IS NULL THEN 0
              WHEN dwelling_sold_on <= day AND day < (dwelling_sold_on + to_years(5))::DATE THEN 1 ELSE 0 END AS sold
  FROM household h),
tested AS (
  SELECT p.*,
         -- dwellings: owned - unsafe + sold. Some of those owned, not more, can be unsafe.
         CASE WHEN dwellings IS NULL THEN 0 ELSE dwellings END - coalesce(unsafe_dwellings, dwellings, 0) + coalesce(sold, 0) AS dwellings_at_least,
         CASE WHEN dwellings IS NULL THEN 1000000 ELSE dwellings END - coalesce(unsafe_dwellings, 0) + coalesce(sold, 1)      AS dwellings_at_most,
         -- exactly on the line: V4 and V5 eligible, V1 to V3 not; 3 n L in tiyn against I in tenge
         members_at_least >= 1 AND CASE WHEN edition IN ('V4', 'V5') THEN 100 * test_income > 3 * test_members * line
                                        ELSE 100 * test_income >= 3 * test_members * line END AS above
  FROM property p),
conditions AS (
  SELECT t.*,
         dwelling_area_m2 <= 18 * members_at_least AS surely_small, dwelling_area_m2 > 18 * members_at_most AS surely_large
  FROM tested t),
decided AS MATERIALIZED (
  SELECT c.*,
         -- the sum of an adult in V2, if all members are sure (else: were all of them members)
         CASE WHEN members_at_most > 0 THEN half_up(greatest(3 * members_at_most * line - 100 * income_of_all, 0), 300 * members_at_most) END AS adult_sum,
         half_up(7 * minimum, 1000) AS child_sum,
         dwellings_at_most <= 1 OR coalesce(surely_small, FALSE) AS dwellings_met,
         dwellings_at_least > 1 AND coalesce(surely_large, FALSE) AS dwellings_unmet,
         coalesce(cars <= 1, FALSE) OR surely_excused AS cars_met,
         coalesce(cars > 1, FALSE) AND NOT may_be_excused AS cars_unmet
  FROM conditions c
),
-- The applicant: head or spouse of a known status other than `other` (the text names relation and status only: where they live, whether they
-- are away, or that their date of birth is not known, does not matter here).
applicants AS (
  SELECT family_id,
         bool_or(rel = 'head_spouse' AND stat = 'entitled') AS found,
         bool_or(rel = '?' AND stat <> 'other')                AS relation_open,
         bool_or(stat = '?' AND rel IN ('head_spouse', '?')) AS status_open
  FROM people GROUP BY family_id),
-- A fact of a person is missing if it decides (taken as always mattering: one member more or less, and a tenge of income; that a sum could by
-- chance be the same to the tenge is looked for only between an adult's and a child's sum in V2)
--   * the membership (the number of members changes the sum),
--   * a sum that depends on age or study,
--   * the kind: for some answer of the others the kind turns on this person,
--   * the excuse of a second car, likewise.
facts_of_persons AS (
  SELECT family_id, list(DISTINCT fact) AS missing
  FROM (SELECT p.family_id, o.*, d.*,
               d.surely_able - (NOT p.can_not)::INTEGER                     AS others_able,
               d.surely_able_may_care - (NOT p.can_not AND p.can_care)::INTEGER AS others_able_may_care,
               d.may_care - p.can_care::INTEGER                             AS others_may_care,
               d.surely_disabled = (NOT p.can_none AND NOT p.can_child)::INTEGER AS others_not_disabled,
               d.children_at_least - (p.can_child AND NOT p.can_none)::INTEGER AS other_children_at_least,
               d.children_at_most - p.can_child::INTEGER                    AS other_children_at_most
        FROM each_person p JOIN open_facts o USING (same_facts) JOIN (SELECT * EXCLUDE (young, small, pupils) FROM decided) d USING (family_id))
  WHERE member
     OR (small AND supplement)
     OR (pupil AND july_2020)
     -- V2: an adult's sum and a child's can be the same, and then nothing turns on the age
     OR (young AND edition = 'V2' AND (len(income_missing) > 0 OR term_open OR members_at_least < members_at_most
                                       OR adult_sum <> child_sum))
     -- able-bodied or not, caring or not: nobody else able-bodied
     OR (able_cares AND others_able = 0)
     -- able-bodied or not: nobody else able-bodied, or one other who cares
     OR (not_able AND (others_able = 0 OR (others_able = 1 AND others_able_may_care = 1)))
     -- caring or not able-bodied: makes a difference only beside one other who cares
     OR (not_cares AND ((others_able = 0 AND others_may_care > 0) OR (others_able = 1 AND others_able_may_care = 1)))
     OR (NOT cars_met AND NOT cars_unmet AND others_not_disabled
         AND ((none_disabled AND other_children_at_least <= 3)
              OR (child_disabled AND other_children_at_least <= 2)
              OR (none_child AND other_children_at_least <= 3 AND other_children_at_most >= 3)))
  GROUP BY family_id),
listed AS (
  SELECT d.*,
         joined([CASE WHEN NOT coalesce(a.found, FALSE) AND NOT coalesce(a.relation_open OR a.status_open, FALSE) THEN 'no_entitled_applicant' END,
                 CASE WHEN members_at_most = 0 THEN 'no_members' END,
                 CASE WHEN above THEN 'income_above_line' END,
                 CASE WHEN survey_refused THEN 'survey_refused' END,
                 CASE WHEN dwellings_unmet THEN 'second_dwelling' END,
                 CASE WHEN premises_for_profit THEN 'premises_for_profit' END,
                 CASE WHEN building_plot THEN 'building_plot' END,
                 CASE WHEN cars_unmet THEN 'second_car' END,
                 CASE WHEN heavy_vehicles THEN 'heavy_vehicle' END,
                 CASE WHEN refused_work_on <= day AND day < (refused_work_on + to_months(6))::DATE THEN 'work_refused' END,
                 CASE WHEN contract_broken_on <= day AND day < (contract_broken_on + to_months(6))::DATE THEN 'contract_broken' END,
                 CASE WHEN false_data_on <= day AND day < (false_data_on + to_months(6))::DATE THEN 'false_data' END]) AS unmet,
         joined_abc(list_concat(
           coalesce(f.missing, []), income_missing,
           [CASE WHEN NOT coalesce(a.found, FALSE) AND a.relation_open THEN 'relation' END,
            CASE WHEN NOT coalesce(a.found, FALSE) AND a.status_open THEN 'status' END,
            CASE WHEN term_open THEN 'term_months' END,
            CASE WHEN survey_refused IS NULL THEN 'survey_refused' END,
            CASE WHEN premises_for_profit IS NULL THEN 'premises_for_profit' END,
            CASE WHEN building_plot IS NULL THEN 'building_plot' END,
            CASE WHEN heavy_vehicles IS NULL THEN 'heavy_vehicles' END,
            CASE WHEN refused_work_on IS NULL AND NOT column_there('families', 'refused_work_on') THEN 'refused_work_on' END,
            CASE WHEN contract_broken_on IS NULL AND NOT column_there('families', 'contract_broken_on') THEN 'contract_broken_on' END,
            CASE WHEN false_data_on IS NULL AND NOT column_there('families', 'false_data_on') THEN 'false_data_on' END,
            CASE WHEN NOT cars_met AND NOT cars_unmet AND cars IS NULL THEN 'cars' END],
           CASE WHEN dwellings_met OR dwellings_unmet THEN [] ELSE
           [CASE WHEN dwellings IS NULL THEN 'dwellings' END,
            CASE WHEN unsafe_dwellings IS NULL THEN 'unsafe_dwellings' END,
            CASE WHEN dwelling_area_m2 IS NULL THEN 'dwelling_area_m2' END,
            -- a sale makes two of one
            CASE WHEN sold IS NULL AND (dwellings IS NULL OR unsafe_dwellings IS NULL OR dwellings - unsafe_dwellings = 1) THEN 'dwelling_sold_on' END]
           END)) AS missing
  FROM decided d LEFT JOIN applicants a USING (family_id) LEFT JOIN facts_of_persons f USING (family_id)),
answered AS (
  SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome,
         3 * members_at_most * line - 100 * income_of_all AS s           -- S = 3nL - I, in tiyn (read only where granted)
  FROM listed)
SELECT family_id, 'targeted_assistance' AS act, '' AS person_id, edition, outcome,
       CASE WHEN outcome <> 'granted' THEN '' WHEN can_be_conditional THEN 'conditional' ELSE 'unconditional' END AS kind,
       (CASE WHEN outcome <> 'granted' THEN 0
             WHEN edition = 'V1' THEN half_up(s, 300)
             WHEN edition = 'V2' THEN (members_at_most - young) * adult_sum + young * child_sum
             WHEN supplement THEN half_up(2 * s + 9 * small * mci, 600)     -- (S + 3 c 1.5 MCI) / 3, doubled to stay whole
             ELSE half_up(s, 300) END)::BIGINT AS monthly,
       (CASE WHEN outcome = 'granted' AND july_2020 THEN half_up(2 * mci * pupils, 100) ELSE 0 END)::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       CASE WHEN members_at_least = members_at_most AND members_at_most > 0 AND len(income_missing) = 0 AND NOT term_open
            THEN (half_up(100 * income_of_all, 3 * members_at_most)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) END AS income_per_head,
       (line::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS poverty_line
FROM answered
-- not in force without the figures it needs
WHERE edition IS NOT NULL
  AND (edition <> 'V2' OR minimum IS NOT NULL)
  AND (NOT (supplement OR july_2020) OR mci IS NOT NULL);
