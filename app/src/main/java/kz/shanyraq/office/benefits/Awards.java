package kz.shanyraq.office.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.policy.explain.Explanation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Awards: what was granted, what it gives in which month, and why nothing of it is ordered for a time.
@Component
public class Awards {

    private static final String COLUMNS = """
            select a.id, a.application_id, a.family_id, a.person_id, a.topic, a.payee_id, a.iban, a.kato, a.held, a.held_since, a.held_reason, (a.made_at at time zone 'Asia/Almaty')::date as made_on
            from benefits.award a
            """;

    private static final String ONE = COLUMNS + "where a.id = :id";

    private static final String OF_FAMILY = COLUMNS + "where a.family_id = :family order by a.id desc";

    private static final String MONTHS = """
            select lower(g.months) as from_month, upper(g.months) as until_month, g.monthly, g.decision_id, d.facts_on
            from benefits.award_month g join benefits.decision d on d.id = g.decision_id
            where g.award_id = :award and g.superseded_by is null order by g.months
            """;

    private static final String GRANT = """
            insert into benefits.award (application_id, family_id, person_id, topic, payee_id, iban, kato)
            select d.application_id, d.family_id, d.person_id, d.topic, a.applicant_id, a.iban, f.kato
            from benefits.decision d join benefits.application a on a.id = d.application_id join registry.family f on f.id = d.family_id
            where d.id = :decision returning id
            """;

    private static final String OF_APPLICATION = """
            select id from benefits.award where application_id = :application order by id desc limit 1
            """;

    // What other decisions said of these months is superseded; what they said of months before and after stays.
    private static final String SUPERSEDE = """
            with old as (
                update benefits.award_month g set superseded_by = :decision from benefits.decision d
                where d.id = :decision and g.award_id = :award and g.superseded_by is null and g.months && d.months
                returning g.award_id, g.months, g.monthly, g.decision_id, d.months as by)
            insert into benefits.award_month (award_id, months, monthly, decision_id)
            select award_id, daterange(lower(months), lower(by)), monthly, decision_id from old where lower(months) < lower(by)
            union all
            select award_id, daterange(upper(by), upper(months)), monthly, decision_id from old
            where not upper_inf(by) and (upper_inf(months) or upper(months) > upper(by))
            """;

    private static final String GIVE = """
            insert into benefits.award_month (award_id, months, monthly, decision_id)
            select :award, months, monthly + once, id from benefits.decision where id = :decision
            """;

    private static final String HOLD = """
            update benefits.award set held = :held, held_since = case when :held::text is null then null else coalesce(held_since, access.today()) end, held_reason = :reason
            where id = :id
            """;

    private static final String ACCOUNT = """
            update benefits.award set iban = :iban, held = case when held in ('account', 'returned') then null else held end,
                held_since = case when held in ('account', 'returned') then null else held_since end,
                held_reason = case when held in ('account', 'returned') then null else held_reason end
            where id = :id
            """;

    /// Why nothing is ordered of an award, though it stays due.
    public enum Held {
        /// By an officer's word, such as of somebody who cannot be found.
        SUSPENDED,
        /// The account is not known, or the bank refused it.
        ACCOUNT,
        /// The social contract is to be signed.
        CONTRACT,
        /// Money came back.
        RETURNED;

        /// Its word in the database and in messages.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An award.
    ///
    /// @param payee who is paid
    /// @param held why nothing is ordered of it now; null if it is
    public record Award(
            long id,
            @Nullable Long application,
            Subject subject,
            long payee,
            @Nullable String iban,
            int kato,
            @Nullable Held held,
            @Nullable LocalDate heldSince,
            @Nullable String heldReason,
            LocalDate madeOn) {}

    /// What an award gives in months beside one another.
    ///
    /// @param until the first month in which it does not; null where no end is known
    /// @param factsOn the day of the facts on which that stands
    public record Months(LocalDate from, @Nullable LocalDate until, long monthly, long decision, LocalDate factsOn) {

        /// Whether a month is among them.
        public boolean has(YearMonth month) {
            return !from.isAfter(month.atDay(1)) && (until == null || until.isAfter(month.atDay(1)));
        }
    }

    /// Months for which the law says by now something else than the award gives.
    ///
    /// @param until the first month after them
    /// @param before tenge a month by the decisions in force
    /// @param after tenge a month by the law now
    /// @param answer of the first of them
    public record Differing(YearMonth from, YearMonth until, long before, long after, Answers.Answer answer) {}

    private final Answers answers;
    private final Applications applications;
    private final Registry registry;
    private final JdbcClient db;

    Awards(Answers answers, Applications applications, Registry registry, JdbcClient db) {
        this.answers = answers;
        this.applications = applications;
        this.registry = registry;
        this.db = db;
    }

    /// An award; empty if there is none, or none that may be seen.
    @Transactional(readOnly = true)
    public Optional<Award> find(long id) {
        return db.sql(ONE).param("id", id).query(Awards::row).optional();
    }

    /// The awards of a family, the latest first.
    @Transactional(readOnly = true)
    public List<Award> of(long family) {
        return db.sql(OF_FAMILY).param("family", family).query(Awards::row).list();
    }

    /// What an award gives, by the decisions in force.
    @Transactional(readOnly = true)
    public List<Months> months(long award) {
        return db.sql(MONTHS)
                .param("award", award)
                .query((row, n) -> new Months(
                        row.getObject("from_month", LocalDate.class),
                        row.getObject("until_month", LocalDate.class),
                        row.getLong("monthly"),
                        row.getLong("decision_id"),
                        row.getObject("facts_on", LocalDate.class)))
                .list();
    }

    /// Carries out a decision: what it says of its months takes the place of what was said before.
    ///
    /// @return the award; null where none is made or changed
    @Nullable
    Long carryOut(Decisions.Decision decision) {
        if (decision.from() == null) {
            return decision.award();
        }
        Long award = decision.award() != null ? decision.award() : granted(decision);
        db.sql(SUPERSEDE).param("decision", decision.id()).param("award", award).update();
        db.sql(GIVE).param("decision", decision.id()).param("award", award).update();
        return award;
    }

    private Long granted(Decisions.Decision decision) {
        Optional<Long> before = decision.application() == null
                ? Optional.empty()
                : db.sql(OF_APPLICATION)
                        .param("application", decision.application())
                        .query(Long.class)
                        .optional();
        return before.orElseGet(() ->
                db.sql(GRANT).param("decision", decision.id()).query(Long.class).single());
    }

    /// Nothing is ordered of an award until it is released; what is due stays due.
    @Transactional
    public boolean hold(long id, Held held, String reason) {
        return db.sql(HOLD)
                        .param("id", id)
                        .param("held", held.word())
                        .param("reason", reason)
                        .update()
                > 0;
    }

    /// Orders go out again.
    @Transactional
    public boolean release(long id) {
        return db.sql(HOLD)
                        .param("id", id)
                        .param("held", null, java.sql.Types.VARCHAR)
                        .param("reason", null, java.sql.Types.VARCHAR)
                        .update()
                > 0;
    }

    /// Another account: what was held for want of one is released.
    ///
    /// @param iban checked by [Accounts]
    @Transactional
    public boolean account(long id, String iban) {
        return db.sql(ACCOUNT).param("id", id).param("iban", iban).update() > 0;
    }

    /// The months of an award, up to that of applications now, for which the law says by now something
    /// else: with the facts that hold on the first day of each, or on the day of the decision if that was
    /// later. A change of the family counts from its month on, a fact newly found from the month of
    /// application (Social Code, article 126, paragraph 4). Months of which facts are missing by now are
    /// left alone: nobody loses money for what is not known.
    @Transactional(readOnly = true)
    public List<Differing> differing(Award award) {
        YearMonth last = YearMonth.from(applications.month());
        int known = registry.known();
        List<Differing> runs = new ArrayList<>();
        for (Months given : months(award.id())) {
            for (YearMonth month = YearMonth.from(given.from);
                    !month.isAfter(last) && given.has(month);
                    month = month.plusMonths(1)) {
                LocalDate on = later(given.factsOn, month.atDay(1), LocalDate.now(Looks.ZONE));
                Optional<FamilyFile> file =
                        registry.asKnown(new FamilyId(award.subject().family()), on, known);
                YearMonth then = month;
                Optional<Answers.Answer> answer = file.flatMap(found -> answers.of(found, award.subject(), then));
                answer.ifPresent(now -> add(runs, then, given.monthly, now));
            }
        }
        return List.copyOf(runs);
    }

    private static void add(List<Differing> runs, YearMonth month, long before, Answers.Answer answer) {
        Explanation said = answer.entitlement().explanation();
        long after = said.monthly() + said.once();
        if (answer.outcome() == kz.shanyraq.policy.Outcome.UNDECIDED || after == before) {
            return;
        }
        Differing last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && last.until.equals(month) && last.before == before && last.after == after) {
            runs.set(runs.size() - 1, new Differing(last.from, month.plusMonths(1), before, after, last.answer));
        } else {
            runs.add(new Differing(month, month.plusMonths(1), before, after, answer));
        }
    }

    private static LocalDate later(LocalDate decided, LocalDate first, LocalDate today) {
        LocalDate day = decided.isAfter(first) ? decided : first;
        return day.isAfter(today) ? today : day;
    }

    private static Award row(ResultSet row, int n) throws SQLException {
        String held = row.getString("held");
        return new Award(
                row.getLong("id"),
                row.getObject("application_id", Long.class),
                new Subject(
                        row.getLong("family_id"),
                        row.getObject("person_id", Long.class),
                        Topic.of(row.getInt("topic"))),
                row.getLong("payee_id"),
                row.getString("iban"),
                row.getInt("kato"),
                held == null ? null : Held.valueOf(held.toUpperCase(Locale.ROOT)),
                row.getObject("held_since", LocalDate.class),
                row.getString("held_reason"),
                row.getObject("made_on", LocalDate.class));
    }
}
