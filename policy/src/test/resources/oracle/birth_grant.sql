-- BIRTH GRANT: once, 38 monthly indices for the first three children, 63 from the fourth.
-- Run after children.sql.
CREATE OR REPLACE VIEW out_birth_grant AS
WITH
sums AS (
  SELECT i.*, b.* EXCLUDE (person_id),
         whole_tenge(CASE WHEN place_at_least <= 3 THEN 38 ELSE 63 END * n.mci, 100, t.in_2018) AS once_1,
         whole_tenge(CASE WHEN place_at_most <= 3 THEN 38 ELSE 63 END * n.mci, 100, t.in_2018)  AS once_2,
         count(*) OVER (PARTITION BY family_id) = 1 AS only_one          -- "the only such child of the family"
  FROM infants i JOIN birth_order b USING (person_id) CROSS JOIN national n CROSS JOIN the_day t
  WHERE n.mci IS NOT NULL AND t.edition IS NOT NULL),
-- a grown-up relative, by the codes, whose `receives` names the grant
grown_ups AS (
  SELECT family_id, bool_or(relation IN ('head', 'spouse', 'partner', 'parent')) AS named
  FROM people WHERE list_contains(receives, 'birth_grant') GROUP BY family_id),
judged AS (
  SELECT s.*,
         list_contains(s.receives, 'birth_grant')
           OR (only_one AND belongs = 'household' AND coalesce(g.named, FALSE)) AS already_paid      -- NULL: `receives` is not known
  FROM sums s LEFT JOIN grown_ups g USING (family_id)),
listed AS (
  SELECT *,
         CASE WHEN already_paid THEN 'already_paid' ELSE '' END AS unmet,
         joined_abc(list_concat(child_facts,
           [CASE WHEN age_open THEN 'birth_date' END, CASE WHEN receives IS NULL THEN 'receives' END],
           CASE WHEN once_1 <> once_2 THEN place_facts ELSE [] END)) AS missing
  FROM judged),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'birth_grant' AS act, person_id, NULL::VARCHAR AS edition, outcome, '' AS kind, 0::BIGINT AS monthly,
       (CASE WHEN outcome = 'granted' THEN once_1 ELSE 0 END)::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
