package kz.shanyraq.policy.largefamily;

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
import kz.shanyraq.policy.household.Award;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// Benefit of awarded mothers (марапатталған аналарға жәрдемақы, пособие награждённым матерям), articles
/// 93–95: monthly, for the award.
public final class AwardedMother extends Assessment {

    /// Silver award (Күміс алқа), hundredths of the monthly index.
    private static final long SILVER = 640;

    /// Golden award (Алтын алқа), Mother-heroine, Maternal Glory; before July 2023 as silver, unconfirmed
    /// (`docs/sources.md`).
    private static final Dated<Long> GOLD = Dated.<Long>named("golden award")
            .from("2018-01-01", 640L)
            .from("2023-07-01", 740L)
            .open();

    private static final long SUSPENDING = Code.set(Absence.STATE_PROVISION, Absence.PRISON);

    /// Why the benefit is refused.
    public enum Refusal implements Ground {
        /// The mother is on full state provision or in prison.
        SUSPENDED(Provision.AWARDED_MOTHER_SUSPENDED);

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
    public record Rates(Day day, Looked index, long gold) implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of(index);
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce where the index is not known
        public static Rates of(Day day, Figures figures) {
            return new Rates(day, figures.republic(Figures.MONTHLY_INDEX, day.date()), GOLD.on(day.date()));
        }
    }

    /// The mother is neither on full state provision nor in prison.
    @Cites(
            value = Provision.AWARDED_MOTHER_SUSPENDED,
            as = Unit.CONDITION,
            reads = {Column.ABSENCE})
    long notSuspended;

    /// For the award, in hundredths of the monthly index.
    @Cites(
            value = Provision.AWARDED_MOTHER,
            as = Unit.HUNDREDTHS,
            reads = {Column.AWARD})
    long coefficient;

    /// Whole tenge a month.
    @Cites(
            value = Provision.AWARDED_MOTHER,
            figures = {Figures.MONTHLY_INDEX})
    long sum;

    /// One mother.
    public AwardedMother assess(Households h, int p, Rates rates) {
        byte award = h.award[p];
        byte absence = h.absence[p];
        notSuspended = Code.in(absence, SUSPENDING) ? UNMET : absence < 0 ? Fact.ABSENCE.bit() : MET;
        coefficient = award < 0 ? 0 : Award.KUMIS_ALKA.is(award) ? SILVER : rates.gold;
        sum = Tenge.coefficient(rates.day, coefficient, rates.index.hundredths());
        conclude(
                bit(Refusal.SUSPENDED, notSuspended),
                Verdict.missing(notSuspended) | (award < 0 ? Fact.AWARD.bit() : 0));
        return this;
    }

    /// A block of families, row by row.
    public static void assess(Households h, Rates rates, Assessments into) {
        if (!h.coverage.has(Column.AWARD)) {
            return;
        }
        var sheet = new AwardedMother();
        for (int f = 0; f < h.families; f++) {
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (!Award.NONE.is(h.award[p]) && rates.day.born(h.birthDate[p])) {
                    into.add(h, f, p, Benefit.AWARDED_MOTHER, sheet.assess(h, p, rates));
                }
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
