package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assistance.Edition;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.families.AssistanceFamily;
import kz.shanyraq.policy.families.Membership.Relatives;

/// The family to which targeted assistance would be assigned (атаулы көмек тағайындалатын отбасы, семья, которой
/// назначается помощь),
/// worked out for a month by the edition in force.
///
/// @param edition the edition of the rule
public record AssistanceMembers(YearMonth month, Edition edition, List<Counted> members) {

    /// Whether a member counts.
    public enum Counts {
        /// Of the assistance family.
        YES,
        /// Not of it.
        NO,
        /// Facts are missing to tell.
        UNKNOWN
    }

    /// A member of the legal family, and whether it counts.
    public record Counted(Member member, Counts counts) {}

    /// How many certainly count.
    public long counted() {
        return members.stream().filter(member -> member.counts() == Counts.YES).count();
    }

    /// Works it out.
    ///
    /// @throws NotInForce if there is no edition for the month
    static AssistanceMembers of(Household household) {
        LocalDate first = household.month().atDay(1);
        Edition edition = TargetedAssistance.EDITIONS.on(first);
        var family = new AssistanceFamily();
        family.of(
                household.columns(),
                0,
                Day.of(household.month()),
                edition == Edition.V1 ? Relatives.ANYWHERE : Relatives.SAME_DWELLING);
        List<Counted> members = new ArrayList<>();
        for (int p = 0; p < household.members().size(); p++) {
            long verdict = family.verdict(p);
            members.add(new Counted(
                    household.members().get(p),
                    verdict == Verdict.MET ? Counts.YES : Verdict.isUnknown(verdict) ? Counts.UNKNOWN : Counts.NO));
        }
        return new AssistanceMembers(household.month(), edition, List.copyOf(members));
    }
}
