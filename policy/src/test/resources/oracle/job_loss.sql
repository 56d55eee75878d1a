-- JOB-LOSS PAYMENT: income of 24 months / 24 x 0.45 (0.40 before 2023) x the coefficient of the record.
-- Run after figures.sql and common.sql.
CREATE OR REPLACE VIEW out_job_loss AS
WITH
lost AS (
  SELECT p.*, t.in_2018,
         -- (greatest would take a number for one that is not known)
         CASE WHEN p.insured_months IS NOT NULL AND p.job_loss_months_paid IS NOT NULL
              THEN greatest(p.insured_months - 12 * p.job_loss_months_paid, 0) END AS record,
         CASE WHEN t.day < DATE '2023-01-01' THEN 40 ELSE 45 END AS share,
         -- of pension age? only the sex can be open between the ages of women and of men
         CASE WHEN p.age = '?' THEN NULL
              WHEN p.age = 'pension' THEN TRUE
              WHEN p.age = 'pension_f' THEN p.sex = 'f'
              ELSE FALSE END AS pension_age
  FROM people p CROSS JOIN the_day t
  WHERE column_there('persons', 'job_lost_on') AND p.job_lost_on <= t.day AND t.day < (p.job_lost_on + to_months(12))::DATE
    AND t.edition IS NOT NULL),
sums AS (
  SELECT *,
         CASE WHEN record < 12 THEN 70 WHEN record < 24 THEN 75 WHEN record < 36 THEN 85 WHEN record < 48 THEN 90 WHEN record < 60 THEN 95
              ELSE least(100 + 2 * ((record - 60) // 12), 130) END AS coefficient
  FROM lost),
listed AS (
  SELECT *,
         joined([-- what was paid already only shortens the record
                 CASE WHEN insured_months < 6 OR record < 6 THEN 'record_too_short' END,
                 CASE WHEN work IN ('permanent', 'temporary', 'self_employed') THEN 'works' END,
                 CASE WHEN pension_age THEN 'pension_age' END]) AS unmet,
         joined_abc([CASE WHEN insured_months IS NULL THEN 'insured_months' END,
                     CASE WHEN job_loss_months_paid IS NULL THEN 'job_loss_months_paid' END,
                     CASE WHEN work IS NULL THEN 'work' END,
                     CASE WHEN birth_date IS NULL THEN 'birth_date' END,
                     CASE WHEN sex IS NULL AND age IN ('?', 'pension_f') THEN 'sex' END,
                     CASE WHEN insured_income_24m IS NULL THEN 'insured_income_24m' END]) AS missing,
         whole_tenge(insured_income_24m::HUGEINT * share * coefficient, 240000, in_2018) AS sum
  FROM sums),
answered AS (SELECT *, CASE WHEN unmet <> '' THEN 'refused' WHEN missing <> '' THEN 'undecided' ELSE 'granted' END AS outcome FROM listed)
SELECT family_id, 'job_loss' AS act, person_id, NULL::VARCHAR AS edition, outcome, '' AS kind,
       (CASE WHEN outcome = 'granted' THEN sum ELSE 0 END)::BIGINT AS monthly, 0::BIGINT AS once,
       unmet, CASE WHEN outcome = 'undecided' THEN missing ELSE '' END AS missing,
       NULL::DECIMAL(18, 2) AS income_per_head, NULL::DECIMAL(18, 2) AS poverty_line
FROM answered;
