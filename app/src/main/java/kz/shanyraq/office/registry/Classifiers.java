package kz.shanyraq.office.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.files.Unreadable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reference data with owner, version and days in force: places (KATO), occupations (ISCO-08), boundaries. An entry
/// that a new version
/// changes is closed on the day from which the new one holds; what was in force before stays readable. A file of KATO
/// may go down to the settlements, and may tell population and coordinates of its places.
@Component
public class Classifiers {

    private static final String SHIPPED = "2024";
    private static final LocalDate DIVISION = LocalDate.of(2022, 6, 8);
    private static final LocalDate ISCO = LocalDate.of(2008, 1, 1);
    private static final int FIRST_KATO = 100_000_000;

    private static final String LIST = """
            select c.code, c.version, c.owner, c.licence, lower(c.valid) as since, upper(c.valid) as until,
                case c.code when 'kato' then (select count(*) from registry.territory t where t.version = c.version)
                    when 'isco08' then (select count(*) from registry.occupation o where o.version = c.version)
                    else (select count(*) from registry.boundary b where b.version = c.version) end as rows
            from registry.classifier c order by c.code, lower(c.valid) desc
            """;

    private static final String CLASSIFIER = """
            insert into registry.classifier (code, version, owner, licence, valid) values (:code, :version, :owner, :licence, daterange(:since, null))
            """;

    private static final String CLOSE_CLASSIFIER = """
            update registry.classifier set valid = daterange(lower(valid), :since)
            where code = :code and upper_inf(valid) and lower(valid) < :since
            """;

    private static final List<String> TERRITORY = List.of("""
            create temp table told on commit drop as
            select * from unnest(:kato::integer[], :level::smallint[], :kind::text[], :kk::text[], :ru::text[], :en::text[], :population::integer[], :latitude::numeric[], :longitude::numeric[])
                t (kato, level, kind, name_kk, name_ru, name_en, population, latitude, longitude)
            """, """
            update registry.territory t set valid = daterange(lower(t.valid), :since)
            where upper_inf(t.valid) and lower(t.valid) < :since
                and not exists (select from told n where n.kato = t.kato and n.name_kk = t.name_kk and n.name_ru = t.name_ru and n.level = t.level)
                and exists (select from told n where n.kato = t.kato)
            """, """
            update registry.territory t set population = coalesce(n.population, t.population),
                latitude = coalesce(n.latitude, t.latitude), longitude = coalesce(n.longitude, t.longitude)
            from told n
            where n.kato = t.kato and upper_inf(t.valid)
                and (n.population is not null or n.latitude is not null)
            """, """
            insert into registry.territory (kato, level, kind, name_kk, name_ru, name_en, population, latitude, longitude, valid, version)
            select n.kato, n.level, n.kind, n.name_kk, n.name_ru, n.name_en, n.population, n.latitude, n.longitude, daterange(:since, null), :version from told n
            where not exists (select from registry.territory t where t.kato = n.kato and t.valid && daterange(:since, null))
            """, "drop table told");

    private static final String LOCATED = """
            update registry.territory t set latitude = n.latitude, longitude = n.longitude
            from (select unnest(:kato::integer[]) as kato, unnest(:latitude::numeric[]) as latitude, unnest(:longitude::numeric[]) as longitude) n
            where t.kato = n.kato and t.latitude is null and t.longitude is null
            """;

    private static final List<String> OCCUPATION = List.of("""
            create temp table told on commit drop as
            select * from unnest(:code::text[], :kk::text[], :ru::text[], :en::text[]) t (code, name_kk, name_ru, name_en)
            """, """
            update registry.occupation o set valid = daterange(lower(o.valid), :since)
            from told n
            where o.code = n.code and upper_inf(o.valid) and lower(o.valid) < :since
                and (o.name_en <> n.name_en or n.name_ru is distinct from o.name_ru or n.name_kk is distinct from o.name_kk)
            """, """
            insert into registry.occupation (code, level, name_kk, name_ru, name_en, valid, version)
            select n.code, length(n.code), n.name_kk, n.name_ru, n.name_en, daterange(:since, null), :version from told n
            where not exists (select from registry.occupation o where o.code = n.code and o.valid && daterange(:since, null))
            """, "drop table told");

    // A feature names its place by one of the properties that files in use have.
    private static final String BOUNDARIES = """
            insert into registry.boundary (kato, geometry, version)
            select distinct on (k) k::integer, f->'geometry', :version
            from jsonb_array_elements(:geojson::jsonb->'features') f,
                lateral (select coalesce(f->'properties'->>'kato', f->'properties'->>'code', f->'properties'->>'KATO') as k) p
            where k ~ '^[1-9][0-9]{8}$' and f->'geometry' is not null
            on conflict (kato) do update set geometry = excluded.geometry, version = excluded.version
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Classifiers(
            @Qualifier("intakeDb") JdbcClient db,
            @Qualifier("intakeTransactions") PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A version that is to be loaded.
    public record Wanted(String code, String version, String owner, String licence, LocalDate since) {}

    private record Place(
            int kato,
            int level,
            String kind,
            String kk,
            String ru,
            String en,
            @Nullable Integer population,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude) {}

    private record Occupation(String code, String kk, String ru, String en) {}

    @EventListener(ApplicationReadyEvent.class)
    void opened() {
        ship();
    }

    /// Puts in what is shipped with the office, where it is not there yet.
    void ship() {
        boolean there = db.sql("select exists (select from registry.classifier)")
                .query(Boolean.class)
                .single();
        if (there) {
            located();
            return;
        }
        var places = new ArrayList<Place>();
        Territory.regions()
                .forEach(region -> places.add(new Place(
                        region.code() * 10_000_000,
                        1,
                        "region",
                        region.kk(),
                        region.ru(),
                        region.en(),
                        Math.toIntExact(region.population()),
                        null,
                        null)));
        Territory.districts()
                .forEach(district -> places.add(new Place(
                        Integer.parseInt(district.kato()),
                        2,
                        district.city() ? "city" : "district",
                        district.kk(),
                        district.ru(),
                        district.en(),
                        Math.toIntExact(district.population()),
                        district.latitude(),
                        district.longitude())));
        transaction.executeWithoutResult(status -> {
            open(new Wanted(
                    "kato",
                    SHIPPED,
                    "Bureau of National Statistics",
                    "Facts of the state classifier; coordinates GeoNames, CC BY 4.0",
                    DIVISION));
            keep(places, DIVISION, SHIPPED);
            open(new Wanted(
                    "isco08", "2008", "International Labour Organization", "Typed after the ILO classification", ISCO));
            keepOccupations(shippedOccupations(), ISCO, "2008");
        });
    }

    /// Offices that were opened before districts were shipped with coordinates get them now; what a file told stays.
    private void located() {
        var districts = Territory.districts();
        transaction.executeWithoutResult(status -> db.sql(LOCATED)
                .param(
                        "kato",
                        districts.stream()
                                .map(each -> Integer.valueOf(each.kato()))
                                .toArray(Integer[]::new))
                .param(
                        "latitude",
                        districts.stream().map(Territory.District::latitude).toArray(BigDecimal[]::new))
                .param(
                        "longitude",
                        districts.stream().map(Territory.District::longitude).toArray(BigDecimal[]::new))
                .update());
    }

    private static List<Occupation> shippedOccupations() {
        try (InputStream in = Classifiers.class.getResourceAsStream("isco08.csv")) {
            Path copy = Files.createTempFile("isco08-", ".csv");
            try {
                Files.write(copy, java.util.Objects.requireNonNull(in).readAllBytes());
                return occupations(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The shipped list of occupations cannot be read.", broken);
        }
    }

    /// All versions, the one in force first.
    public List<Classifier> all() {
        return db.sql(LIST).query(Classifier.class).list();
    }

    /// Loads a new version.
    ///
    /// @return how many entries it brought or renewed
    /// @throws Unreadable if the file cannot be read, or is of another kind
    public long load(Wanted wanted, Path file) {
        Long loaded = transaction.execute(status -> {
            open(wanted);
            long rows = switch (wanted.code) {
                case "kato" -> keep(places(file), wanted.since, wanted.version);
                case "isco08" -> keepOccupations(occupations(file), wanted.since, wanted.version);
                case "boundaries" ->
                    db.sql(BOUNDARIES)
                            .param("geojson", text(file))
                            .param("version", wanted.version)
                            .update();
                default -> throw new Unreadable("There is no classifier '%s'.".formatted(wanted.code));
            };
            return rows;
        });
        return loaded == null ? 0 : loaded;
    }

    private void open(Wanted wanted) {
        db.sql(CLOSE_CLASSIFIER)
                .param("code", wanted.code)
                .param("since", wanted.since)
                .update();
        db.sql(CLASSIFIER)
                .param("code", wanted.code)
                .param("version", wanted.version)
                .param("owner", wanted.owner)
                .param("licence", wanted.licence)
                .param("since", wanted.since)
                .update();
    }

    private long keep(List<Place> places, LocalDate since, String version) {
        for (String statement : TERRITORY) {
            db.sql(statement)
                    .param("kato", places.stream().map(Place::kato).toArray(Integer[]::new))
                    .param(
                            "level",
                            places.stream().map(place -> (short) place.level).toArray(Short[]::new))
                    .param("kind", texts(places, Place::kind))
                    .param("kk", texts(places, Place::kk))
                    .param("ru", texts(places, Place::ru))
                    .param("en", texts(places, Place::en))
                    .param("population", places.stream().map(Place::population).toArray(Integer[]::new))
                    .param("latitude", places.stream().map(Place::latitude).toArray(BigDecimal[]::new))
                    .param("longitude", places.stream().map(Place::longitude).toArray(BigDecimal[]::new))
                    .param("since", since)
                    .param("version", version)
                    .update();
        }
        return places.size();
    }

    private long keepOccupations(List<Occupation> occupations, LocalDate since, String version) {
        for (String statement : OCCUPATION) {
            db.sql(statement)
                    .param("code", texts(occupations, Occupation::code))
                    .param("kk", texts(occupations, Occupation::kk))
                    .param("ru", texts(occupations, Occupation::ru))
                    .param("en", texts(occupations, Occupation::en))
                    .param("since", since)
                    .param("version", version)
                    .update();
        }
        return occupations.size();
    }

    private static <T> String[] texts(List<T> list, Function<T, String> part) {
        return list.stream().map(part).toArray(String[]::new);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new Unreadable("The file %s cannot be read.".formatted(file.getFileName()), broken);
        }
    }

    private static List<Place> places(Path file) {
        var places = new ArrayList<Place>();
        rows(file, List.of("kato", "name_kk", "name_ru"), row -> {
            String code = row.apply("kato");
            if (!code.matches("[0-9]{9}") || Integer.parseInt(code) < FIRST_KATO) {
                throw new Unreadable("'%s' is not a KATO code of nine digits.".formatted(code));
            }
            int level = code.endsWith("0000000") ? 1 : code.endsWith("00000") ? 2 : code.endsWith("000") ? 3 : 4;
            String told = row.apply("kind").strip();
            String kind = told.isEmpty()
                    ? List.of("region", "district", "rural_district", "settlement")
                            .get(level - 1)
                    : told;
            places.add(new Place(
                    Integer.parseInt(code),
                    level,
                    kind,
                    row.apply("name_kk"),
                    row.apply("name_ru"),
                    row.apply("name_en"),
                    told(row.apply("population"), "population", Integer::valueOf),
                    told(row.apply("latitude"), "latitude", BigDecimal::new),
                    told(row.apply("longitude"), "longitude", BigDecimal::new)));
        });
        return places;
    }

    /// What a cell tells of a place; null if it tells nothing.
    private static <T> @Nullable T told(String cell, String column, Function<String, T> read) {
        if (cell.isBlank()) {
            return null;
        }
        try {
            return read.apply(cell.strip());
        } catch (NumberFormatException broken) {
            throw new Unreadable("'%s' in column %s is not a number.".formatted(cell, column), broken);
        }
    }

    private static List<Occupation> occupations(Path file) {
        var occupations = new ArrayList<Occupation>();
        rows(file, List.of("code", "name_en"), row -> {
            String code = row.apply("code");
            if (!code.matches("[0-9]{1,4}")) {
                throw new Unreadable("'%s' is not an ISCO-08 code of one to four digits.".formatted(code));
            }
            occupations.add(new Occupation(code, row.apply("name_kk"), row.apply("name_ru"), row.apply("name_en")));
        });
        return occupations;
    }

    private static void rows(
            Path file, List<String> required, java.util.function.Consumer<Function<String, String>> each) {
        try (Table table = Table.open(file)) {
            for (String column : required) {
                if (!table.columns().contains(column)) {
                    throw new Unreadable("The file has no column '%s'. Its columns are: %s."
                            .formatted(column, String.join(", ", table.columns())));
                }
            }
            Batch batch = table.choose(table.columns());
            while (table.read(batch)) {
                for (int i = 0; i < batch.rows; i++) {
                    int row = i;
                    each.accept(column -> {
                        int place = batch.place(column);
                        return place < 0 ? "" : batch.column(place).text(row);
                    });
                }
            }
        }
    }
}
