package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random histories: several sources tell of the same families, of random days, again and again. What the registry
/// holds, and what it held at any time before, is what a plain table of days and columns says.
@Tag("slow")
class HistoriesTest {

    private static final int FAMILIES = 30;
    private static final int DELIVERIES = 14;
    private static final int DAYS = 24;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final List<String> COLUMNS = List.of("cars", "heavy_vehicles");

    /// The sources, the most trusted first, as the rule of precedence states it for vehicles; the last has no rank.
    private static final List<String> SOURCES = List.of("vehicles", "survey", "person", "tax");

    /// Who told what.
    private record Cell(String value, String source) {}

    /// A row of a delivery.
    ///
    /// @param until the first day on which it does not hold any more; [#DAYS] if it is open
    private record Row(int family, int column, String value, int from, int until) {}

    @AfterEach
    void leave() throws Exception {
        Village.leave();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsAndWasHeldIsWhatATableOfDaysSays(long seed, @TempDir Path folder) {
        var random = new Random(seed);
        Village village = new Village(folder);
        @Nullable Cell[][][] table = new Cell[FAMILIES][COLUMNS.size()][DAYS];
        List<Integer> deliveries = new ArrayList<>();
        List<@Nullable Cell[][][]> known = new ArrayList<>();
        deliveries.add(households(village, random, table));
        known.add(copy(table));
        for (int n = 0; n < DELIVERIES; n++) {
            String source = SOURCES.get(random.nextInt(SOURCES.size()));
            List<Row> rows = rows(random);
            Loaded loaded = village.single(source, "2025-03-01", text(rows, n));
            assertThat(loaded.added() + loaded.changed() + loaded.unchanged() + loaded.merged() + loaded.disputed())
                    .isEqualTo(rows.size());
            rows.stream()
                    .sorted(Comparator.comparingInt(Row::from).thenComparingInt(Row::until))
                    .forEach(row -> tell(table, row, source));
            deliveries.add(loaded.id());
            known.add(copy(table));
        }
        assertThat(village.rows("""
                        select a.family_id from registry.vehicles a join registry.vehicles b using (family_id)
                        where a.superseded_by is null and b.superseded_by is null and a.ctid < b.ctid and a.valid && b.valid
                        """)).isEmpty();
        compare(village, deliveries, known);
    }

    private static void tell(@Nullable Cell[][][] table, Row row, String source) {
        @Nullable Cell[] days = table[row.family][row.column];
        for (int day = row.from; day < row.until; day++) {
            Cell held = days[day];
            if (held == null
                    || !held.value.equals(row.value) && SOURCES.indexOf(source) <= SOURCES.indexOf(held.source)) {
                days[day] = new Cell(row.value, source);
            }
        }
    }

    private static void compare(Village village, List<Integer> deliveries, List<@Nullable Cell[][][]> known) {
        Map<String, Long> ids =
                village.db().sql("select source_key, id from registry.family").query().listOfRows().stream()
                        .collect(Collectors.toMap(
                                row -> String.valueOf(row.get("source_key")),
                                row -> ((Number) row.get("id")).longValue()));
        var tellings = new Tellings(village.db());
        for (int family = 0; family < FAMILIES; family++) {
            List<Telling> all = tellings.of(List.of(), List.of(ids.getOrDefault("F" + family, -1L))).stream()
                    .filter(telling -> telling.sheet() == FactSheet.VEHICLES)
                    .toList();
            for (int n = 0; n < deliveries.size(); n++) {
                for (int day = 0; day < DAYS; day++) {
                    compare(all, deliveries.get(n), family, day, known.get(n)[family]);
                }
            }
        }
    }

    private static void compare(List<Telling> all, int delivery, int family, int day, @Nullable Cell[][] table) {
        String where = "family %d on day %d as known at delivery %d".formatted(family, day, delivery);
        List<Telling> held = all.stream()
                .filter(telling -> telling.knownAt(delivery) && telling.trueOn(FIRST.plusDays(day)))
                .toList();
        assertThat(held).as(where).hasSizeLessThanOrEqualTo(1);
        for (int column = 0; column < COLUMNS.size(); column++) {
            String name = COLUMNS.get(column);
            Cell wanted = table[column][day];
            String value = held.isEmpty() ? null : held.getFirst().cell(name);
            assertThat(value).as("%s of %s", name, where).isEqualTo(wanted == null ? null : wanted.value);
            if (wanted != null) {
                assertThat(held.getFirst().toldBy(name).source())
                        .as("who told %s of %s", name, where)
                        .isEqualTo(wanted.source);
            }
        }
    }

    private static int households(Village village, Random random, @Nullable Cell[][][] table) {
        var families = new StringBuilder("family_id,region,district,cars\n");
        var persons = new StringBuilder("person_id,family_id,last_name,first_name,birth_date,relation\n");
        for (int family = 0; family < FAMILIES; family++) {
            String cars = random.nextBoolean() ? Integer.toString(random.nextInt(3)) : "";
            families.append("F%d,11,114500000,%s\n".formatted(family, cars));
            persons.append("P%d,F%d,Серікова,Айгүл,%s,head\n".formatted(family, family, birth(family)));
            if (!cars.isEmpty()) {
                tell(table, new Row(family, 0, cars, 0, DAYS), "vehicles");
            }
        }
        return village.load(FIRST.toString(), "families", families.toString(), "persons", persons.toString())
                .getLast()
                .id();
    }

    private static LocalDate birth(int family) {
        return LocalDate.of(1970, 1, 1).plusDays(40L * family);
    }

    /// Rows of a delivery: a family and column are told of once on one span of days.
    private static List<Row> rows(Random random) {
        var rows = new ArrayList<Row>();
        for (int family = 0; family < FAMILIES; family++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                for (int n = random.nextInt(3); n > 0; n--) {
                    int from = random.nextInt(DAYS - 1);
                    int until = random.nextInt(3) == 0 ? DAYS : from + 1 + random.nextInt(DAYS - from - 1);
                    String value =
                            column == 0 ? Integer.toString(random.nextInt(3)) : Boolean.toString(random.nextBoolean());
                    int one = family;
                    int same = column;
                    boolean twice = rows.stream()
                            .anyMatch(row ->
                                    row.family == one && row.column == same && row.from == from && row.until == until);
                    if (!twice) {
                        rows.add(new Row(family, column, value, from, until));
                    }
                }
            }
        }
        return rows;
    }

    private static String text(List<Row> rows, int delivery) {
        var text = new StringBuilder(
                "source_record_id,iin,last_name,first_name,birth_date,column,value,valid_from,valid_to\n");
        int n = 0;
        for (Row row : rows) {
            text.append("R%d-%d,,Серікова,Айгүл,%s,%s,%s,%s,%s\n"
                    .formatted(
                            delivery,
                            ++n,
                            birth(row.family),
                            COLUMNS.get(row.column),
                            row.value,
                            FIRST.plusDays(row.from),
                            row.until == DAYS ? "" : FIRST.plusDays(row.until - 1L)));
        }
        return text.toString();
    }

    private static @Nullable Cell[][][] copy(@Nullable Cell[][][] table) {
        @Nullable Cell[][][] copy = new Cell[FAMILIES][COLUMNS.size()][];
        for (int family = 0; family < FAMILIES; family++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                copy[family][column] = table[family][column].clone();
            }
        }
        return copy;
    }
}
