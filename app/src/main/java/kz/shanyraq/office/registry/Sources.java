package kz.shanyraq.office.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The registers and their last deliveries.
@Component
class Sources {

    /// A compiled household file speaks for the keeper of every sheet.
    private static final String ALL = """
            select s.code, s.name_kk, s.name_ru, s.name_en, s.owner, s.contact, extract(day from justify_interval(s.stale_after))::integer
                    + 30 * extract(month from justify_interval(s.stale_after))::integer + 360 * extract(year from justify_interval(s.stale_after))::integer as stale_days,
                d.day as delivered, d.closed_at + s.due_every as due_at, d.closed_at is null or d.closed_at + s.due_every < now() as late
            from registry.source s
            left join lateral (
                select i.closed_at, coalesce(i.valid_on, (i.closed_at at time zone 'Asia/Almaty')::date) as day
                from registry.intake i
                where i.kind in ('households', 'single_source') and i.state = 'done' and (i.source = s.code
                    or i.source is null and exists (select from registry.sheet h where h.source = s.code))
                order by i.closed_at desc limit 1) d on true
            order by s.code
            """;

    private final JdbcClient db;

    Sources(JdbcClient db) {
        this.db = db;
    }

    Map<String, Source> all() {
        Map<String, Source> sources = new LinkedHashMap<>();
        db.sql(ALL).query((row, n) -> source(row)).list().forEach(source -> sources.put(source.code(), source));
        return sources;
    }

    private static Source source(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Source(
                row.getString("code"),
                new Place.Names(row.getString("name_kk"), row.getString("name_ru"), row.getString("name_en")),
                row.getString("owner"),
                row.getString("contact"),
                row.getObject("delivered", LocalDate.class),
                due == null ? null : due.toInstant(),
                row.getBoolean("late"),
                row.getInt("stale_days"));
    }
}
