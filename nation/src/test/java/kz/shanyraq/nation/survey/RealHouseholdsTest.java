package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.nation.run.Assess;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.figures.Figures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every benefit for every real household, and our verdict on poverty beside the one printed in the data: computes
/// the tables of `docs/real-households.md` and fails if it holds others.
@Tag("slow")
class RealHouseholdsTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 1);

    /// One month of each edition of targeted assistance.
    private static final List<String> MONTHS = List.of("2018-05", "2019-05", "2020-05", "2023-09", "2025-01");

    private static final int KARAGANDA = 35;

    private static final String[] REASONS = {"kind of difference", "poor there, not here", "poor here, not there"};

    @TempDir
    private Path out;

    private final RealHouseholds document = new RealHouseholds();
    private Connection connection;
    private Statement sql;

    @BeforeEach
    void open() throws SQLException {
        RealMicrodata.folder();
        connection = DriverManager.getConnection("jdbc:duckdb:");
        sql = connection.createStatement();
        sql.execute("create macro n(x) as replace(format('{:,}', x::bigint), ',', ' ')");
        sql.execute("create macro line() as %s".formatted(line(MONTH)));
    }

    @AfterEach
    void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    /// Our poverty line, in tenge.
    private static String line(YearMonth month) {
        long tiyn = TargetedAssistance.rates(Day.of(month), Figures.shipped())[RealMicrodata.REGION].line();
        return "%d.%02d".formatted(tiyn / 100, tiyn % 100);
    }

    /// Brings a set over, assesses it, and makes the results a table of that name.
    private SurveyImport.Done run(SurveySet set, YearMonth month, boolean presume, String name) throws SQLException {
        Path data = out.resolve(name);
        SurveyImport.Done done =
                RealMicrodata.bring(set, new Move(month, RealMicrodata.REGION, factor(set, month), presume), data);
        assertThat(assess(data, month, name)).isEqualTo(done.families());
        return done;
    }

    private static Factor factor(SurveySet set, YearMonth month) {
        return set.factor(month, RealMicrodata.REGION, Figures.shipped());
    }

    /// Assesses every family, makes the results a table, and tells how many families there were.
    private long assess(Path data, YearMonth month, String name) throws SQLException {
        Path results = out.resolve(name + "-results.csv");
        Assess.Report report = RealMicrodata.assess(data, month, results);
        assertThat(report.rejectedRows()).isZero();
        assertThat(report.tally().notAssessed).isZero();
        sql.execute("""
                create table %s as select * replace (monthly::bigint as monthly, once::bigint as once,
                    coalesce(unmet, '') as unmet, coalesce(missing, '') as missing,
                    nullif(income_per_head, '')::decimal(18, 2) as income_per_head)
                from read_csv('%s', all_varchar = true)""".formatted(name, results));
        return report.tally().families;
    }

    private void survey(SurveySet set, String file, String name) throws SQLException {
        Path csv = RealMicrodata.folder().resolve(set.code()).resolve(file + ".csv");
        sql.execute("create view %s as select * from read_csv('%s')".formatted(name, csv));
    }

    private List<String[]> rows(String query) throws SQLException {
        var rows = new ArrayList<String[]>();
        try (ResultSet result = sql.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    String cell = result.getString(i + 1);
                    row[i] = cell == null ? "–" : cell;
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void table(String name, String header, String query) throws SQLException {
        document.table(name, header.split(" \\| "), rows(query));
    }

    @Test
    void the_document_holds_what_comes_out() throws SQLException {
        var counts = new ArrayList<String[]>();
        for (SurveySet set : List.of(SurveySet.US_ACS2011, SurveySet.AT_SILC_SYNTHETIC)) {
            String name = set.code().substring(0, 2);
            counts.add(count(set, run(set, MONTH, false, name + "_asked")));
            run(set, MONTH, true, name + "_presumed");
            survey(set, "households", name + "_households");
            survey(set, "persons", name + "_persons");
            outcomes(set, name);
            reasons(set, name);
        }
        counts.add(count(SurveySet.MX_ENIGH2022, run(SurveySet.MX_ENIGH2022, MONTH, false, "mx_asked")));
        document.table(
                "counts",
                new String[] {
                    "set", "rows read", "rejected", "households", "families", "persons", "incomes", "one unit is"
                },
                counts);
        american();
        austrian();
        sizes();
        regional();
        families();
        mexican();
        document.check();
    }

    private static String[] count(SurveySet set, SurveyImport.Done done) {
        return new String[] {
            "`" + set.code() + "`",
            grouped(done.rowsRead()),
            grouped(done.rowsSkipped()),
            grouped(done.households()),
            grouped(done.families()),
            grouped(done.persons()),
            grouped(done.incomes()),
            factor(set, MONTH) + " ₸"
        };
    }

    private static String grouped(long number) {
        return "%,d".formatted(number).replaceAll("[^0-9]", " ");
    }

    private void outcomes(SurveySet set, String name) throws SQLException {
        table(
                "outcomes of " + set.code(),
                "benefit | as asked: granted | refused | undecided | presumed: granted | refused | undecided"
                        + " | ₸ a month | ₸ once",
                """
                with both_runs as (select 'a' run, * from %1$s_asked union all select 'p', * from %1$s_presumed)
                select '`' || act || '`',
                    n(count(*) filter (run = 'a' and outcome = 'granted')),
                    n(count(*) filter (run = 'a' and outcome = 'refused')),
                    n(count(*) filter (run = 'a' and outcome = 'undecided')),
                    n(count(*) filter (run = 'p' and outcome = 'granted')),
                    n(count(*) filter (run = 'p' and outcome = 'refused')),
                    n(count(*) filter (run = 'p' and outcome = 'undecided')),
                    n(coalesce(sum(monthly) filter (run = 'p'), 0)),
                    n(coalesce(sum(once) filter (run = 'p'), 0))
                from both_runs group by act order by act""".formatted(name));
    }

    private void reasons(SurveySet set, String name) throws SQLException {
        table("reasons of " + set.code(), "benefit | outcome | because of each of | as asked | presumed", """
                with both_runs as (
                    select 'a' run, act, outcome, unnest(string_split(case outcome when 'refused' then unmet
                        else missing end, '|')) code from %1$s_asked where outcome <> 'granted'
                    union all
                    select 'p', act, outcome, unnest(string_split(case outcome when 'refused' then unmet
                        else missing end, '|')) from %1$s_presumed where outcome <> 'granted'),
                counted as (
                    select act, outcome, code, count(*) filter (run = 'a') asked, count(*) filter (run = 'p') presumed
                    from both_runs group by act, outcome, code)
                select '`' || act || '`', outcome, string_agg('`' || code || '`', ' ' order by code), n(asked),
                    n(presumed)
                from counted group by act, outcome, asked, presumed
                order by act desc, outcome, presumed desc, asked desc""".formatted(
                        name));
    }

    /// The verdict printed for the reference person, or for the person who is a family of their own, beside ours.
    ///
    /// Where they differ, one difference after the other is taken back, and the one at which the verdict turns is
    /// the reason.
    private void american() throws SQLException {
        Factor factor = factor(SurveySet.US_ACS2011, MONTH);
        sql.execute(
                "create macro us_poor(income, persons) as (income * %s / 12 <= persons * line())".formatted(factor));
        sql.execute("""
                create table us_members as
                select *, relation in (11, 12, 15) and age >= 18 alone,
                    case when alone then household || '-P' || lpad(person::varchar, 2, '0')
                        else household::varchar end family_id,
                    coalesce(wages, 0) + coalesce(self_employment, 0) + coalesce(interest_rent, 0)
                        + coalesce(social_security, 0) + coalesce(ssi, 0) + coalesce(public_assistance, 0)
                        + coalesce(retirement, 0) + coalesce(other_income, 0) told,
                    relation <= 10 or alone theirs
                from us_persons""");
        sql.execute("""
                create table us_families as
                select family_id, count(*) persons, sum(told) told,
                    max(case when relation = 0 or alone then poverty_ratio_pct end) < 100 there,
                    count(*) filter (theirs) their_persons, sum(told) filter (theirs) their_money,
                    -sum(least(0, coalesce(self_employment, 0)) + least(0, coalesce(interest_rent, 0))) losses,
                    sum(coalesce(public_assistance, 0) + case when age < 18 then coalesce(ssi, 0) else 0 end) aid
                from us_members group by 1""");
        sql.execute("""
                create table us_verdicts as
                select f.*, not contains(r.unmet, 'income_above_line') here, r.outcome, a.outcome asked,
                    us_poor(told + losses - aid, f.persons) ours,
                    us_poor(told + losses, f.persons) with_aid,
                    us_poor(told, f.persons) with_losses,
                    us_poor(their_money, their_persons) their_family
                from us_families f join us_presumed r using (family_id) join us_asked a using (family_id)
                where r.act = 'targeted_assistance' and a.act = 'targeted_assistance'""");
        assertThat(rows("select family_id from us_verdicts where here is distinct from ours or there is null"))
                .isEmpty();
        verdicts("us");
        table("differences of us_acs2011", String.join(" | ", REASONS), """
                with reasons(place, kind, reason) as (values
                    (1, 'aid', 'incomes that our law does not count: public cash assistance, SSI of children'),
                    (2, 'loss', 'losses, which the survey deducts and we do not'),
                    (3, 'family', 'partner and foster children: of our family, not of theirs'),
                    (4, 'one', 'the line, of one person'),
                    (5, 'few', 'the line, of two or three persons'),
                    (6, 'many', 'the line, of four and more persons')),
                found as (select there, case when with_aid <> here then 'aid'
                        when with_losses <> here then 'loss' when their_family <> here then 'family'
                        when their_persons = 1 then 'one' when their_persons <= 3 then 'few' else 'many' end kind
                    from us_verdicts where there <> here)
                select reason, n(count(*) filter (there)), n(count(*) filter (not there))
                from (select place, reason, there from reasons left join found using (kind)
                    union all select 9, '**all**', there from found)
                group by place, reason order by place""");
    }

    private void austrian() throws SQLException {
        Factor factor = factor(SurveySet.AT_SILC_SYNTHETIC, MONTH);
        sql.execute(
                "create macro at_poor(income, persons) as (income * %s / 12 <= persons * line())".formatted(factor));
        sql.execute("""
                create table at_families as
                select h.household::varchar family_id, any_value(h.weight) weight, count(*) persons,
                    count(*) filter (age < 0) unborn, any_value(eq_income) < 10859.24 there,
                    any_value(eq_income * eq_size) disposable,
                    sum(coalesce(py010_employee, 0) + coalesce(py050_self, 0) + coalesce(py090_unemployment, 0)
                        + coalesce(py100_oldage, 0) + coalesce(py110_survivor, 0) + coalesce(py120_sickness, 0)
                        + coalesce(py130_disability, 0) + coalesce(py140_education, 0))
                        + any_value(hy040_rent + hy050_family_children + hy070_housing + hy080_transfers
                            + hy090_interest + hy110_children_income) told,
                    sum(coalesce(py140_education, 0)) + any_value(hy070_housing) aid,
                    -sum(least(0, coalesce(py050_self, 0))) losses
                from at_households h join at_persons p on h.household = p.household group by 1""");
        sql.execute("""
                create table at_verdicts as
                select f.*, not contains(r.unmet, 'income_above_line') here, r.outcome, a.outcome asked,
                    at_poor(told + losses - aid, f.persons - unborn) ours,
                    at_poor(told + losses, f.persons - unborn) with_aid,
                    at_poor(told, f.persons - unborn) with_losses,
                    at_poor(disposable, f.persons - unborn) net,
                    at_poor(disposable, f.persons) their_family
                from at_families f join at_presumed r using (family_id) join at_asked a using (family_id)
                where r.act = 'targeted_assistance' and a.act = 'targeted_assistance'""");
        assertThat(rows("select family_id from at_verdicts where here is distinct from ours or there is null"))
                .isEmpty();
        verdicts("at");
        table("differences of at_silc_synthetic", String.join(" | ", REASONS), """
                with reasons(place, kind, reason) as (values
                    (1, 'aid', 'incomes that our law does not count: scholarships, housing allowances'),
                    (2, 'loss', 'losses, which the survey deducts and we do not'),
                    (3, 'paid', 'payments to other households and settled taxes, which only the survey deducts or adds'),
                    (4, 'family', 'an infant who is in the household but not yet born on our day'),
                    (5, 'one', 'the line, of one person'),
                    (6, 'few', 'the line, of two or three persons'),
                    (7, 'many', 'the line, of four and more persons')),
                found as (select there, case when with_aid <> here then 'aid'
                        when with_losses <> here then 'loss' when net <> here then 'paid'
                        when their_family <> here then 'family'
                        when persons = 1 then 'one' when persons <= 3 then 'few' else 'many' end kind
                    from at_verdicts where there <> here)
                select reason, n(count(*) filter (there)), n(count(*) filter (not there))
                from (select place, reason, there from reasons left join found using (kind)
                    union all select 9, '**all**', there from found)
                group by place, reason order by place""");
        table("shares of at_silc_synthetic", "persons, weighted | percent", """
                select 'below the threshold printed with the set',
                    round(100.0 * sum(weight * persons) filter (there) / sum(weight * persons), 2)::varchar
                from at_verdicts
                union all select 'not above our line',
                    round(100.0 * sum(weight * persons) filter (here) / sum(weight * persons), 2)::varchar
                from at_verdicts""");
    }

    private void verdicts(String name) throws SQLException {
        SurveySet set = name.equals("us") ? SurveySet.US_ACS2011 : SurveySet.AT_SILC_SYNTHETIC;
        String query = """
                select case when there then '**poor there**' else '**not poor there**' end,
                    n(count(*) filter (%1$s)), n(count(*) filter (not (%1$s))), n(count(*))
                from %2$s_verdicts group by there order by there desc""";
        table("verdicts of " + set.code(), "families | poor here | not poor here | all", query.formatted("here", name));
        table(
                "verdicts as asked of " + set.code(),
                "families | cannot be told here | not poor here (refused) | all",
                query.formatted("asked = 'undecided'", name));
    }

    private void sizes() throws SQLException {
        table(
                "sizes",
                "persons in the family | US families | poor there | poor here | both | AT families | poor there"
                        + " | poor here | both",
                """
                with f as (select 'us' set_, persons, there, here from us_verdicts
                    union all select 'at', persons, there, here from at_verdicts)
                select case when least(persons, 7) = 7 then '7 and more' else persons::varchar end,
                    n(count(*) filter (set_ = 'us')), n(count(*) filter (set_ = 'us' and there)),
                    n(count(*) filter (set_ = 'us' and here)), n(count(*) filter (set_ = 'us' and here and there)),
                    n(count(*) filter (set_ = 'at')), n(count(*) filter (set_ = 'at' and there)),
                    n(count(*) filter (set_ = 'at' and here)), n(count(*) filter (set_ = 'at' and here and there))
                from f group by 1 order by 1""");
        var editions = new ArrayList<String[]>();
        for (String month : MONTHS) {
            YearMonth when = YearMonth.parse(month);
            String suffix = "_" + month.replace("-", "_");
            for (SurveySet set : List.of(SurveySet.US_ACS2011, SurveySet.AT_SILC_SYNTHETIC)) {
                String name = set.code().substring(0, 2) + suffix;
                run(set, when, true, name);
                editions.addAll(rows("""
                        select '%s', edition, '`%s`', '%s', '%s', n(count(*) filter (outcome = 'granted')),
                            n(count(*) filter (outcome = 'refused')), n(count(*) filter (outcome = 'undecided')),
                            n(sum(monthly))
                        from %s where act = 'targeted_assistance' group by edition""".formatted(month, set.code(), line(when), factor(set, when), name)));
            }
        }
        document.table(
                "editions",
                new String[] {
                    "month", "edition", "set", "line, ₸", "one unit, ₸", "granted", "refused", "undecided", "₸ a month"
                },
                editions);
    }

    /// The same money in a region with a line of its own, in the latest month for which one has come down to us.
    private void regional() throws SQLException {
        YearMonth month = YearMonth.of(2018, 5);
        Factor factor = factor(SurveySet.US_ACS2011, month);
        for (int region : new int[] {RealMicrodata.REGION, KARAGANDA}) {
            String name = "us_region_" + region;
            Path data = out.resolve(name);
            RealMicrodata.bring(SurveySet.US_ACS2011, new Move(month, region, factor, true), data);
            assess(data, month, name);
        }
        table(
                "regional line",
                "line of | line, ₸ | granted | refused | undecided | ₸ a month | other verdict on income",
                """
                with both_regions as (
                    select 'the republic (Astana)' region, * from us_region_71
                    union all select 'Karaganda', * from us_region_35),
                other as (select count(*) families from us_region_71 a join us_region_35 b using (family_id, act)
                    where act = 'targeted_assistance'
                        and contains(a.unmet, 'income_above_line') <> contains(b.unmet, 'income_above_line'))
                select region, any_value(poverty_line), n(count(*) filter (outcome = 'granted')),
                    n(count(*) filter (outcome = 'refused')), n(count(*) filter (outcome = 'undecided')),
                    n(sum(monthly)), case region when 'Karaganda' then n(any_value(families)) end
                from both_regions, other where act = 'targeted_assistance' group by region order by region desc""");
    }

    private void families() throws SQLException {
        table(
                "ten families",
                "no | set | family | targeted assistance | ₸ a month | unmet or missing | counted income a head, ₸"
                        + " | other benefits granted",
                """
                with ten(place, name, family_id) as (values
                    (1, 'us', '56358'), (2, 'us', '173139'), (3, 'us', '1034530'), (4, 'us', '1482172'),
                    (5, 'us', '1485619'), (6, 'us', '1096608'), (7, 'us', '557207'), (8, 'us', '1009188'),
                    (9, 'at', '5505'), (10, 'at', '388')),
                all_rows as (select 'us' name, * from us_presumed union all select 'at', * from at_presumed)
                select any_value(place)::varchar, any_value(name), family_id,
                    any_value(outcome || coalesce(', ' || nullif(kind, ''), ''))
                        filter (act = 'targeted_assistance'),
                    n(any_value(monthly) filter (act = 'targeted_assistance')),
                    nullif(any_value(replace(unmet || missing, '|', ', ')) filter (act = 'targeted_assistance'), ''),
                    replace(format('{:,.2f}', any_value(income_per_head)
                        filter (act = 'targeted_assistance')::double), ',', ' '),
                    string_agg(act || ' ' || n(monthly + once), ', ' order by act)
                        filter (act <> 'targeted_assistance' and outcome = 'granted')
                from ten join all_rows using (name, family_id) group by family_id order by any_value(place)""");
    }

    /// Incomes only: our quarter is the last three of six months, theirs half of all six.
    private void mexican() throws SQLException {
        sql.execute("""
                create view mx_incomes as select * replace (amount::bigint as amount)
                from read_csv('%s', all_varchar = true)""".formatted(out.resolve("mx_asked/incomes.csv")));
        sql.execute("create view mx_persons as select * from read_csv('%s', all_varchar = true)"
                .formatted(out.resolve("mx_asked/persons.csv")));
        assertThat(rows("""
                with sums as (select family_id, count(distinct person_id) persons,
                        coalesce(sum(amount) filter (month >= '2024-10' and kind not in ('loan', 'scholarship')), 0) q
                    from mx_persons left join mx_incomes using (person_id) group by 1)
                select family_id from sums join mx_asked using (family_id)
                where act = 'targeted_assistance' and round(q / 3.0 / persons, 2) <> income_per_head"""))
                .as("families whose income a head is not the sum of their quarter")
                .isEmpty();
        survey(SurveySet.MX_ENIGH2022, "incomes", "mx_lines");
        sql.execute("create table mx_codes (code varchar, kind varchar)");
        for (var code : SurveySet.MX_ENIGH2022.mapping().kinds("income_codes").entrySet()) {
            sql.execute("insert into mx_codes values ('%s', '%s')"
                    .formatted(code.getKey(), code.getValue().code()));
        }
        sql.execute("""
                create table mx_written as
                select *, m1 + m2 + m3 ours, m4 + m5 + m6 before
                from mx_lines join mx_codes on mx_lines.code::varchar = mx_codes.code""");
        table("incomes of mx_enigh2022", "kind | persons | our quarter | the quarter before it | INEGI's quarter", """
                select '`' || kind || '`', n(count(distinct household || '-' || person)), n(sum(ours)),
                    n(sum(before)), n(sum(quarter))
                from mx_written group by kind order by sum(quarter) desc""");
        table("quarters of mx_enigh2022", "our quarter against INEGI's | households | percent", """
                with sums as (select household, sum(ours) / sum(quarter) ratio from mx_written
                    group by 1 having sum(quarter) > 0),
                classes as (select case when ratio < 0.8 then 1 when ratio < 0.95 then 2 when ratio <= 1.1 then 3
                    when ratio <= 1.25 then 4 else 5 end class, ratio from sums)
                select ['less than 80 %', '80 to 95 %', '95 to 110 %', '110 to 125 %', 'more than 125 %'][class],
                    n(count(*)), round(100.0 * count(*) / sum(count(*)) over (), 1)::varchar
                from classes group by class order by class""");
    }
}
