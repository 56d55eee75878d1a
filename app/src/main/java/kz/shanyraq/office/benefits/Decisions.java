package kz.shanyraq.office.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Decisions: the law proposes, an officer signs, a second person puts it in force. An officer corrects facts,
/// never sums: no method here takes one. A decision stores what it takes to decide the same again, and
/// [#replay] does.
@Component
public class Decisions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COLUMNS = """
            select d.id, d.application_id, d.award_id, d.family_id, d.person_id, d.topic, d.kind, d.month, d.facts_on, d.known, d.edition, d.monthly, d.once,
                lower(d.months) as from_month, upper(d.months) as until_month, d.steps, d.unmet, d.corrected, d.state, d.proposed_by, d.proposed_at, d.reason, d.document,
                d.approved_by, d.approved_at, d.returned, f.kato
            from benefits.decision d join registry.family f on f.id = d.family_id
            """;

    private static final String ONE = COLUMNS + "where d.id = :id";

    private static final String LOCKED = "select state from benefits.decision where id = :id for update";

    private static final String OF_FAMILY = COLUMNS + "where d.family_id = :family order by d.id desc";

    private static final String OF_APPLICATION = COLUMNS + "where d.application_id = :application order by d.id desc";

    // What was put right by hand and what is much comes first: there the second pair of eyes is needed most.
    private static final String WAITING = COLUMNS + """
            where d.state = 'proposed' and f.kato between :lo and :hi
            order by d.corrected > 0 or d.reason is not null desc, d.monthly + d.once desc, d.id limit :most
            """;

    private static final String PROPOSE = """
            insert into benefits.decision (application_id, award_id, family_id, person_id, topic, kind, month, facts_on, known, edition, monthly, once, months, steps, unmet,
                corrected, proposed_by, reason, document)
            values (:application, :award, :family, :person, :topic, :kind, :month, :on, :known, :edition, :monthly, :once,
                case when :from::date is null then null else daterange(:from::date, :until::date) end, :steps::jsonb, :unmet, :corrected, :officer, :reason, :document)
            returning id
            """;

    private static final String IN_FORCE = """
            update benefits.decision set state = 'in_force', approved_by = :officer, approved_at = clock_timestamp(), award_id = :award where id = :id
            """;

    private static final String RETURN = """
            update benefits.decision set state = 'returned', returned = :why where id = :id and state = 'proposed'
            """;

    private final Answers answers;
    private final Applications applications;
    private final Awards awards;
    private final DecisionLetters letters;
    private final Registry registry;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    Decisions(
            Answers answers,
            Applications applications,
            Awards awards,
            DecisionLetters letters,
            Registry registry,
            JdbcClient db,
            ApplicationEventPublisher events) {
        this.answers = answers;
        this.applications = applications;
        this.awards = awards;
        this.letters = letters;
        this.registry = registry;
        this.db = db;
        this.events = events;
    }

    /// What a decision does.
    public enum Kind {
        /// Grants what was applied for.
        GRANT,
        /// Refuses it, with every condition that is not met.
        REFUSE,
        /// Another sum from a month on, by other facts or figures.
        RECALCULATE,
        /// Ends an award.
        TERMINATE,
        /// Puts a decision right, after an appeal.
        CORRECT;

        /// Its word in the database and in messages.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A step of the law as a decision keeps it.
    ///
    /// @param value as in a file of results
    /// @param cited the article
    public record KeptStep(String name, String unit, String value, String cited) {}

    /// A decision.
    ///
    /// @param from the first month; null where nothing is given or taken
    /// @param until the first month in which it no longer says anything; null where no end is known
    /// @param corrected facts behind it that an officer told
    /// @param state proposed, in_force or returned
    /// @param returned why the second person returned it
    public record Decision(
            long id,
            @Nullable Long application,
            @Nullable Long award,
            Subject subject,
            Kind kind,
            LocalDate month,
            LocalDate factsOn,
            int known,
            String edition,
            long monthly,
            long once,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<KeptStep> steps,
            List<String> unmet,
            int corrected,
            String state,
            @Nullable UUID proposedBy,
            OffsetDateTime proposedAt,
            @Nullable String reason,
            @Nullable String document,
            @Nullable UUID approvedBy,
            @Nullable OffsetDateTime approvedAt,
            @Nullable String returned,
            int kato) {}

    /// What replaying a decision gave.
    ///
    /// @param differences steps and sums that came out otherwise; none if it is the same decision
    public record Replay(Decision decision, List<Difference> differences) {

        /// Whether the same came out.
        public boolean same() {
            return differences.isEmpty();
        }
    }

    /// What came out otherwise.
    public record Difference(String name, String kept, String now) {}

    /// Facts are missing: nothing can be proposed.
    public static final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Explanation explanation;

        Undecided(Explanation explanation) {
            super("Facts are missing: %s.".formatted(explanation.missing()));
            this.explanation = explanation;
        }

        /// The answer with the missing facts.
        public Explanation explanation() {
            return explanation;
        }
    }

    /// What was proposed is not what the law says of the facts of now.
    public static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient List<Difference> differences;

        Changed(List<Difference> differences) {
            super("The law says otherwise by now: %s.".formatted(differences));
            this.differences = differences;
        }

        /// What differs.
        public List<Difference> differences() {
            return differences;
        }
    }

    /// What the law says of an application by the facts of today.
    @Transactional(readOnly = true)
    public Optional<Answers.Answer> asked(Applications.Application application) {
        return answers.of(
                application.subject(),
                YearMonth.from(application.month()),
                LocalDate.now(Looks.ZONE),
                registry.known());
    }

    /// Proposes what the law says of an application.
    ///
    /// @throws Undecided if facts are missing
    @Transactional
    public long propose(long application, UUID officer) {
        Applications.Application asked = applications.find(application).orElseThrow();
        Answers.Answer answer = asked(asked).orElseThrow();
        Explanation said = decided(answer);
        boolean granted = said.outcome() == Outcome.GRANTED;
        if (!applications.state(application, "proposed", "received", "asked")) {
            throw new IllegalStateException(
                    "Application %d is %s: nothing is proposed for it.".formatted(application, asked.state()));
        }
        YearMonth end = granted ? answers.end(answer, asked.subject()).orElse(null) : null;
        return insert(
                new Proposal(
                        application,
                        null,
                        asked.subject(),
                        granted ? Kind.GRANT : Kind.REFUSE,
                        granted ? asked.month() : null,
                        end == null ? null : end.atDay(1),
                        null,
                        null),
                answer,
                officer);
    }

    /// Proposes to put a decision right: the law is asked again for its month and its day of facts, as they are
    /// known by now.
    ///
    /// @param reason why: the appeal that was upheld
    /// @throws Undecided if facts are missing
    /// @throws IllegalStateException if the law says the same as before
    @Transactional
    public long correct(long decision, String reason, @Nullable String document, UUID officer) {
        Decision wrong = find(decision).orElseThrow();
        Answers.Answer answer = answers.of(
                        wrong.subject(), YearMonth.from(wrong.month()), wrong.factsOn(), registry.known())
                .orElseThrow();
        Explanation said = decided(answer);
        boolean granted = said.outcome() == Outcome.GRANTED;
        boolean refused = wrong.kind() == Kind.REFUSE;
        if (refused ? !granted : granted && sum(said) == wrong.monthly() + wrong.once()) {
            throw new IllegalStateException("The law says the same of decision %d as before.".formatted(decision));
        }
        YearMonth end = answers.end(answer, wrong.subject()).orElse(null);
        LocalDate until = wrong.until() != null ? wrong.until() : end == null ? null : end.atDay(1);
        return insert(
                new Proposal(
                        wrong.application(),
                        wrong.award(),
                        wrong.subject(),
                        Kind.CORRECT,
                        wrong.month(),
                        until,
                        reason,
                        document),
                answer,
                officer);
    }

    /// Proposes to end an award from a month on.
    @Transactional
    public long terminate(long award, YearMonth from, String reason, @Nullable String document, UUID officer) {
        Awards.Award ended = awards.find(award).orElseThrow();
        Answers.Answer answer = answers.of(ended.subject(), from, LocalDate.now(Looks.ZONE), registry.known())
                .orElseThrow();
        return insert(
                new Proposal(
                        ended.application(),
                        award,
                        ended.subject(),
                        Kind.TERMINATE,
                        from.atDay(1),
                        null,
                        reason,
                        document),
                answer,
                officer);
    }

    /// Proposes what the law says now of the months of an award for which it said otherwise: one decision for
    /// months beside one another with the same sum.
    ///
    /// @param reason what changed
    /// @return the numbers of the decisions; none if nothing differs
    @Transactional
    public List<Long> recalculate(long award, String reason, @Nullable String document, UUID officer) {
        Awards.Award of = awards.find(award).orElseThrow();
        List<Long> proposed = new ArrayList<>();
        for (Awards.Differing run : awards.differing(of)) {
            proposed.add(insert(
                    new Proposal(
                            of.application(),
                            award,
                            of.subject(),
                            Kind.RECALCULATE,
                            run.from().atDay(1),
                            run.until().atDay(1),
                            reason,
                            document),
                    run.answer(),
                    officer));
        }
        return List.copyOf(proposed);
    }

    private static Explanation decided(Answers.Answer answer) {
        Explanation said = answer.entitlement().explanation();
        if (said.outcome() == Outcome.UNDECIDED) {
            throw new Undecided(said);
        }
        return said;
    }

    private static long sum(Explanation said) {
        return said.monthly() + said.once();
    }

    private record Proposal(
            @Nullable Long application,
            @Nullable Long award,
            Subject subject,
            Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason,
            @Nullable String document) {}

    private long insert(Proposal proposal, Answers.Answer answer, UUID officer) {
        Explanation said = answer.entitlement().explanation();
        boolean ends = proposal.kind == Kind.TERMINATE;
        return db.sql(PROPOSE)
                .param("application", proposal.application, java.sql.Types.BIGINT)
                .param("award", proposal.award, java.sql.Types.BIGINT)
                .param("family", proposal.subject.family())
                .param("person", proposal.subject.person(), java.sql.Types.BIGINT)
                .param("topic", proposal.subject.topic().id())
                .param("kind", proposal.kind.word())
                .param("month", answer.household().month().atDay(1))
                .param("on", answer.file().asOf().on())
                .param("known", answer.file().known())
                .param("edition", said.edition())
                .param("monthly", ends ? 0 : said.monthly())
                .param("once", ends ? 0 : said.once())
                .param("from", proposal.from)
                .param("until", proposal.until)
                .param("steps", JSON.writeValueAsString(kept(said)))
                .param(
                        "unmet",
                        said.unmet().stream().map(ground -> ground.code()).toArray(String[]::new))
                .param("corrected", answer.corrected())
                .param("officer", officer)
                .param("reason", proposal.reason)
                .param("document", proposal.document)
                .query(Long.class)
                .single();
    }

    private static List<KeptStep> kept(Explanation said) {
        return said.steps().stream().map(Decisions::kept).toList();
    }

    private static KeptStep kept(Step step) {
        return new KeptStep(
                step.name(),
                step.unit().name().toLowerCase(java.util.Locale.ROOT),
                step.value(),
                step.citation().act().code() + " " + step.citation().place());
    }

    /// A decision; empty if there is none, or none that may be seen.
    @Transactional(readOnly = true)
    public Optional<Decision> find(long id) {
        return db.sql(ONE).param("id", id).query(Decisions::row).optional();
    }

    /// The decisions of a family, the latest first.
    @Transactional(readOnly = true)
    public List<Decision> of(long family) {
        return db.sql(OF_FAMILY).param("family", family).query(Decisions::row).list();
    }

    /// The decisions on an application, the latest first.
    @Transactional(readOnly = true)
    public List<Decision> on(long application) {
        return db.sql(OF_APPLICATION)
                .param("application", application)
                .query(Decisions::row)
                .list();
    }

    /// What waits for a second person in a territory: first what a person changed by hand, then the largest
    /// sums.
    @Transactional(readOnly = true)
    public List<Decision> waiting(int lo, int hi, int most) {
        return db.sql(WAITING)
                .param("lo", lo)
                .param("hi", hi)
                .param("most", most)
                .query(Decisions::row)
                .list();
    }

    /// Decides the same again, from what the decision stored.
    @Transactional(readOnly = true)
    public Replay replay(long id) {
        Decision decision = find(id).orElseThrow();
        return new Replay(decision, compare(decision, decision.known()));
    }

    private Optional<Answers.Answer> again(Decision decision, int known) {
        return answers.of(decision.subject(), YearMonth.from(decision.month()), decision.factsOn(), known);
    }

    private List<Difference> compare(Decision decision, int known) {
        Optional<Answers.Answer> again = again(decision, known);
        if (again.isEmpty()) {
            return List.of(new Difference("answer", decision.kind().word(), "none"));
        }
        Explanation said = again.get().entitlement().explanation();
        List<Difference> differences = new ArrayList<>();
        differ(differences, "edition", decision.edition(), said.edition());
        if (decision.kind() != Kind.TERMINATE) {
            differ(differences, "monthly", Long.toString(decision.monthly()), Long.toString(said.monthly()));
            differ(differences, "once", Long.toString(decision.once()), Long.toString(said.once()));
        }
        List<KeptStep> now = kept(said);
        for (int i = 0; i < Math.max(now.size(), decision.steps().size()); i++) {
            KeptStep before = i < decision.steps().size() ? decision.steps().get(i) : null;
            KeptStep after = i < now.size() ? now.get(i) : null;
            if (!Objects.equals(before, after)) {
                differ(
                        differences,
                        Objects.requireNonNull(before == null ? after : before).name(),
                        before == null ? "" : before.value(),
                        after == null ? "" : after.value());
            }
        }
        return List.copyOf(differences);
    }

    private static void differ(List<Difference> differences, String name, String kept, String now) {
        if (!kept.equals(now)) {
            differences.add(new Difference(name, kept, now));
        }
    }

    /// Puts a proposed decision in force, as the second person. What it gives becomes due, and whoever pays is
    /// told.
    ///
    /// @throws Changed if facts that came meanwhile make the law say otherwise
    @Transactional
    public void approve(long id, UUID officer) {
        lock(id);
        Decision decision = find(id).orElseThrow();
        List<Difference> changed = compare(decision, registry.known());
        if (!changed.isEmpty()) {
            throw new Changed(changed);
        }
        Long award = awards.carryOut(decision);
        db.sql(IN_FORCE)
                .param("id", id)
                .param("officer", officer)
                .param("award", award, java.sql.Types.BIGINT)
                .update();
        Long application = decision.application();
        if (application != null && (decision.kind() == Kind.GRANT || decision.kind() == Kind.REFUSE)) {
            applications.state(application, decision.kind() == Kind.GRANT ? "granted" : "refused", "proposed");
        }
        if (decision.kind() != Kind.TERMINATE) {
            Answers.Answer answer = again(decision, decision.known()).orElseThrow();
            letters.tell(decision, answer, officer);
            wantWork(decision, answer);
        }
        events.publishEvent(new DecisionMade(id, decision.subject().family()));
    }

    /// Assistance on condition wants a social contract (Social Code, article 122).
    private void wantWork(Decision decision, Answers.Answer answer) {
        LocalDate from = decision.from();
        LocalDate until = decision.until();
        if (from != null
                && until != null
                && decision.monthly() > 0
                && answer.entitlement().explanation().kind() == kz.shanyraq.policy.Kind.CONDITIONAL) {
            events.publishEvent(new AssistanceOnCondition(
                    new FamilyId(decision.subject().family()),
                    List.of(),
                    "decision " + decision.id(),
                    from,
                    until.minusDays(1)));
        }
    }

    /// The letter about a decision as it would be printed now, in the language of the page.
    @Transactional(readOnly = true)
    public byte[] preview(long id, kz.shanyraq.office.page.Language language) {
        Decision decision = find(id).orElseThrow();
        Answers.Answer answer = again(decision, decision.known()).orElseThrow();
        return letters.preview(decision, answer, language);
    }

    /// Returns a proposed decision to who proposed it.
    ///
    /// @param why in the second person's words
    @Transactional
    public void returnIt(long id, String why) {
        lock(id);
        Decision decision = find(id).orElseThrow();
        db.sql(RETURN).param("id", id).param("why", why).update();
        Long application = decision.application();
        if (application != null && (decision.kind() == Kind.GRANT || decision.kind() == Kind.REFUSE)) {
            applications.state(application, "received", "proposed");
        }
    }

    private void lock(long id) {
        String state =
                db.sql(LOCKED).param("id", id).query(String.class).optional().orElse("not there");
        if (!state.equals("proposed")) {
            throw new IllegalStateException(
                    "Decision %d is %s: nobody waits for a second person.".formatted(id, state));
        }
    }

    private static Decision row(ResultSet row, int n) throws SQLException {
        return new Decision(
                row.getLong("id"),
                row.getObject("application_id", Long.class),
                row.getObject("award_id", Long.class),
                new Subject(
                        row.getLong("family_id"),
                        row.getObject("person_id", Long.class),
                        Topic.of(row.getInt("topic"))),
                Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                row.getObject("month", LocalDate.class),
                row.getObject("facts_on", LocalDate.class),
                row.getInt("known"),
                row.getString("edition"),
                row.getLong("monthly"),
                row.getLong("once"),
                row.getObject("from_month", LocalDate.class),
                row.getObject("until_month", LocalDate.class),
                steps(row.getString("steps")),
                Arrays.asList((String[]) row.getArray("unmet").getArray()),
                row.getInt("corrected"),
                row.getString("state"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("reason"),
                row.getString("document"),
                row.getObject("approved_by", UUID.class),
                row.getObject("approved_at", OffsetDateTime.class),
                row.getString("returned"),
                row.getInt("kato"));
    }

    private static List<KeptStep> steps(String json) {
        List<KeptStep> steps = new ArrayList<>();
        for (JsonNode step : JSON.readTree(json)) {
            steps.add(new KeptStep(
                    step.get("name").asString(),
                    step.get("unit").asString(),
                    step.get("value").asString(),
                    step.get("cited").asString()));
        }
        return List.copyOf(steps);
    }
}
