-- CHILDREN: whose child, which place by birth, who is the mother, who cares.
-- Run after figures.sql and common.sql; birth_grant, childcare and childcare_insured read it.

-- Whose child a person is. `belongs`:
--   household   a child or foster child by relation, or who has head, spouse or partner as told parent or guardian;
--   relation    cannot be told, because a relation is not known (its own, or of the parents in the family);
--   member      a told parent or guardian is another member;
--   nobody      no parent or guardian told who is a member of the family: `parent` is missing.
-- `counts`: is the person one of "the own and foster children of the household" for the order of birth of others?
CREATE OR REPLACE VIEW child_links AS
SELECT *,
       CASE WHEN relation IN ('child', 'foster_child') OR told_household THEN 'household'
            WHEN relation IS NULL OR told_open THEN 'relation'
            WHEN told_member THEN 'member'
            ELSE 'nobody' END AS belongs,
       CASE WHEN relation IN ('child', 'foster_child') OR told_household THEN 'yes'
            WHEN relation IS NULL OR told_open THEN 'relation'
            ELSE 'no' END AS counts
FROM (SELECT p.family_id, p.person_id, p.birth_date, p.relation, p.mother_id, p.father_id, p.guardian_id,
             coalesce(p.mother_id, p.father_id, p.guardian_id) IS NOT NULL AS told,
             m.person_id IS NOT NULL OR f.person_id IS NOT NULL OR g.person_id IS NOT NULL AS told_member,
             coalesce(m.relation IN ('head', 'spouse', 'partner'), FALSE) OR coalesce(f.relation IN ('head', 'spouse', 'partner'), FALSE)
               OR coalesce(g.relation IN ('head', 'spouse', 'partner'), FALSE) AS told_household,
             (m.person_id IS NOT NULL AND m.relation IS NULL) OR (f.person_id IS NOT NULL AND f.relation IS NULL)
               OR (g.person_id IS NOT NULL AND g.relation IS NULL) AS told_open,
             m.person_id AS mother_here, f.person_id AS father_here, g.person_id AS guardian_here
      FROM people p
      LEFT JOIN people m ON m.family_id = p.family_id AND m.person_id = p.mother_id
      LEFT JOIN people f ON f.family_id = p.family_id AND f.person_id = p.father_id
      LEFT JOIN people g ON g.family_id = p.family_id AND g.person_id = p.guardian_id);

-- Persons under 18 months, or of unknown date of birth who are not head, spouse, partner or parent (an unknown relation is none of these).
-- No row at all if the file has no dates of birth.
CREATE OR REPLACE VIEW infants AS
SELECT l.*, p.absence, p.receives, p.day,
       l.birth_date IS NULL AS age_open, p.birth_date IS NULL OR NOT reached(p.birth_date, 12, p.day) AS maybe_under_1
FROM child_links l JOIN people p USING (person_id)
WHERE column_there('persons', 'birth_date')
  AND CASE WHEN l.birth_date IS NULL THEN l.relation IS NULL OR l.relation NOT IN ('head', 'spouse', 'partner', 'parent')
           ELSE NOT reached(l.birth_date, 18, p.day) END;

-- The order of birth: how many were born earlier, at least and at most, and the facts that leave it open.
-- For a child of the household its own and foster children; for a child of another member the children of the same mother, else father,
-- (else guardian).
CREATE OR REPLACE VIEW birth_order AS
WITH others AS (
  SELECT c.person_id, c.belongs, c.told, s.counts, s.relation,
         CASE WHEN c.mother_here IS NOT NULL THEN s.mother_here = c.mother_here
              WHEN c.father_here IS NOT NULL THEN s.father_here = c.father_here
              ELSE s.guardian_here = c.guardian_here END AS same_parent,
         s.birth_date < c.birth_date OR (s.birth_date = c.birth_date AND s.person_id < c.person_id) AS earlier      -- NULL: cannot be told
  FROM infants c JOIN child_links s ON s.family_id = c.family_id AND s.person_id <> c.person_id),
counted AS (
  SELECT person_id, belongs, told,
         count(*) FILTER (counts = 'yes' AND earlier)                                      AS household_at_least,
         count(*) FILTER (counts <> 'no' AND (earlier OR earlier IS NULL))                 AS household_at_most,
         count(*) FILTER (same_parent AND earlier)                                         AS parent_at_least,
         count(*) FILTER (same_parent AND (earlier OR earlier IS NULL))                    AS parent_at_most,
         coalesce(bool_or(earlier IS NULL AND CASE WHEN belongs = 'member' THEN coalesce(same_parent, FALSE) ELSE counts <> 'no' END), FALSE) AS birth_open,
         coalesce(bool_or(belongs = 'household' AND counts = 'relation' AND (earlier OR earlier IS NULL)), FALSE) AS relation_open
  FROM others GROUP BY person_id, belongs, told)
SELECT i.person_id,
       CASE i.belongs WHEN 'member' THEN coalesce(parent_at_least, 0) WHEN 'household' THEN coalesce(household_at_least, 0) ELSE 0 END + 1 AS place_at_least,
       CASE i.belongs WHEN 'member' THEN coalesce(parent_at_most, 0) WHEN 'household' THEN coalesce(household_at_most, 0) ELSE 0 END + 1 AS place_at_most,
       -- missing only if the place changes the amount
       [CASE WHEN c.birth_open THEN 'birth_date' END, CASE WHEN c.relation_open THEN 'relation' END] AS place_facts,
       -- missing in any case: whose child it is has to be told, before its place is asked
       [CASE WHEN i.belongs = 'nobody' THEN 'parent' END, CASE WHEN i.belongs = 'relation' THEN 'relation' END] AS child_facts
FROM infants i LEFT JOIN counted c USING (person_id);

-- THE MOTHER: the one told, if she is of the family; for a child of the household without a told mother the first woman of head, spouse and
-- partner. NULL if she is not of the family or cannot be told.
CREATE OR REPLACE VIEW mothers AS
WITH women AS (
  SELECT family_id, person_id FROM people WHERE relation IN ('head', 'spouse', 'partner') AND sex = 'f'
  QUALIFY row_number() OVER (PARTITION BY family_id ORDER BY CASE relation WHEN 'head' THEN 1 WHEN 'spouse' THEN 2 ELSE 3 END, person_id) = 1)
SELECT i.person_id AS child_id,
       CASE WHEN i.mother_id IS NOT NULL THEN i.mother_here WHEN i.belongs = 'household' THEN w.person_id END AS mother_id
FROM infants i LEFT JOIN women w USING (family_id);

-- THE CARER: among persons of 16 and older (or of unknown age) the one with cares_for child_under_3 (of several the mother, else the first). If
-- nobody is known to care, each of whom `cares_for` is not known may be the carer, and the mother. One row for each who may turn out to be
-- the carer of the child (carer_id NULL: a mother who cannot be told).
CREATE OR REPLACE VIEW carers AS
WITH could_care AS MATERIALIZED (
  SELECT i.person_id AS child_id, p.person_id, p.cares_for, coalesce(m.mother_id = p.person_id, FALSE) AS is_mother
  FROM infants i JOIN people p ON p.family_id = i.family_id AND p.person_id <> i.person_id JOIN mothers m ON m.child_id = i.person_id
  WHERE (p.cares_for = 'child_under_3' OR p.cares_for IS NULL) AND (p.birth_date IS NULL OR reached(p.birth_date, 192, p.day))),
known AS (
  SELECT child_id, person_id FROM could_care WHERE cares_for IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY child_id ORDER BY CASE WHEN is_mother THEN 0 ELSE 1 END, person_id) = 1)
SELECT child_id, person_id AS carer_id, NULL AS fact FROM known
UNION ALL
SELECT child_id, person_id, 'cares_for' FROM could_care WHERE cares_for IS NULL AND child_id NOT IN (SELECT child_id FROM known)
UNION ALL
SELECT child_id, mother_id, CASE WHEN mother_id IS NULL THEN 'parent' END FROM mothers WHERE child_id NOT IN (SELECT child_id FROM known);
