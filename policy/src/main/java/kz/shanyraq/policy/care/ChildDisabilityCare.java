package kz.shanyraq.policy.care;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.Verdict.bit;

import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Dated;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.Households;

/// Benefit of the parent or guardian who brings up a child with a disability (мүгедектігі бар баланы
/// тәрбиелеушіге жәрдемақы, пособие воспитывающему ребёнка с инвалидностью): for each child under 18 with a
/// disability, in subsistence minima of the budget law.
public final class ChildDisabilityCare extends Assessment {

    /// Hundredths of the subsistence minimum.
    static final Dated<Long> COEFFICIENT = Dated.<Long>named("care of a child with a disability")
            .from("2018-01-01", 105L)
            .from("2019-07-01", 140L)
            .from("2023-07-01", 161L)
            .open();

    /// Why the benefit is refused.
    public enum Refusal implements Ground {
        /// The child is on full state provision.
        ON_STATE_PROVISION(Provision.CHILD_DISABILITY_CARE);

        private final Provision provision;

        Refusal(Provision provision) {
            this.provision = provision;
        }

        @Override
        public Provision provision() {
            return provision;
        }
    }

    /// The numbers of a month.
    public record Rates(Day day, Looked minimum, long coefficient) implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of(minimum);
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce where the subsistence minimum of the budget law is not known
        public static Rates of(Day day, Figures figures) {
            return new Rates(
                    day, figures.republic(Figures.SUBSISTENCE_MINIMUM_LAW, day.date()), COEFFICIENT.on(day.date()));
        }
    }

    /// The child is not on full state provision.
    @Cites(
            value = Provision.CHILD_DISABILITY_CARE,
            as = Unit.CONDITION,
            reads = {Column.ABSENCE})
    long atHome;

    /// In hundredths of the subsistence minimum.
    @Cites(
            value = Provision.CHILD_DISABILITY_CARE,
            as = Unit.HUNDREDTHS,
            reads = {Column.DISABILITY, Column.BIRTH_DATE})
    long coefficient;

    /// Whole tenge a month.
    @Cites(
            value = Provision.CHILD_DISABILITY_CARE,
            figures = {Figures.SUBSISTENCE_MINIMUM_LAW})
    long sum;

    /// One child.
    public ChildDisabilityCare assess(Households h, int p, Rates rates) {
        byte absence = h.absence[p];
        atHome = Absence.STATE_PROVISION.is(absence) ? UNMET : absence < 0 ? Fact.ABSENCE.bit() : MET;
        coefficient = rates.coefficient;
        sum = Tenge.coefficient(rates.day, coefficient, rates.minimum.hundredths());
        conclude(
                bit(Refusal.ON_STATE_PROVISION, atHome),
                Verdict.missing(atHome)
                        | (h.disability[p] < 0 ? Fact.DISABILITY.bit() : 0)
                        | (h.birthDate[p] == Households.UNKNOWN_DATE ? Fact.BIRTH_DATE.bit() : 0));
        return this;
    }

    /// Whether a person is, or may be, a child with a disability.
    private static boolean concerns(Households h, int p, Day day) {
        int birth = h.birthDate[p];
        byte disability = h.disability[p];
        return !Disability.NONE.is(disability)
                && (birth == Households.UNKNOWN_DATE
                        ? disability == Code.UNKNOWN || Disability.CHILD.is(disability)
                        : day.born(birth) && day.under18(birth));
    }

    /// A block of families, row by row.
    public static void assess(Households h, Rates rates, Assessments into) {
        if (!h.coverage.has(Column.DISABILITY) || !h.coverage.has(Column.BIRTH_DATE)) {
            return;
        }
        var sheet = new ChildDisabilityCare();
        for (int f = 0; f < h.families; f++) {
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (concerns(h, p, rates.day)) {
                    into.add(h, f, p, Benefit.CHILD_DISABILITY_CARE, sheet.assess(h, p, rates));
                }
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
