package kz.shanyraq.office.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The rows of all sheets of some persons and a family, in one statement: what holds and what once did.
@Component
class Tellings {

    static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private static final String OF_SHEET = """
            select '%1$s' as sheet, t.%2$s as subject, t.valid, t.intake, coalesce(t.origin, t.intake) as origin, t.superseded_by, to_jsonb(t) as cells
            from registry.%1$s t where t.%2$s = any(:%3$s) and t.superseded_by is null
            union all
            select '%1$s', t.%2$s, t.valid, t.intake, coalesce(t.origin, t.intake), t.superseded_by, to_jsonb(t)
            from registry.%1$s t where t.%2$s = any(:%3$s) and t.superseded_by is not null
            """;

    static final String OF_ALL = """
            with told as materialized (
            %s)
            select t.sheet, t.subject, case when lower_inf(t.valid) then null else lower(t.valid) end as valid_from,
                case when upper_inf(t.valid) then null else upper(t.valid) end as valid_until,
                t.cells::text, t.intake, t.superseded_by,
                coalesce(o.source, s.source) as source, coalesce(o.valid_on, (coalesce(o.closed_at, o.opened_at) at time zone 'Asia/Almaty')::date) as told,
                coalesce(i.closed_at, i.opened_at) as learned, coalesce(r.closed_at, r.opened_at) as replaced, o.officer, o.reason, o.document, (
                    select jsonb_object_agg(a.key, jsonb_build_array(coalesce(d.source, s.source),
                        coalesce(d.valid_on, (coalesce(d.closed_at, d.opened_at) at time zone 'Asia/Almaty')::date)))
                    from jsonb_each_text(nullif(t.cells -> 'also', 'null')) a join registry.intake d on d.id = a.value::integer)::text as also
            from told t
            join registry.sheet s on s.code = t.sheet
            join registry.intake i on i.id = t.intake
            join registry.intake o on o.id = t.origin
            left join registry.intake r on r.id = t.superseded_by
            order by t.sheet, t.subject, t.valid desc, t.intake desc
            """.formatted(Arrays.stream(FactSheet.values())
            .map(sheet -> OF_SHEET.formatted(
                    sheet.code(),
                    sheet.ofFamily() ? "family_id" : "person_id",
                    sheet.ofFamily() ? "families" : "persons"))
            .collect(Collectors.joining("union all\n")));

    private static final String KNOWN_AT = """
            select coalesce(max(id), 0) from registry.intake where coalesce(closed_at, opened_at) < :end
            """;

    private static final String SETTLED = """
            select coalesce(min(id) filter (where state = 'running') - 1, max(id), 0) from registry.intake
            """;

    private static final List<String> KEYS = List.of("person_id", "intake", "origin", "also", "superseded_by", "valid");

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Tellings(JdbcClient db) {
        this.db = db;
    }

    List<Telling> of(Collection<Long> persons, Collection<Long> families) {
        return db.sql(OF_ALL)
                .param("persons", persons.toArray(Long[]::new))
                .param("families", families.toArray(Long[]::new))
                .query((row, n) -> telling(row))
                .list();
    }

    /// The last delivery of which, and of all before it, nothing more will come.
    int settled() {
        return db.sql(SETTLED).query(Integer.class).single();
    }

    /// The last delivery that was known at the end of a day: deliveries are numbered in the order of opening.
    int knownAt(@Nullable LocalDate day) {
        return day == null
                ? Integer.MAX_VALUE
                : db.sql(KNOWN_AT)
                        .param("end", day.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime())
                        .query(Integer.class)
                        .single();
    }

    private Telling telling(ResultSet row) throws SQLException {
        OffsetDateTime replaced = row.getObject("replaced", OffsetDateTime.class);
        return new Telling(
                FactSheet.of(row.getString("sheet")).orElseThrow(),
                row.getLong("subject"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                cells(row.getString("cells")),
                row.getInt("intake"),
                row.getObject("superseded_by", Integer.class),
                row.getString("source"),
                row.getObject("told", LocalDate.class),
                also(row.getString("also")),
                row.getObject("learned", OffsetDateTime.class).toInstant(),
                replaced == null ? null : replaced.toInstant(),
                row.getObject("officer", UUID.class),
                row.getString("reason"),
                row.getString("document"));
    }

    private Map<String, String> cells(String text) {
        Map<String, String> cells = new HashMap<>();
        Map<?, ?> read = json.readValue(text, Map.class);
        read.forEach((column, value) -> {
            if (value != null && !KEYS.contains(column)) {
                cells.put(
                        String.valueOf(column),
                        value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString());
            }
        });
        return cells;
    }

    private Map<String, Telling.By> also(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        Map<String, Telling.By> also = new HashMap<>();
        json.readTree(text)
                .forEachEntry((column, by) -> also.put(
                        column,
                        new Telling.By(
                                by.get(0).asString(), LocalDate.parse(by.get(1).asString()))));
        return Map.copyOf(also);
    }
}
