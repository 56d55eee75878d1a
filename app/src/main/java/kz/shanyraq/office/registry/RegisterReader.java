package kz.shanyraq.office.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import kz.shanyraq.policy.household.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the register into columns, for mass work: the whole of it, or the families that somebody names. It sees
/// everything; who asks must have been let in before.
@Component
public class RegisterReader {

    private static final String LATEST = """
            select coalesce(max(id), 0) from registry.intake
            """;

    /// The months for which registers answered; the month after them is the one that can be assessed.
    private static final String ANSWERED = """
            select max(upper(months)) from registry.answered where superseded_by is null
            """;

    private static final String EXTENT = """
            select (select coalesce(max(id), 0) from registry.person), (select coalesce(max(id), 0) from registry.family)
            """;

    private static final String DENSE = """
            select (select coalesce(max(id), 0) from registry.person) < 1000 + 4 * (select count(*) from registry.person)
                and (select coalesce(max(id), 0) from registry.family) < 1000 + 4 * (select count(*) from registry.family)
            """;

    /// Memberships that are held and those that were replaced, each found by its own index.
    private static final String MEMBERSHIPS = """
            select person_id, family_id from registry.membership where %1$s and superseded_by is null
            union all
            select person_id, family_id from registry.membership where %1$s and superseded_by is not null""";

    /// Families of persons who were found to be one with others.
    private static final String ODD = """
            select distinct m.family_id
            from registry.person p, lateral (values (p.id), (p.merged_into)) o (id), lateral (%s) m
            where p.merged_into is not null
            """.formatted(MEMBERSHIPS.formatted("person_id = o.id"));

    private static final List<String> ALL = List.of(
            "select id from registry.family order by 1",
            "select distinct person_id from registry.membership order by 1");

    private static final String CONCERNED_FAMILIES =
            "select coalesce(array_agg(id order by id), '{}') from registry.family where id = any (?)";

    private static final String CONCERNED_PERSONS =
            """
            with asked (families) as (select ?::bigint[])
            select coalesce(array_agg(distinct person_id order by person_id), '{}') from (%s) m
            """.formatted(MEMBERSHIPS.formatted("family_id = any ((select families from asked)::bigint[])"));

    private static final String CONCERNED =
            "create temp table concerned on commit drop as select ?::bigint[] as person, ?::bigint[] as family";

    /// Whose facts a delivery told or replaced.
    private static final String OF_DELIVERY = """
            select %1$s_id from registry.%2$s where intake = %3$d
            union
            select %1$s_id from registry.%2$s where superseded_by = %3$d
            """;

    private static final int FETCH = 10_000;

    private final DataSource source;
    private final JdbcClient db;
    private final Registry registry;
    private final Answered answered;

    @Autowired
    RegisterReader(
            @Qualifier("intakeDataSource") DataSource source, @Qualifier("intakeDb") JdbcClient db, Sources sources) {
        this.source = source;
        this.db = db;
        this.answered = new Answered(db);
        this.registry = new Registry(new LegalFamilies(db), new Tellings(db), new Questions(db), sources, answered);
    }

    /// A reader of a database outside of a running office.
    public static RegisterReader over(DataSource source) {
        JdbcClient db = JdbcClient.create(source);
        return new RegisterReader(source, db, new Sources(db));
    }

    /// The month that can be assessed: the one after the last for which registers answered; empty when none did.
    public @Nullable YearMonth month() {
        LocalDate end = db.sql(ANSWERED).query(LocalDate.class).optional().orElse(null);
        return end == null ? null : YearMonth.from(end);
    }

    /// A family as the registry tells of it: what a page reads, for one who was let in to everything.
    public Optional<Household> household(FamilyId family, YearMonth month, AsOf asOf) {
        return registry.household(family, month, asOf);
    }

    /// Today in the country.
    public LocalDate today() {
        return LocalDate.now(Tellings.ZONE);
    }

    /// The last delivery.
    public int latest() {
        return db.sql(LATEST).query(Integer.class).single();
    }

    /// Reads the whole register, two sheets at a time.
    ///
    /// @param folder where the columns may lie while they are used
    /// @param tell hears what is read
    public RegisterColumns all(RegisterColumns.Wanted wanted, Path folder, Consumer<String> tell) {
        return read(wanted, null, folder, tell);
    }

    /// Reads some families.
    public RegisterColumns some(RegisterColumns.Wanted wanted, long[] families, Path folder) {
        return read(wanted, families, folder, told -> {});
    }

    private RegisterColumns read(
            RegisterColumns.Wanted wanted, long @Nullable [] families, Path folder, Consumer<String> tell) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            // Not read only where families are named, since their list is a temporary table.
            execute(connection, "set transaction isolation level repeatable read");
            try {
                boolean some = families != null;
                RegisterColumns.Numbering numbering = families != null
                        ? some(connection, families)
                        : isDense(connection) ? whole(connection) : sparse(connection);
                if (some) {
                    list(connection, numbering);
                }
                boolean latest = latest() <= wanted.known();
                String held = latest
                        ? "t.superseded_by is null"
                        : "t.intake <= %1$d and (t.superseded_by is null or t.superseded_by > %1$d)"
                                .formatted(wanted.known());
                Map<Long, Household> odd = odd(connection, wanted, some);
                return RegisterColumns.of(
                        wanted,
                        folder,
                        numbering,
                        HouseholdColumns.coverage(answered.known(wanted.known())),
                        odd,
                        into -> new Sheets(into, some, held, tell).read(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            throw unreadable(broken);
        }
    }

    private static IllegalStateException unreadable(SQLException broken) {
        return new IllegalStateException("The register cannot be read: " + broken.getMessage(), broken);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Whether numbers are given out one after the other, so that they may serve as places.
    private static boolean isDense(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DENSE)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static RegisterColumns.Numbering whole(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(EXTENT)) {
            row.next();
            return new RegisterColumns.Numbering(
                    Math.toIntExact(row.getLong(1)), Math.toIntExact(row.getLong(2)), null, null);
        }
    }

    /// All of them, where many numbers are nobody's.
    private static RegisterColumns.Numbering sparse(Connection connection) throws SQLException {
        var numbers = new ArrayList<long[]>();
        for (String sql : ALL) {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCH);
                var list = LongStream.builder().add(0);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        list.add(rows.getLong(1));
                    }
                }
                numbers.add(list.build().toArray());
            }
        }
        return numbering(numbers.get(1), numbers.get(0));
    }

    private static RegisterColumns.Numbering some(Connection connection, long[] families) throws SQLException {
        execute(connection, ByPages.ON);
        long[] listed = numbers(connection, CONCERNED_FAMILIES, families);
        return numbering(numbers(connection, CONCERNED_PERSONS, listed), listed);
    }

    private static RegisterColumns.Numbering numbering(long[] persons, long[] families) {
        return new RegisterColumns.Numbering(persons.length - 1, families.length - 1, persons, families);
    }

    /// The list by which rows are found, for this transaction.
    private static void list(Connection connection, RegisterColumns.Numbering numbering) throws SQLException {
        execute(connection, ByPages.ON);
        try (PreparedStatement statement = connection.prepareStatement(CONCERNED)) {
            statement.setObject(1, numbering.personNumbers());
            statement.setObject(2, numbering.familyNumbers());
            statement.execute();
        }
    }

    /// Numbers in their order, after a first that is nobody's.
    private static long[] numbers(Connection connection, String sql, long[] of) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, of);
            try (ResultSet row = statement.executeQuery()) {
                return LongStream.concat(LongStream.of(0), Arrays.stream(list(row)))
                        .toArray();
            }
        }
    }

    private static long[] list(ResultSet row) throws SQLException {
        row.next();
        return Arrays.stream((Long[]) row.getArray(1).getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }

    private Map<Long, Household> odd(Connection connection, RegisterColumns.Wanted wanted, boolean some)
            throws SQLException {
        List<Long> found = new ArrayList<>();
        String sql = some ? ODD + " and m.family_id = any ((select family from concerned)::bigint[])" : ODD;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        Map<Long, Household> odd = new HashMap<>();
        for (Long family : found) {
            registry.household(new FamilyId(family), wanted.month(), AsOf.on(wanted.on()))
                    .filter(household -> !household.members().isEmpty())
                    .ifPresent(household -> odd.put(family, household));
        }
        return odd;
    }

    /// The families whose facts a delivery told or replaced, in the order of their numbers.
    public long[] concernedBy(int delivery) {
        String sql = """
                with person as materialized (%s), persons (list) as materialized (select array_agg(person_id) from person)
                select coalesce(array_agg(family_id order by family_id), '{}') from (%s union select m.family_id from (%s) m) t
                where family_id is not null
                """.formatted(
                        ofDelivery(delivery, "person", sheet -> !sheet.ofFamily()),
                        ofDelivery(delivery, "family", FactSheet::ofFamily),
                        MEMBERSHIPS.formatted("person_id = any ((select list from persons)::bigint[])"));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, ByPages.ON);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(sql)) {
                    return list(row);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            throw unreadable(broken);
        }
    }

    private static String ofDelivery(int delivery, String subject, Predicate<FactSheet> which) {
        return Arrays.stream(FactSheet.values())
                .filter(which)
                .map(sheet -> OF_DELIVERY.formatted(subject, sheet.code(), delivery))
                .collect(Collectors.joining(" union "));
    }

    /// Reads the sheets into their columns.
    private final class Sheets {
        private final RegisterColumns into;
        private final RegisterColumns.Numbering numbering;
        private final boolean some;
        private final String held;
        private final String on;
        private final Consumer<String> tell;

        Sheets(RegisterColumns into, boolean some, String held, Consumer<String> tell) {
            this.into = into;
            this.some = some;
            this.numbering = into.numbering();
            this.held = held;
            this.on = "t.valid @> date '%s'".formatted(into.wanted().on());
            this.tell = tell;
        }

        /// A piece of the reading, on any connection that sees the same moment.
        private interface Piece {
            void read(Connection connection) throws SQLException;
        }

        void read(Connection first) throws SQLException {
            List<Piece> pieces = pieces();
            String moment;
            try (Statement statement = first.createStatement();
                    ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
                row.next();
                moment = row.getString(1);
            }
            Queue<Piece> waiting = new ArrayBlockingQueue<>(pieces.size(), false, pieces);
            try (Connection second = source.getConnection();
                    var readers = Executors.newFixedThreadPool(2)) {
                second.setAutoCommit(false);
                try {
                    execute(second, "set transaction isolation level repeatable read");
                    execute(second, "set transaction snapshot '%s'".formatted(moment));
                    if (some) {
                        list(second, numbering);
                    }
                    List<Future<?>> both = new ArrayList<>();
                    for (Connection connection : List.of(first, second)) {
                        both.add(readers.submit(() -> {
                            for (Piece piece = waiting.poll(); piece != null; piece = waiting.poll()) {
                                piece.read(connection);
                            }
                            return null;
                        }));
                    }
                    for (Future<?> each : both) {
                        each.get();
                    }
                } finally {
                    second.rollback();
                    second.setAutoCommit(true);
                }
            } catch (ExecutionException broken) {
                if (broken.getCause() instanceof SQLException sql) {
                    throw sql;
                }
                throw new IllegalStateException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The reading of the register was interrupted.", stopped);
            }
        }

        /// The largest first, so that both readers end together.
        private List<Piece> pieces() {
            var pieces = new ArrayList<Piece>();
            pieces.add(this::incomes);
            pieces.add(this::identities);
            pieces.add(this::memberships);
            for (FactSheet sheet : FactSheet.values()) {
                boolean own = sheet == FactSheet.IDENTITY || sheet == FactSheet.MEMBERSHIP || sheet == FactSheet.HOME;
                if (!sheet.several() && !own && !RegisterColumns.read(sheet).isEmpty()) {
                    pieces.add(connection -> sheet(connection, sheet, "", null));
                }
            }
            pieces.add(this::families);
            pieces.add(this::homes);
            pieces.add(this::kin);
            pieces.add(this::lodgings);
            pieces.add(connection -> farm(connection, FactSheet.LIVESTOCK, Column.LIVESTOCK_KIND, Column.HEADS));
            pieces.add(connection -> farm(connection, FactSheet.PLOTS, Column.PLOT_KIND, Column.AREA_M2));
            return pieces;
        }

        private String select(FactSheet sheet, String cells, String where) {
            String subject = sheet.ofFamily() ? "family" : "person";
            return "select t.%1$s_id%2$s from registry.%3$s t where %4$s%5$s%6$s"
                    .formatted(
                            subject,
                            cells,
                            sheet.code(),
                            held,
                            where,
                            concerned(subject, "t.%s_id".formatted(subject)));
        }

        private String concerned(String subject, String column) {
            return some ? " and %s = any ((select %s from concerned)::bigint[])".formatted(column, subject) : "";
        }

        private int person(CopyRows rows) {
            return numbering.person(rows.whole(0));
        }

        private int family(CopyRows rows) {
            return numbering.family(rows.whole(0));
        }

        /// -1 if nobody is told; nobody's place if it is somebody who is not among those who are read.
        private int kin(CopyRows rows) {
            long number = rows.whole(-1);
            return number < 0 ? -1 : numbering.person(number);
        }

        /// What is done with the cells that stand before those of the columns.
        private interface Before {
            boolean read(CopyRows rows, int place) throws SQLException;
        }

        private void sheet(Connection connection, FactSheet sheet, String extra, @Nullable Before before)
                throws SQLException {
            tell.accept(sheet.code());
            List<Column> columns = RegisterColumns.read(sheet);
            var puts = new RegisterColumns.Put[columns.size()];
            var forms = new ArrayList<ToLongFunction<CopyRows>>();
            var cells = new StringBuilder(extra);
            for (int c = 0; c < puts.length; c++) {
                puts[c] = into.put(columns.get(c));
                forms.add(RegisterColumns.form(columns.get(c)));
                cells.append(", ").append(RegisterColumns.sql(columns.get(c)));
            }
            String when = sheet == FactSheet.IDENTITY ? "" : " and " + on;
            try (var rows = new CopyRows(connection, select(sheet, cells.toString(), when))) {
                while (rows.next()) {
                    int place = sheet.ofFamily() ? family(rows) : person(rows);
                    boolean holds = before == null || before.read(rows, place);
                    for (int c = 0; c < puts.length; c++) {
                        if (rows.cell()) {
                            long value = forms.get(c).applyAsLong(rows);
                            if (holds) {
                                puts[c].at(place, value);
                            }
                        }
                    }
                }
            }
        }

        private void identities(Connection connection) throws SQLException {
            sheet(connection, FactSheet.IDENTITY, ", %s, lower(t.valid), t.died_on".formatted(on), (rows, person) -> {
                boolean holds = rows.whole(0) == 1;
                int since = rows.cell() ? rows.day() : 0;
                if (rows.cell()) {
                    into.died(person, rows.day(), holds ? Integer.MAX_VALUE : since);
                }
                return holds;
            });
        }

        private void memberships(Connection connection) throws SQLException {
            sheet(connection, FactSheet.MEMBERSHIP, ", t.family_id", (rows, person) -> {
                into.member(person, family(rows));
                return true;
            });
        }

        private void homes(Connection connection) throws SQLException {
            sheet(connection, FactSheet.HOME, ", hashtextextended(t.dwelling_key, 0)", (rows, family) -> {
                into.home(family, dwelling(rows.whole(0), 0));
                return true;
            });
        }

        /// A dwelling's key as a number that is neither of the two that say there is none.
        private static long dwelling(long hash, long none) {
            return hash == 0 ? none : hash == 1 ? 2 : hash;
        }

        private void lodgings(Connection connection) throws SQLException {
            tell.accept("lodging");
            try (var rows = new CopyRows(
                    connection, select(FactSheet.LODGING, ", hashtextextended(t.dwelling_key, 0)", " and " + on))) {
                while (rows.next()) {
                    int person = person(rows);
                    into.lodging(person, dwelling(rows.whole(0), 1));
                }
            }
        }

        private void kin(Connection connection) throws SQLException {
            tell.accept("kinship");
            String cells = ", t.mother_id, t.father_id, t.guardian_id";
            try (var rows = new CopyRows(connection, select(FactSheet.KINSHIP, cells, " and " + on))) {
                while (rows.next()) {
                    int person = person(rows);
                    int mother = kin(rows);
                    int father = kin(rows);
                    into.kin(person, mother, father, kin(rows));
                }
            }
        }

        private void families(Connection connection) throws SQLException {
            tell.accept("family");
            String sql = "select t.id, t.kato from registry.family t where not t.closed%s"
                    .formatted(concerned("family", "t.id"));
            try (var rows = new CopyRows(connection, sql)) {
                while (rows.next()) {
                    int family = family(rows);
                    into.family(family, (int) rows.whole(0));
                }
            }
        }

        private void incomes(Connection connection) throws SQLException {
            tell.accept("income");
            YearMonth month = into.wanted().month();
            String window = " and t.valid && daterange('%s', '%s')"
                    .formatted(
                            month.minusMonths(HouseholdColumns.MONTHS).atDay(1),
                            month.plusMonths(1).atDay(1));
            String cells =
                    ", t.kind, t.amount, t.term_months, (extract(year from lower(t.valid)) * 12 + extract(month from lower(t.valid)) - 1)::integer"
                            + ", (extract(year from upper(t.valid)) * 12 + extract(month from upper(t.valid)) - 1)::integer";
            try (var rows = new CopyRows(connection, select(FactSheet.INCOME, cells, window))) {
                for (int row = 0; rows.next(); row++) {
                    int person = person(rows);
                    int kind = (int) rows.whole(0);
                    long amount = rows.whole(0);
                    int term = (int) rows.whole(-1);
                    int from = (int) rows.whole(0);
                    into.income(row, person, kind, amount, term, from, (int) rows.whole(0));
                }
            }
        }

        private void farm(Connection connection, FactSheet sheet, Column kind, Column value) throws SQLException {
            tell.accept(sheet.code());
            ToLongFunction<CopyRows> kinds = RegisterColumns.form(kind);
            String cells = ", t.kind, " + RegisterColumns.sql(value);
            try (var rows = new CopyRows(connection, select(sheet, cells, " and " + on))) {
                for (int row = 0; rows.next(); row++) {
                    int family = family(rows);
                    long code = rows.cell() ? kinds.applyAsLong(rows) : -1;
                    long amount = rows.whole(value.type().unknown());
                    if (sheet == FactSheet.LIVESTOCK) {
                        into.animals(row, family, code, amount);
                    } else {
                        into.plot(row, family, code, amount);
                    }
                }
            }
        }
    }
}
