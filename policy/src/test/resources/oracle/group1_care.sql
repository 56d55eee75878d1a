-- CARE OF A PERSON OF GROUP I, 18 or older: 1.05 of the minimum in 2018, 1.40 from July 2019, 1.61 from July 2023.
-- Run after figures.sql and common.sql.
CREATE OR REPLACE VIEW out_group1_care AS
WITH
cared_for AS (
  SELECT p.*, t.in_2018, n.minimum
  FROM people p CROSS JOIN the_day t CROSS JOIN national n
  WHERE column_there('persons', 'disability') AND (p.disability IS NULL OR p.disability = 'group1')
    AND column_there('persons', 'birth_date') AND (p.birth_date IS NULL OR reached(p.birth_date, 216, t.day))
    AND n.minimum IS NOT NULL AND t.edition IS NOT NULL),
-- the others of the family who care for somebody of group I, or may
carers_of AS (
  SELECT c.person_id,
         count(*) FILTER (k.cares_for = 'disabled_group1')                                           AS surely,
         count(*)                                                                                    AS maybe,
         count(*) FILTER (k.cares_for = 'disabled_group1' AND reached(k.birth_date, 216, k.day))     AS surely_adult,
         count(*) FILTER (k.birth_date IS NULL OR reached(k.birth_date, 216, k.day))                 AS maybe_adult,
         bool_or(k.cares_for IS NULL)                                                                AS cares_for_open,
         bool_or(k.birth_date IS NULL)                                                               AS birth_date_open
  FROM cared_for c JOIN people k ON k.family_id = c.family_id AND k.person_id <> c.person_id 
    -- of who is under 18 it need not be known
    AND (k.cares_for = 'disabled_group1' OR (k.cares_for IS NULL AND (k.birth_date IS NULL OR reached(k.birth_date, 216, k.day))))
  GROUP BY c.person_id),
listed AS (
  SELECT c.family_id, c.person_id,
         joined([CASE WHEN c.absence = 'state_provision' THEN 'on_state_provision' END,
                 CASE WHEN coalesce(k.maybe, 0) = 0 THEN 'no_carer' END,
                 CASE WHEN k.surely > 0 AND k.maybe_adult = 0 THEN 'carer_minor' END]) AS unmet,
         joined_abc([CASE WHEN c.disability IS NULL THEN 'disability' END, CASE WHEN c.birth_date IS NULL THEN 'birth_date' END,
                     CASE WHEN c.absence IS NULL THEN 'absence' END,
                     CASE WHEN k.surely_adult = 0 AND k.cares_for_open THEN 'cares_for' END,
                     CASE WHEN k.surely_adult = 0 AND k.birth_date_open THEN 'birth_date' END]) AS missing,
         whole_tenge(CASE WHEN c.day < DATE '2019-07-01' THEN 105 WHEN c.day < DATE '2023-07-01' THEN 140 ELSE 161 END * c.minimum, 10000, c.in_2018) AS sum
  FROM cared_for c LEFT JOIN carers_of k USING (person_id)),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'group1_care' AS act, person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN sum ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
