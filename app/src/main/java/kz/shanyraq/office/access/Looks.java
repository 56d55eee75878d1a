package kz.shanyraq.office.access;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who looked: for the citizen whose data it is, and for officers who work with the family.
@Component
public class Looks {

    /// The country's time.
    public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private static final String WHO = """
            select * from access.who_looked(:person, :family, :since, :until, :most)
            """;

    private final JdbcClient db;

    Looks(JdbcClient db) {
        this.db = db;
    }

    /// A look, as it may be shown.
    ///
    /// @param at when
    /// @param name the officer's name; empty for a citizen and for the office itself
    /// @param office the body that employs the officer
    /// @param role under which role, a word of [Role]
    /// @param action what was done, a word of [Action]
    /// @param purpose what for, a word of [Purpose]
    /// @param reason the reason given; only for officers
    /// @param detail what was shown
    public record Seen(
            OffsetDateTime at,
            String name,
            String office,
            String role,
            String action,
            String purpose,
            @Nullable String reason,
            String detail) {}

    /// The most that a page of looks shows.
    public static final int MOST = 1_000;

    /// Who looked at a person or family between two days, newest first.
    @Transactional(readOnly = true)
    public List<Seen> whoLooked(@Nullable Long person, @Nullable Long family, LocalDate from, LocalDate to, int most) {
        return db.sql(WHO)
                .param("person", person)
                .param("family", family)
                .param("since", from.atStartOfDay(ZONE).toOffsetDateTime())
                .param("until", to.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime())
                .param("most", most)
                .query(Seen.class)
                .list();
    }
}
