package kz.shanyraq.office.registry;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /// A table of counts.
    ///
    /// @param countedAt when they were counted; null if they never were
    public record Table(List<Row> rows, @Nullable OffsetDateTime countedAt) {}

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

    private record Counted(int district, String category, long n) {}

    private record Cell(int kato, String category, @Nullable Long value, OffsetDateTime countedAt) {}

    private final JdbcClient office;
    private final JdbcClient intake;

    Figures(JdbcClient office, @Qualifier("intakeDb") JdbcClient intake) {
        this.office = office;
        this.intake = intake;
    }

    /// The republic and its regions, or a region and its districts.
    @Transactional(readOnly = true)
    public Table table(Measure measure, int region) {
        Map<Integer, Map<String, @Nullable Long>> rows = new TreeMap<>();
        OffsetDateTime at = null;
        for (Cell cell : office.sql(READ)
                .param("measure", measure.word())
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

    /// Counts everything anew.
    @Transactional("intakeTransactions")
    public void count() {
        count(
                Measure.FAMILIES,
                intake.sql(FAMILIES_BY_CHILDREN).query(Counted.class).list());
        count(Measure.PERSONS, intake.sql(PERSONS_BY_AGE).query(Counted.class).list());
    }

    private void count(Measure measure, List<Counted> counted) {
        Map<Integer, Map<Integer, long[]>> regions = new TreeMap<>();
        for (Counted count : counted) {
            int category = measure.categories().indexOf(count.category());
            regions.computeIfAbsent(count.district() / 10_000_000 * 10_000_000, region -> new TreeMap<>())
                            .computeIfAbsent(
                                    count.district(),
                                    district -> new long[measure.categories().size()])[category] +=
                    count.n();
        }
        var out = new Out(measure);
        publish(measure, regions, out);
        intake.sql("delete from registry.figure where measure = :measure")
                .param("measure", measure.word())
                .update();
        intake.sql(WRITE)
                .param("measure", measure.word())
                .param("katos", out.katos.toArray(Integer[]::new))
                .param("categories", out.categories.toArray(String[]::new))
                .param("values", out.values.toArray(Long[]::new))
                .update();
    }

    /// The figures of a country as they may be published.
    static void publish(Measure measure, Map<Integer, Map<Integer, long[]>> regions, Out out) {
        List<Integer> codes = List.copyOf(regions.keySet());
        long[][] cells = codes.stream()
                .map(code -> sum(
                        measure, regions.getOrDefault(code, Map.of()).values().toArray(long[][]::new)))
                .toArray(long[][]::new);
        boolean[][] hidden = Suppression.hide(cells, false);
        for (int r = 0; r < codes.size(); r++) {
            out.row(codes.get(r), cells[r], hidden[r]);
        }
        out.row(0, sum(measure, cells), hidden[codes.size()]);
        for (int r = 0; r < codes.size(); r++) {
            Map<Integer, long[]> districts = regions.getOrDefault(codes.get(r), Map.of());
            boolean whole = true;
            for (boolean each : hidden[r]) {
                whole &= !each;
            }
            if (districts.size() > 1) {
                long[][] inner = districts.values().toArray(long[][]::new);
                boolean[][] masked = whole
                        ? Suppression.hide(inner, true)
                        : all(inner.length, measure.categories().size());
                int d = 0;
                for (int district : districts.keySet()) {
                    if (district % 10_000_000 != 0) {
                        out.row(district, inner[d], masked[d]);
                    }
                    d++;
                }
            }
        }
    }

    private static boolean[][] all(int rows, int columns) {
        boolean[][] all = new boolean[rows + 1][columns + 1];
        for (boolean[] row : all) {
            Arrays.fill(row, true);
        }
        return all;
    }

    private static long[] sum(Measure measure, long[][] rows) {
        long[] sum = new long[measure.categories().size()];
        for (long[] row : rows) {
            for (int c = 0; c < sum.length; c++) {
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
        private final Measure measure;

        Out(Measure measure) {
            this.measure = measure;
        }

        void row(int kato, long[] cells, boolean[] hidden) {
            for (int c = 0; c < cells.length; c++) {
                cell(kato, measure.categories().get(c), cells[c], hidden[c]);
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
