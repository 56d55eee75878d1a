package kz.shanyraq.office.registry;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Counts without names. They are counted by mass work, at most once after a delivery, and kept as they may be
/// published (see [Suppression]): whoever
/// reads them, in whatever way, finds no count under five and nothing from which one could be worked out. Districts of
/// a region are shown only where
/// nothing of the region itself is hidden.
@Component
public class Figures {

    /// What is counted.
    public enum Measure {
        /// Families by children under 18.
        FAMILIES("c0", "c1", "c2", "c3", "c4"),
        /// Persons by age.
        PERSONS("a0", "a7", "a18", "a35", "a63");

        private final List<String> categories;

        Measure(String... categories) {
            this.categories = List.of(categories);
        }

        /// The word of the measure.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// Its categories, in their order.
        public List<String> categories() {
            return categories;
        }
    }

    /// The category that stands for all.
    public static final String ALL = "*";

    /// A row: a place and its counts by category, null where one is hidden.
    ///
    /// @param kato region or district; 0 for the republic
    public record Row(int kato, Map<String, @Nullable Long> counts) {
        /// The count of a category; null if it is hidden or there is none.
        public @Nullable Long count(String category) {
            return counts.get(category);
        }
    }

    /// Sums that go with a category, such as the tenge of those who are counted in it.
    ///
    /// @param name the name under which they are published
    /// @param category the place of the category among its table's
    /// @param ofDistricts the sum of each district
    public record Sums(String name, int category, Map<Integer, Long> ofDistricts) {}

    /// A table of counts.
    ///
    /// @param countedAt when they were counted; null if they never were
    public record Table(List<Row> rows, @Nullable OffsetDateTime countedAt) {}

    private static final int REGION = 10_000_000;

    private static final String FAMILIES_BY_CHILDREN = """
            select f.kato / 100000 * 100000 as district, 'c' || least(coalesce(c.children, 0), 4) as category, count(*) as n
            from registry.family f
            left join (select p.family_id, count(*) as children from registry.person p
                where p.merged_into is null and p.birth_date > current_date - interval '18 years' group by 1) c on c.family_id = f.id
            where not f.closed group by 1, 2
            """;
    private static final String PERSONS_BY_AGE = """
            select p.kato / 100000 * 100000 as district, case
                when p.birth_date > current_date - interval '7 years' then 'a0'
                when p.birth_date > current_date - interval '18 years' then 'a7'
                when p.birth_date > current_date - interval '35 years' then 'a18'
                when p.birth_date > current_date - interval '63 years' then 'a35' else 'a63' end as category, count(*) as n
            from registry.person p where p.merged_into is null and p.family_id is not null and p.birth_date is not null group by 1, 2
            """;
    private static final String WRITE = """
            insert into registry.figure (measure, kato, category, value, counted_at)
            select :measure, * from unnest(:katos::integer[], :categories::text[], :values::bigint[]), now()
            """;
    private static final String READ = """
            select kato, category, value, counted_at from registry.figure
            where measure = :measure and case when :region = 0 then kato = 0 or kato % 10000000 = 0 else kato / 10000000 = :region / 10000000 end
            order by kato, category
            """;

    private static final String ROWS = """
            select measure, category, value from registry.figure where measure = any (:measures) and kato = :kato
            """;
    private static final String COUNTED_AT = "select max(counted_at) from registry.figure where measure = :measure";

    private record Counted(int district, String category, long n) {}

    private record Cell(int kato, String category, @Nullable Long value, OffsetDateTime countedAt) {}

    private record Named(
            String measure, String category, @Nullable Long value) {}

    private final JdbcClient office;
    private final JdbcClient intake;

    Figures(JdbcClient office, @Qualifier("intakeDb") JdbcClient intake) {
        this.office = office;
        this.intake = intake;
    }

    /// The republic and its regions, or a region and its districts.
    public Table table(Measure measure, int region) {
        return table(measure.word(), region);
    }

    /// The republic and its regions, or a region and its districts.
    @Transactional(readOnly = true)
    public Table table(String measure, int region) {
        Map<Integer, Map<String, @Nullable Long>> rows = new TreeMap<>();
        OffsetDateTime at = null;
        for (Cell cell : office.sql(READ)
                .param("measure", measure)
                .param("region", region)
                .query(Cell.class)
                .list()) {
            rows.computeIfAbsent(cell.kato(), kato -> new TreeMap<>()).put(cell.category(), cell.value());
            at = cell.countedAt();
        }
        List<Row> read = new ArrayList<>();
        rows.forEach((kato, counts) -> read.add(new Row(kato, counts)));
        return new Table(List.copyOf(read), at);
    }

    /// What was published of one place, by measure; a measure that was not published is not there.
    @Transactional(readOnly = true)
    public Map<String, Row> rows(List<String> measures, int kato) {
        Map<String, Row> rows = new TreeMap<>();
        for (Named cell : office.sql(ROWS)
                .param("measures", measures.toArray(String[]::new))
                .param("kato", kato)
                .query(Named.class)
                .list()) {
            rows.computeIfAbsent(cell.measure(), measure -> new Row(kato, new TreeMap<>()))
                    .counts()
                    .put(cell.category(), cell.value());
        }
        return rows;
    }

    /// When a measure was last counted.
    public Optional<OffsetDateTime> countedAt(String measure) {
        return intake.sql(COUNTED_AT)
                .param("measure", measure)
                .query(OffsetDateTime.class)
                .optional();
    }

    /// Counts everything anew.
    @Transactional("intakeTransactions")
    public void count() {
        count(
                Measure.FAMILIES,
                intake.sql(FAMILIES_BY_CHILDREN).query(Counted.class).list());
        count(Measure.PERSONS, intake.sql(PERSONS_BY_AGE).query(Counted.class).list());
    }

    private void count(Measure measure, List<Counted> counted) {
        Map<Integer, long[]> districts = new TreeMap<>();
        for (Counted count : counted) {
            int category = measure.categories().indexOf(count.category());
            districts
                            .computeIfAbsent(
                                    count.district(),
                                    district -> new long[measure.categories().size()])[category] +=
                    count.n();
        }
        publish(measure.word(), measure.categories(), districts, List.of());
    }

    /// Publishes counts of districts instead of those that were published under the same measure. Every district that
    /// has anybody must be among them, for one that is missing would say that it has none.
    @Transactional("intakeTransactions")
    public void publish(String measure, List<String> categories, Map<Integer, long[]> districts, List<Sums> sums) {
        intake.sql("delete from registry.figure where measure = :measure")
                .param("measure", measure)
                .update();
        if (districts.isEmpty()) {
            return;
        }
        Out out = published(categories, districts, sums);
        intake.sql(WRITE)
                .param("measure", measure)
                .param("katos", out.katos.toArray(Integer[]::new))
                .param("categories", out.categories.toArray(String[]::new))
                .param("values", out.values.toArray(Long[]::new))
                .update();
    }

    /// The figures of a country as they may be published.
    static Out published(List<String> categories, Map<Integer, long[]> districts, List<Sums> sums) {
        Map<Integer, Map<Integer, long[]>> regions = new TreeMap<>();
        districts.forEach((district, counts) -> regions.computeIfAbsent(region(district), code -> new TreeMap<>())
                .put(district, counts));
        var out = new Out(categories);
        List<Integer> codes = List.copyOf(regions.keySet());
        long[][] cells = codes.stream()
                .map(code -> sum(
                        categories.size(),
                        regions.getOrDefault(code, Map.of()).values().toArray(long[][]::new)))
                .toArray(long[][]::new);
        boolean[][] hidden = Suppression.hide(cells, false);
        for (int r = 0; r < codes.size(); r++) {
            out.row(codes.get(r), cells[r], hidden[r]);
        }
        out.row(0, sum(categories.size(), cells), hidden[codes.size()]);
        for (Sums each : sums) {
            sums(each, codes, hidden, out);
        }
        for (int r = 0; r < codes.size(); r++) {
            Map<Integer, long[]> within = regions.getOrDefault(codes.get(r), Map.of());
            boolean whole = true;
            for (boolean each : hidden[r]) {
                whole &= !each;
            }
            if (within.size() > 1) {
                long[][] inner = within.values().toArray(long[][]::new);
                boolean[][] masked = whole ? Suppression.hide(inner, true) : all(inner.length, categories.size());
                List<Integer> places = List.copyOf(within.keySet());
                for (int d = 0; d < places.size(); d++) {
                    if (places.get(d) % REGION != 0) {
                        out.row(places.get(d), inner[d], masked[d]);
                    }
                }
                for (Sums each : sums) {
                    districtSums(each, places, masked, out);
                }
            }
        }
        return out;
    }

    /// Amounts are often the same for everybody, so that sums would tell of counts: those of regions are shown where
    /// the
    /// count of every region is, and that of the republic where its count is.
    private static void sums(Sums sums, List<Integer> regions, boolean[][] hidden, Out out) {
        boolean anyHidden = anyHidden(hidden, regions.size(), sums.category());
        Map<Integer, Long> together = new TreeMap<>();
        sums.ofDistricts().forEach((district, sum) -> together.merge(region(district), sum, Long::sum));
        for (int region : regions) {
            out.cell(region, sums.name(), together.getOrDefault(region, 0L), anyHidden);
        }
        out.cell(
                0,
                sums.name(),
                together.values().stream().mapToLong(Long::longValue).sum(),
                hidden[regions.size()][sums.category()]);
    }

    private static void districtSums(Sums sums, List<Integer> places, boolean[][] hidden, Out out) {
        boolean anyHidden = anyHidden(hidden, places.size(), sums.category());
        for (int place : places) {
            if (place % REGION != 0) {
                out.cell(place, sums.name(), sums.ofDistricts().getOrDefault(place, 0L), anyHidden);
            }
        }
    }

    private static boolean anyHidden(boolean[][] hidden, int rows, int category) {
        boolean any = false;
        for (int r = 0; r < rows; r++) {
            any |= hidden[r][category];
        }
        return any;
    }

    private static int region(int kato) {
        return kato / REGION * REGION;
    }

    private static boolean[][] all(int rows, int columns) {
        boolean[][] all = new boolean[rows + 1][columns + 1];
        for (boolean[] row : all) {
            Arrays.fill(row, true);
        }
        return all;
    }

    private static long[] sum(int columns, long[][] rows) {
        long[] sum = new long[columns];
        for (long[] row : rows) {
            for (int c = 0; c < columns; c++) {
                sum[c] += row[c];
            }
        }
        return sum;
    }

    /// Where the published cells go.
    static final class Out {
        final List<Integer> katos = new ArrayList<>();
        final List<String> categories = new ArrayList<>();
        final List<@Nullable Long> values = new ArrayList<>();
        private final List<String> columns;

        Out(List<String> columns) {
            this.columns = columns;
        }

        void row(int kato, long[] cells, boolean[] hidden) {
            for (int c = 0; c < cells.length; c++) {
                cell(kato, columns.get(c), cells[c], hidden[c]);
            }
            cell(kato, ALL, Arrays.stream(cells).sum(), hidden[cells.length]);
        }

        private void cell(int kato, String category, long value, boolean hide) {
            katos.add(kato);
            categories.add(category);
            values.add(hide ? null : value);
        }
    }
}
