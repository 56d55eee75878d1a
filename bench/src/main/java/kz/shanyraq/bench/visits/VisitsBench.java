package kz.shanyraq.bench.visits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.shanyraq.bench.measure.Command;
import kz.shanyraq.bench.measure.Results;
import kz.shanyraq.bench.measure.Row;

/// Whom a decision by data alone wrongs, and what a visit where data conflict changes: the law over the registers of an
/// invented nation, with their planted errors, against the same law over its truth.
public final class VisitsBench {

    private static final double MOST_VISITS = 10;

    /// The normal quantile of an interval of 95 of 100.
    private static final double Z = 1.959964;

    // An application is a row that data grant or leave open, or truth grants: who would be told about it, or should be.
    private static final String APPLICATIONS = """
            create table application as
            select coalesce(d.family_id, t.family_id) as family_id, coalesce(d.act, t.act) as act, coalesce(d.outcome, 'none') as data,
                coalesce(t.outcome, 'none') as truth, d.missing
            from (select family_id, act, coalesce(person_id, '') as person, outcome, missing from '{assessed}') d
            full join (select family_id, act, coalesce(person_id, '') as person, outcome from '{nation}/truth/entitlements.parquet') t
                on t.family_id = d.family_id and t.act = d.act and t.person = d.person
            where d.outcome in ('granted', 'undecided') or t.outcome = 'granted'
            """;

    // Two sources say different things of one fact of the family on one day.
    private static final String CONFLICTS = """
            create table conflict as
            select distinct coalesce(f.family_id, p.family_id) as family_id
            from (select person_id, family_id, "column" from '{nation}/facts.parquet'
                group by all having count(distinct value) > 1) f
            left join '{nation}/persons.parquet' p on p.person_id = f.person_id
            """;

    private static final String JUDGED = """
            create table judged as
            select a.act, a.data, a.truth, a.family_id in (select family_id from conflict) as conflict,
                a.data = 'undecided' and regexp_matches(a.missing, '(needs_care|homeless)') as unseen, f.settlement_type
            from application a left join '{nation}/families.parquet' f on f.family_id = a.family_id
            """;

    private static final String COUNTS = """
            select count(*), count(*) filter (truth = 'granted'),
                count(*) filter (conflict or unseen), count(*) filter (data = 'undecided' and not conflict and not unseen),
                count(*) filter (data = 'granted' and truth <> 'granted'), count(*) filter (data <> 'granted' and truth = 'granted'),
                count(*) filter (data = 'granted' and truth <> 'granted' and not conflict),
                count(*) filter (data <> 'granted' and data <> 'undecided' and truth = 'granted' and not conflict)
            from judged where %s
            """;

    private static final String FLAGS = """
            select d.act, count(*), count(*) filter (t.outcome = 'granted')
            from '{assessed}' d
            join '{nation}/persons.parquet' p on p.family_id = d.family_id and (d.person_id is null or p.person_id = d.person_id)
            left join '{nation}/truth/entitlements.parquet' t
                on t.family_id = d.family_id and t.act = d.act and t.person_id is not distinct from d.person_id
            where d.outcome = 'refused' and d.act <> 'birth_grant' and list_contains(string_split(p.receives, '|'), d.act)
            group by d.act order by d.act
            """;

    private record Counts(
            long applications,
            long truly,
            long visits,
            long requests,
            long inByData,
            long outByData,
            long inByVisit,
            long outByVisit) {}

    /// Judges a nation.
    ///
    /// @param home the project
    /// @param data where nations are made, once
    /// @param nation the folder of the nation, with its truth; made if it is not there
    /// @throws IOException if a command failed
    public static Results run(Path home, Path data, Path nation, long persons)
            throws IOException, InterruptedException {
        Command.nation(home, nation, persons);
        Path assessed = data.toAbsolutePath().resolve("visits.parquet");
        Files.createDirectories(data);
        Command.run(home, "assess", nation.toString(), "--month", "2025-01", "--out", assessed.toString());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (String sql : List.of(APPLICATIONS, CONFLICTS, JUDGED)) {
                statement.execute(filled(sql, nation, assessed));
            }
            var rows = new ArrayList<Row>();
            Counts all = counts(statement, "true");
            strategies("all benefits", all, rows);
            strategies("targeted assistance", counts(statement, "act = 'targeted_assistance'"), rows);
            for (String settlement : List.of("urban", "rural")) {
                Counts of = counts(
                        statement, "act = 'targeted_assistance' and settlement_type = '%s'".formatted(settlement));
                errors(
                        "targeted assistance, " + settlement,
                        "visit where needed",
                        of.inByVisit,
                        of.outByVisit,
                        of,
                        rows);
            }
            flags(statement, filled(FLAGS, nation, assessed), rows);
            return Results.today(
                    "visits",
                    home,
                    "as ./shanyraq starts it",
                    Map.of("persons", persons, "applications", all.applications),
                    "",
                    rows);
        } catch (SQLException broken) {
            throw new IOException("The nation cannot be judged: " + broken.getMessage(), broken);
        }
    }

    private static Counts counts(Statement statement, String which) throws SQLException {
        try (ResultSet row = statement.executeQuery(COUNTS.formatted(which))) {
            row.next();
            return new Counts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8));
        }
    }

    private static void strategies(String whose, Counts of, List<Row> rows) {
        rows.add(share(
                "Visits: " + whose,
                "visit everyone",
                of.applications,
                of.applications,
                "a visit finds the truth, by the nation's construction"));
        rows.add(share(
                        "Visits: " + whose,
                        "visit where needed",
                        of.visits,
                        of.applications,
                        "two sources disagree, or a fact is missing that only a visit shows")
                .withGoal(MOST_VISITS));
        rows.add(share(
                "Visits: " + whose,
                "asked of a register or the family",
                of.requests,
                of.applications,
                "a fact is missing that needs no visit"));
        errors(whose, "visit everyone", 0, 0, of, rows);
        errors(whose, "visit where needed", of.inByVisit, of.outByVisit, of, rows);
        errors(whose, "by data alone", of.inByData, of.outByData, of, rows);
    }

    private static void errors(String whose, String how, long in, long out, Counts of, List<Row> rows) {
        rows.add(share("Wrongly granted: " + whose, how, in, of.truly, "of those whom truth grants"));
        rows.add(share("Wrongly left out: " + whose, how, out, of.truly, "of those whom truth grants"));
    }

    private static void flags(Statement statement, String sql, List<Row> rows) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(share(
                        "False alarms of \"receives, no longer due\"",
                        row.getString(1),
                        row.getLong(3),
                        row.getLong(2),
                        "of the flags, those whom truth grants"));
            }
        }
    }

    /// A share in percent with its interval of 95 of 100 (Wilson, J. Am. Stat. Assoc. 22, 1927).
    private static Row share(String work, String contender, long part, long whole, String note) {
        double p = whole == 0 ? Double.NaN : (double) part / whole;
        double middle = (p + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
        double half = Z / (1 + Z * Z / whole) * Math.sqrt(p * (1 - p) / whole + Z * Z / (4.0 * whole * whole));
        return Row.counted(
                work,
                contender,
                "%",
                100 * p,
                String.format(
                        Locale.ROOT,
                        "%d of %d; between %.3f and %.3f %%; %s",
                        part,
                        whole,
                        100 * Math.max(0, middle - half),
                        100 * Math.min(1, middle + half),
                        note));
    }

    private static String filled(String sql, Path nation, Path assessed) {
        return sql.replace("{nation}", nation.toAbsolutePath().toString()).replace("{assessed}", assessed.toString());
    }

    private VisitsBench() {}
}
