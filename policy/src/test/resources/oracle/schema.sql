CREATE TABLE families(family_id VARCHAR, region VARCHAR, district VARCHAR, settlement VARCHAR, address VARCHAR, dwelling_id VARCHAR, settlement_type VARCHAR,
  dwellings INTEGER, dwelling_area_m2 DECIMAL(18,2), unsafe_dwellings INTEGER, dwelling_sold_on DATE, water BOOLEAN, heating BOOLEAN, sewer BOOLEAN,
  premises_for_profit BOOLEAN, building_plot BOOLEAN, cars INTEGER, heavy_vehicles BOOLEAN, contract_broken_on DATE, refused_work_on DATE, false_data_on DATE,
  survey_refused BOOLEAN, overdue_debt BOOLEAN, loans_quarter BIGINT, outflows_quarter BIGINT, deposits BIGINT, housing_costs BIGINT, only_dwelling BOOLEAN);
CREATE TABLE persons(person_id VARCHAR, family_id VARCHAR, iin VARCHAR, last_name VARCHAR, first_name VARCHAR, patronymic VARCHAR, phone VARCHAR, language VARCHAR,
  mother_id VARCHAR, father_id VARCHAR, guardian_id VARCHAR, dwelling_id VARCHAR, birth_date DATE, sex VARCHAR, relation VARCHAR, status VARCHAR, absence VARCHAR,
  disability VARCHAR, disability_group_child VARCHAR, disability_cause VARCHAR, study VARCHAR, work VARCHAR, cares_for VARCHAR, long_illness BOOLEAN, needs_care BOOLEAN,
  education_level VARCHAR, occupation VARCHAR, graduated_on DATE, registered_on DATE, released_on DATE, probation BOOLEAN, homeless BOOLEAN, rehab_programme BOOLEAN,
  job_loss_months_paid INTEGER, insured_months INTEGER, insured_income_24m BIGINT, award VARCHAR, job_lost_on DATE, breadwinner_lost VARCHAR, receives VARCHAR);
CREATE TABLE incomes(person_id VARCHAR, month VARCHAR, kind VARCHAR, amount BIGINT, term_months INTEGER);
CREATE TABLE livestock(family_id VARCHAR, kind VARCHAR, heads INTEGER);
CREATE TABLE plots(family_id VARCHAR, kind VARCHAR, area_m2 DECIMAL(18,2));
CREATE TABLE sources(kind VARCHAR, asked_from VARCHAR, asked_to VARCHAR, received_on DATE);
CREATE TABLE present_columns(file VARCHAR, col VARCHAR);
INSERT INTO present_columns SELECT table_name, column_name FROM information_schema.columns WHERE table_name IN ('families','persons','incomes','livestock','plots','sources');
CREATE TABLE present_files(file VARCHAR);
INSERT INTO present_files VALUES ('families'),('persons'),('incomes'),('livestock'),('plots'),('sources');
CREATE TABLE figures(figure VARCHAR, region VARCHAR, from_day DATE, until_day DATE, value DECIMAL(18,2), source VARCHAR, prio INTEGER);
CREATE TABLE params(month DATE);
