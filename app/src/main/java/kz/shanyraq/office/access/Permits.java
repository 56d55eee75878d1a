package kz.shanyraq.office.access;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Leave to read one family for eight hours.
@Component
public class Permits {

    private static final String LIVE = """
            select exists (select from access.permit
                           where officer = (select access.officer()) and kind = :kind and family = :family and answer = 'approved' and until > now())
            """;

    private static final String REASON = """
            select reason from access.permit
            where officer = (select access.officer()) and kind = :kind and family = :family and answer = 'approved' and until > now()
            order by until desc limit 1
            """;

    private static final String MINE = """
            select p.id, p.kind, p.number, p.reason, p.asked_at, p.answer, p.until, p.family, o.name as officer, a.name as approver
            from access.permit p join access.officer o on o.id = p.officer left join access.officer a on a.id = p.answered_by
            where p.officer = (select access.officer()) and p.asked_at > now() - interval '30 days'
            order by p.asked_at desc limit 50
            """;

    private static final String WAITING = """
            select p.id, p.kind, p.number, p.reason, p.asked_at, p.answer, p.until, p.family, o.name as officer, null as approver
            from access.permit p join access.officer o on o.id = p.officer
            where p.answer is null and p.asked_at > now() - interval '2 days' and p.officer <> (select access.officer())
            order by p.asked_at limit 50
            """;

    private final JdbcClient db;
    private final ObjectProvider<Families> families;

    Permits(JdbcClient db, ObjectProvider<Families> families) {
        this.db = db;
        this.families = families;
    }

    /// A permit as pages show it.
    public record Permit(
            UUID id,
            String kind,
            String number,
            String reason,
            OffsetDateTime askedAt,
            @Nullable String answer,
            @Nullable OffsetDateTime until,
            @Nullable Long family,
            String officer,
            @Nullable String approver) {}

    /// Whether the officer who acts may read this family now.
    @Transactional(readOnly = true)
    public boolean live(FamilyRef family, Purpose kind) {
        return db.sql(LIVE)
                .param("kind", kind.word())
                .param("family", family.id())
                .query(Boolean.class)
                .single();
    }

    /// The reason that was given.
    @Transactional(readOnly = true)
    public Optional<String> reason(FamilyRef family, Purpose kind) {
        return db.sql(REASON)
                .param("kind", kind.word())
                .param("family", family.id())
                .query(String.class)
                .optional();
    }

    /// The permits of the officer who acts.
    @Transactional(readOnly = true)
    public List<Permit> mine() {
        return db.sql(MINE).query(Permit.class).list();
    }

    /// What waits for a second officer.
    @Transactional(readOnly = true)
    public List<Permit> waiting() {
        return db.sql(WAITING).query(Permit.class).list();
    }

    /// A family outside the territory of a post, under protection or not at all there being the same: empty.
    public Optional<FamilyRef> elsewhere(String number) {
        Families registry = families.getIfAvailable();
        return registry == null ? Optional.empty() : registry.withNumber(number).filter(family -> !family.restricted());
    }

    /// The family of a number for a break-glass; whether there is one is told to nobody.
    @Nullable
    Long forBreakGlass(String number) {
        Families registry = families.getIfAvailable();
        return registry == null
                ? null
                : registry.withNumber(number).map(FamilyRef::id).orElse(null);
    }

    /// Asks for a family under protection: a second officer must approve it.
    @Transactional
    public UUID askBreakGlass(String number, String reason) {
        return ask(Purpose.BREAK_GLASS, forBreakGlass(number), number, reason);
    }

    /// Gives the reason for which a family outside the territory is read.
    @Transactional
    public UUID askOutside(FamilyRef family, String reason) {
        return ask(Purpose.OUTSIDE_TERRITORY, family.id(), family.number(), reason);
    }

    /// Asks for leave; the function logs it in the same transaction.
    @Transactional
    public UUID ask(Purpose kind, @Nullable Long family, String number, String reason) {
        return db.sql("select access.ask_permit(:kind, :family, :number, :reason)")
                .param("kind", kind.word())
                .param("family", family)
                .param("number", number)
                .param("reason", reason)
                .query(UUID.class)
                .single();
    }

    /// Answers a break-glass of another officer.
    @Transactional
    public void answer(UUID permit, boolean approved) {
        try {
            db.sql("select access.answer_permit(:permit, :approved)")
                    .param("permit", permit)
                    .param("approved", approved)
                    .query((row, number) -> true)
                    .list();
        } catch (BadSqlGrammarException refused) {
            // Answered by another officer meanwhile, one's own, or never asked.
            if (refused.getCause() instanceof SQLException cause && "42501".equals(cause.getSQLState())) {
                throw new NotThere();
            }
            throw refused;
        }
    }
}
