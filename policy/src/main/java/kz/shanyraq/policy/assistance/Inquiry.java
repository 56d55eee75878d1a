package kz.shanyraq.policy.assistance;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.Verdict.bit;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.families.AssistanceFamily;
import kz.shanyraq.policy.families.Bars;
import kz.shanyraq.policy.families.Income;
import kz.shanyraq.policy.families.Property;
import kz.shanyraq.policy.families.WorkDuty;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Status;

/// What every edition of targeted assistance asks about a family, in the order of the act: who applies, who
/// is of the family, what it received, whether that is below the line, what it owns, what bars it, who could
/// work. The editions differ in their [Rates] and in the amount that follows.
final class Inquiry {

    /// Head or spouse is of an entitled status.
    @Cites(
            value = Provision.APPLICANT,
            as = Unit.CONDITION,
            reads = {Column.RELATION, Column.STATUS})
    long applicant;

    /// Who is of the assistance family.
    final AssistanceFamily family = new AssistanceFamily();

    /// What it received in the reference quarter, tenge.
    final Income income = new Income();

    /// A head and month, in tiyn, rounded half-up for display only: the test compares the exact quotient.
    @Cites(value = Provision.INCOME_PER_HEAD, as = Unit.TIYN)
    long incomePerHead;

    /// Tiyn a head and month.
    @Cites(
            value = Provision.POVERTY_LINE,
            as = Unit.TIYN,
            figures = {Figures.SUBSISTENCE_MINIMUM, Figures.MEDIAN_INCOME})
    long povertyLine;

    /// The income is below the line (or on it, where the edition says so).
    @Cites(value = Provision.INCOME_TEST, as = Unit.CONDITION)
    long belowLine;

    /// The applicant does not refuse the survey.
    @Cites(
            value = Provision.SURVEY,
            as = Unit.CONDITION,
            reads = {Column.SURVEY_REFUSED})
    long surveyAccepted;

    /// The criteria of need.
    final Property property = new Property();

    /// The bars of six months.
    final Bars bars = new Bars();

    /// Who could work, and the kind of assistance.
    final WorkDuty duty = new WorkDuty();

    private static final long COUPLE = Code.set(Relation.HEAD, Relation.SPOUSE);

    /// Asks about one family.
    void ask(Households h, int f, Rates rates) {
        Day day = rates.day();
        applicant = applicant(h, f, day);
        family.of(h, f, day, rates.relatives());
        income.of(h, f, day, family, rates.income(), rates.line());
        incomePerHead =
                family.members == 0 ? 0 : Tenge.round(Tenge.TIYN * income.total(), Day.QUARTER * family.members);
        povertyLine = rates.line();
        belowLine = belowLine(rates.onTheLineEntitled());
        surveyAccepted = survey(h.surveyRefused[f]);
        property.of(h, f, day, family);
        bars.of(h, f, day);
        duty.of(h, f, day, family, rates.care());
    }

    private static long applicant(Households h, int f, Day day) {
        long missing = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            byte relation = h.relation[p];
            byte status = h.status[p];
            boolean possible = (relation < 0 || Code.in(relation, COUPLE)) && !Status.OTHER.is(status);
            if (possible && day.born(h.birthDate[p])) {
                if (relation >= 0 && status >= 0) {
                    return MET;
                }
                missing |= (relation < 0 ? Fact.RELATION.bit() : 0) | (status < 0 ? Fact.STATUS.bit() : 0);
            }
        }
        return missing != 0 ? missing : h.firstPerson[f] == h.firstPerson[f + 1] ? Fact.PERSON.bit() : UNMET;
    }

    /// The income a head in tiyn if members and incomes are known for certain, else -1.
    long knownIncomePerHead() {
        return family.members == 0 || family.unsure > 0 || income.missing != 0 ? -1 : incomePerHead;
    }

    private long belowLine(boolean onTheLineEntitled) {
        if (family.members == 0) {
            return family.missing; // nobody is certain to be tested
        }
        long most = room() + income.hope;
        return most < 0 || most == 0 && !onTheLineEntitled ? UNMET : family.missing | income.missing;
    }

    private static long survey(byte refused) {
        return refused == 0 ? MET : refused < 0 ? Fact.SURVEY_REFUSED.bit() : UNMET;
    }

    /// By how many tiyn a quarter the income is below the line of all members; negative if it is above.
    private long room() {
        return Day.QUARTER * family.members * povertyLine - Tenge.TIYN * income.total();
    }

    /// By how many tiyn a quarter the income is below the line of all members; 0 if it is above.
    long shortfall() {
        return Math.max(0, room());
    }

    /// The shortfall a month in tiyn, rounded half-up for display.
    long shortfallPerMonth() {
        return Tenge.round(shortfall(), Day.QUARTER);
    }

    /// The refusal grounds that hold, as bits of [Refusal].
    int unmet() {
        return bit(Refusal.NO_ENTITLED_APPLICANT, applicant)
                | bit(Refusal.NO_MEMBERS, nobody() ? UNMET : MET)
                | bit(Refusal.INCOME_ABOVE_LINE, belowLine)
                | bit(Refusal.SURVEY_REFUSED, surveyAccepted)
                | bit(Refusal.SECOND_DWELLING, property.oneDwelling)
                | bit(Refusal.PREMISES_FOR_PROFIT, property.noPremises)
                | bit(Refusal.BUILDING_PLOT, property.noBuildingPlot)
                | bit(Refusal.SECOND_CAR, property.oneCar)
                | bit(Refusal.HEAVY_VEHICLE, property.noHeavyVehicles)
                | bit(Refusal.WORK_REFUSED, bars.workNotRefused)
                | bit(Refusal.CONTRACT_BROKEN, bars.contractKept)
                | bit(Refusal.FALSE_DATA, bars.dataTrue);
    }

    private boolean nobody() {
        return family.members + family.unsure == 0 && family.missing == 0;
    }

    /// The facts that are missing to tell outcome and kind; the amount may miss more.
    long missing() {
        return Verdict.missing(applicant)
                | Verdict.missing(belowLine)
                | Verdict.missing(surveyAccepted)
                | property.missing()
                | bars.missing()
                | duty.missing;
    }
}
