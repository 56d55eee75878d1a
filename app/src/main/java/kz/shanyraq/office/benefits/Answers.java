package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.PersonId;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the law answers about one benefit of somebody, for a month, from the facts of a day as they were known:
/// what a decision is made of, and what makes it again.
@Component
public class Answers {

    /// How far ahead it is looked whether an answer will end.
    private static final int MONTHS_AHEAD = 24;

    private final Registry registry;
    private final Entitlements entitlements;

    Answers(Registry registry, Entitlements entitlements) {
        this.registry = registry;
        this.entitlements = entitlements;
    }

    /// An answer of the law.
    ///
    /// @param file the family on the day
    /// @param household the family as the law read it
    /// @param entitlement the answer with its reasons
    public record Answer(FamilyFile file, Household household, Entitlement entitlement) {

        /// What the law says.
        public Outcome outcome() {
            return entitlement.explanation().outcome();
        }

        /// Facts that hold of the family on the day and were told by an officer.
        public int corrected() {
            return (int) file.tellings().stream()
                    .filter(row -> row.since() <= file.known()
                            && (row.replacedBy() == null || row.replacedBy() > file.known()))
                    .filter(row ->
                            row.tellers().stream().anyMatch(by -> by.source().equals("officer")))
                    .count();
        }
    }

    /// The answer for a month from the facts of a day.
    ///
    /// @param known the last delivery that counts as known
    /// @return empty if the family may not be seen, or the benefit does not concern the person
    @Transactional(readOnly = true)
    public Optional<Answer> of(Subject subject, YearMonth month, LocalDate on, int known) {
        var id = new FamilyId(subject.family());
        Optional<FamilyFile> file = registry.asKnown(id, on, known);
        return file.flatMap(found -> of(found, subject, month));
    }

    /// The answer for a month about a family that has been read.
    public Optional<Answer> of(FamilyFile file, Subject subject, YearMonth month) {
        if (file.members().isEmpty()) {
            return Optional.empty();
        }
        Household household = registry.household(file, month);
        Benefit benefit = benefit(subject.topic());
        return entitlements.of(household, benefit).stream()
                .filter(entitlement -> concerns(entitlement, household.members(), subject.person()))
                .findFirst()
                .map(entitlement -> new Answer(file, household, entitlement));
    }

    /// The first month in which, by the facts and figures of today, the benefit is no longer due; empty if none
    /// is seen.
    public Optional<YearMonth> end(Answer answer, Subject subject) {
        Benefit benefit = benefit(subject.topic());
        YearMonth month = answer.household().month();
        if (benefit == Benefit.TARGETED_ASSISTANCE) {
            // For the quarter of application (Social Code, article 123, paragraph 3).
            return Optional.of(YearMonth.of(month.getYear(), (month.getMonthValue() - 1) / 3 * 3 + 1)
                    .plusMonths(3));
        }
        if (answer.entitlement().explanation().once() > 0) {
            return Optional.of(month.plusMonths(1));
        }
        return IntStream.rangeClosed(1, MONTHS_AHEAD)
                .mapToObj(month::plusMonths)
                .filter(then -> entitlements.expected(registry.household(answer.file(), then), benefit).stream()
                        .noneMatch(entitlement -> entitlement.explanation().outcome() == Outcome.GRANTED
                                && concerns(entitlement, answer.household().members(), subject.person())))
                .findFirst();
    }

    private static boolean concerns(Entitlement entitlement, List<Member> members, @Nullable Long person) {
        int p = entitlement.explanation().person();
        if (p < 0) {
            return person == null;
        }
        Member member = members.get(p);
        return person != null
                && (member.id().value() == person || member.merged().contains(new PersonId(person)));
    }

    /// The benefit of a topic.
    static Benefit benefit(Topic topic) {
        if (topic.kind() != Topic.Kind.BENEFIT) {
            throw new IllegalArgumentException("%s is not a benefit.".formatted(topic.code()));
        }
        return Benefit.values()[topic.id() - 1];
    }
}
