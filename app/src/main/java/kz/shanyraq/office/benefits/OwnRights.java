package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.InSight;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explanation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a citizen may know of what is due to the own family, now and in the coming months. The law is asked with
/// the facts that the citizen may see and no others: every reason is made of these. Where they do not suffice,
/// because a fact is of another adult, the sweep's answer is taken, which knows all facts: the answer and the sum,
/// nothing behind them. What concerns another adult alone, such as a disability, is not told at all.
@Component
public class OwnRights {

    private static final int MONTHS_AHEAD = 12;
    private static final int WHOLE_FAMILY = -1;

    private static final String FOUND = """
            select topic, coalesce(person_id, 0) as person, state, monthly, once, missing from benefits.own_findings()
            """;

    private static final String SWEPT = """
            select month, facts_on from benefits.own_sweep()
            """;

    private final Registry registry;
    private final Entitlements entitlements;
    private final LawBook book;
    private final JdbcClient db;

    OwnRights(Registry registry, Entitlements entitlements, LawBook book, JdbcClient db) {
        this.registry = registry;
        this.entitlements = entitlements;
        this.book = book;
        this.db = db;
    }

    private record Found(int topic, long person, int state, int monthly, int once, long missing) {}

    private record Swept(LocalDate month, LocalDate factsOn) {}

    private record Key(Benefit benefit, long person) {}

    /// What is due to a family.
    ///
    /// @param now the family as the law read it: as far as the one who asks may see it
    /// @param whole whether that is all of it
    /// @param swept the day of the facts of the last sweep; null before the first one
    /// @param foretold whether the figures of all coming months are known
    public record Mine(
            Household now,
            boolean whole,
            @Nullable LocalDate swept,
            List<Answer> answers,
            List<Change> coming,
            boolean foretold) {}

    /// An answer about a benefit.
    ///
    /// @param member the person whom it concerns; null for the family as a whole
    /// @param state how entitlement and receipt stand; null for not entitled
    /// @param missing facts that are missing, also to the office
    /// @param why what can be said of the reasons; null for nothing
    /// @param byOffice whether the answer is the office's, and the reasons are not enough for it
    public record Answer(
            Benefit benefit,
            @Nullable Member member,
            @Nullable State state,
            long monthly,
            long once,
            List<Fact> missing,
            @Nullable Explanation why,
            boolean byOffice) {

        /// Where it stands on the page.
        public Entitlement.Group group() {
            return Entitlement.Group.of(state);
        }
    }

    /// How an answer changes in a month to come.
    public enum Turn {
        /// It begins to be due.
        BEGINS,
        /// Another sum is due.
        DIFFERS,
        /// It is no longer due.
        ENDS,
        /// What is paid once can no longer be asked for.
        TOO_LATE
    }

    /// A change in a month to come that the facts of today imply.
    ///
    /// @param before what was due until then
    /// @param then what is due from then on
    public record Change(
            YearMonth month, Benefit benefit, @Nullable Member member, Turn turn, Due before, Due then) {}

    /// What the law says of a benefit in a month.
    ///
    /// @param monthly whole tenge a month; 0 unless granted
    /// @param once whole tenge once; 0 unless granted
    public record Due(Outcome outcome, long monthly, long once) {}

    /// What is due to the own family.
    @Transactional(readOnly = true)
    public Mine of(FamilyFile file, LocalDate today) {
        Swept swept = db.sql(SWEPT).query(Swept.class).optional().orElse(null);
        YearMonth month = book.near(swept == null ? today : swept.month);
        List<YearMonth> months = IntStream.rangeClosed(0, MONTHS_AHEAD)
                .mapToObj(month::plusMonths)
                .toList();
        InSight sight = registry.inSight(file, months);
        List<Answer> answers = answers(sight, swept != null);
        return new Mine(
                sight.months().getFirst(),
                sight.whole(),
                swept == null ? null : swept.factsOn,
                answers,
                coming(sight, answers),
                !months.getLast().isAfter(book.last()));
    }

    private List<Answer> answers(InSight sight, boolean swept) {
        Household now = sight.months().getFirst();
        Map<Key, Found> found = new LinkedHashMap<>();
        for (Found row : db.sql(FOUND).query(Found.class).list()) {
            benefit(row.topic).ifPresent(benefit -> found.put(new Key(benefit, row.person), row));
        }
        var answers = new ArrayList<Answer>();
        for (Entitlement entitlement : entitlements.of(now)) {
            int p = entitlement.explanation().person();
            Member member = p == WHOLE_FAMILY ? null : now.members().get(p);
            if (member == null || sight.open().contains(member.id())) {
                Found row = found.remove(key(entitlement.benefit(), member));
                answers.add(answer(entitlement, member, row, swept && !sight.whole()));
            }
        }
        found.forEach((key, row) -> {
            Member member = member(now, key);
            if (key.person == 0 || member != null && sight.open().contains(member.id())) {
                answers.add(byOffice(key.benefit, member, row, null));
            }
        });
        answers.sort(Comparator.comparing(Answer::benefit));
        return List.copyOf(answers);
    }

    private static Optional<Benefit> benefit(int topic) {
        return Arrays.stream(Benefit.values())
                .filter(benefit -> Topic.of(benefit).id() == topic)
                .findFirst();
    }

    private static @Nullable Member member(Household household, Key key) {
        return household.members().stream()
                .filter(member -> member.id().value() == key.person)
                .findFirst()
                .orElse(null);
    }

    private static Key key(Benefit benefit, @Nullable Member member) {
        return new Key(benefit, member == null ? 0 : member.id().value());
    }

    private static Answer answer(
            Entitlement entitlement, @Nullable Member member, @Nullable Found row, boolean officeKnowsMore) {
        Explanation why = entitlement.explanation();
        if (why.outcome() == Outcome.UNDECIDED && officeKnowsMore) {
            return row == null
                    ? new Answer(entitlement.benefit(), member, null, 0, 0, List.of(), why, true)
                    : byOffice(entitlement.benefit(), member, row, why);
        }
        State found = row == null ? null : State.of(row.state);
        State state = found != null && outcome(found) == why.outcome() ? found : entitlement.state();
        return new Answer(entitlement.benefit(), member, state, why.monthly(), why.once(), why.missing(), why, false);
    }

    private static Answer byOffice(Benefit benefit, @Nullable Member member, Found row, @Nullable Explanation why) {
        List<Fact> missing = Arrays.stream(Fact.values())
                .filter(fact -> (row.missing & fact.bit()) != 0)
                .toList();
        return new Answer(benefit, member, State.of(row.state), row.monthly, row.once, missing, why, true);
    }

    private static Outcome outcome(State state) {
        return switch (state) {
            case UNRECEIVED, RECEIVED, RECEIPT_UNKNOWN -> Outcome.GRANTED;
            case NO_LONGER -> Outcome.REFUSED;
            case UNDECIDED, SIGNAL -> Outcome.UNDECIDED;
        };
    }

    private static final Due NOTHING = new Due(Outcome.REFUSED, 0, 0);

    /// Each answer is followed from month to month. A month in which a fact is missing, such as an income that is not
    /// known yet, tells nothing. What the office knows to be due ends when the law refuses it whatever the hidden
    /// facts are.
    private List<Change> coming(InSight sight, List<Answer> answers) {
        Map<Key, Due> today = due(sight, 0);
        Map<Key, Due> held = new HashMap<>(today);
        held.values().removeIf(due -> due.outcome == Outcome.UNDECIDED);
        Set<Key> open = new HashSet<>();
        for (Answer answer : answers) {
            if (answer.byOffice() && answer.state() != null && outcome(answer.state()) == Outcome.GRANTED) {
                held.put(
                        key(answer.benefit(), answer.member()),
                        new Due(Outcome.GRANTED, answer.monthly(), answer.once()));
            }
        }
        today.keySet().stream().filter(key -> !held.containsKey(key)).forEach(open::add);
        var changes = new ArrayList<Change>();
        Set<Key> gap = new HashSet<>();
        for (int i = 1; i < sight.months().size(); i++) {
            Map<Key, Due> then = due(sight, i);
            Set<Key> keys = new HashSet<>(held.keySet());
            keys.addAll(then.keySet());
            keys.removeAll(open);
            for (Key key : keys) {
                Due was = Objects.requireNonNullElse(held.get(key), NOTHING);
                Due is = Objects.requireNonNullElse(then.get(key), NOTHING);
                if (is.outcome == Outcome.UNDECIDED) {
                    gap.add(key);
                    continue;
                }
                boolean sure = is.outcome == Outcome.REFUSED || !gap.contains(key);
                if (sure && !was.equals(is)) {
                    changes.add(change(sight, i, key, was, is));
                }
                held.put(key, is);
                gap.remove(key);
            }
        }
        changes.sort(Comparator.comparing(Change::month).thenComparing(Change::benefit));
        return List.copyOf(changes);
    }

    private Map<Key, Due> due(InSight sight, int month) {
        Household household = sight.months().get(month);
        Catalogue law = book.expected(household.month());
        var run = new BlockRun(law, law.inForce(), List.of(), false);
        run.run(household.columns());
        Map<Key, Due> due = new HashMap<>();
        for (int row = 0; row < run.rows.size; row++) {
            int p = run.rows.person[row];
            Member member = p < 0 ? null : household.members().get(p);
            if (member == null || sight.open().contains(member.id())) {
                Outcome outcome = run.rows.outcome(row);
                boolean granted = outcome == Outcome.GRANTED;
                due.put(
                        key(Benefit.values()[run.rows.benefit[row]], member),
                        granted ? new Due(outcome, run.rows.monthly[row], run.rows.once[row]) : new Due(outcome, 0, 0));
            }
        }
        return due;
    }

    private static Change change(InSight sight, int month, Key key, Due was, Due is) {
        Household household = sight.months().get(month);
        Turn turn = is.outcome == Outcome.GRANTED
                ? was.outcome == Outcome.GRANTED ? Turn.DIFFERS : Turn.BEGINS
                : was.monthly == 0 && was.once > 0 ? Turn.TOO_LATE : Turn.ENDS;
        return new Change(household.month(), key.benefit, member(household, key), turn, was, is);
    }
}
