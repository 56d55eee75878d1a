package kz.shanyraq.office.employment;

import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assistance.Rates;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.families.AssistanceFamily;
import kz.shanyraq.policy.families.WorkDuty;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who of a family must take part in measures of employment: what the law library says of the family, asked
/// of each member as a row of one.
@Component
class Obligations {

    /// What the law says of a member.
    ///
    /// @param ground why there are no duties; null where there are, or that is not known
    /// @param toRegister whether the member neither works nor is registered
    record Obligation(
            Member member, Standing standing, @Nullable Ground ground, boolean toRegister) {}

    private final Figures figures = Figures.shipped();

    /// The members of the assistance family, with their duties.
    ///
    /// Question: art. 122 §4 exempts one carer and does not say which; we take who stands first in the
    /// family, and the family may say otherwise before it signs.
    ///
    /// @throws NotInForce if the library does not know the month
    List<Obligation> of(Household household) {
        Households h = household.columns();
        Day day = Day.of(household.month());
        Rates rates = TargetedAssistance.rates(day, figures)[h.region[0]];
        var family = new AssistanceFamily();
        family.of(h, 0, day, rates.relatives());
        List<Obligation> of = new ArrayList<>();
        int first = h.firstPerson[0];
        int end = h.firstPerson[1];
        boolean cared = false;
        for (int p = first; p < end; p++) {
            Member member = household.members().get(p);
            if (Verdict.isUnknown(family.verdict(p))) {
                of.add(new Obligation(member, Standing.UNKNOWN, null, false));
            } else if (family.has(p)) {
                Obligation one = obligation(h, p, day, family, rates.care(), member, cared);
                cared |= one.ground == Ground.CARER;
                of.add(one);
            }
        }
        return List.copyOf(of);
    }

    private static Obligation obligation(
            Households h, int p, Day day, AssistanceFamily family, long care, Member member, boolean cared) {
        WorkDuty duty = alone(h, p, day, family, care);
        if (duty.kind == Kind.NONE.ordinal()) {
            return new Obligation(member, Standing.UNKNOWN, null, false);
        }
        if (duty.ableBodied == 0) {
            return new Obligation(member, Standing.EXEMPT, Ground.NOT_ABLE, false);
        }
        // Of two carers one is exempt; the other has duties unless there is another reason.
        if (alone(h, p, day, family, 0).withDuty == 0) {
            return new Obligation(member, Standing.EXEMPT, Ground.STUDY_OR_WORK, false);
        }
        if (duty.carers > 0 && !cared) {
            return new Obligation(member, Standing.EXEMPT, Ground.CARER, false);
        }
        return new Obligation(member, Standing.DUTY, null, duty.toRegister > 0);
    }

    /// The law about one row of the family.
    ///
    /// @param care whose care exempts; 0 for nobody's
    private static WorkDuty alone(Households h, int p, Day day, AssistanceFamily family, long care) {
        int first = h.firstPerson[0];
        int end = h.firstPerson[1];
        try {
            h.firstPerson[0] = p;
            h.firstPerson[1] = p + 1;
            var duty = new WorkDuty();
            duty.of(h, 0, day, family, care);
            return duty;
        } finally {
            h.firstPerson[0] = first;
            h.firstPerson[1] = end;
        }
    }
}
