package kz.shanyraq.policy.wellbeing;

import static kz.shanyraq.policy.wellbeing.Answer.HOLDS;
import static kz.shanyraq.policy.wellbeing.Answer.and;
import static kz.shanyraq.policy.wellbeing.Answer.atLeast;
import static kz.shanyraq.policy.wellbeing.Answer.equal;
import static kz.shanyraq.policy.wellbeing.Answer.in;
import static kz.shanyraq.policy.wellbeing.Answer.no;
import static kz.shanyraq.policy.wellbeing.Answer.not;
import static kz.shanyraq.policy.wellbeing.Answer.or;
import static kz.shanyraq.policy.wellbeing.Answer.when;
import static kz.shanyraq.policy.wellbeing.Answer.yes;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.BreadwinnerLost;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.EducationLevel;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Study;
import kz.shanyraq.policy.household.Work;

/// A circumstance of a family that a model of wellbeing may weigh. The models' files say which of them count,
/// for how many points, from when; here stands only how each is read from the facts. The published indicators
/// were not found: unconfirmed.
public enum Indicator implements Code {
    /// Always holds: the points from which a dimension starts.
    BASE(v -> HOLDS),
    /// Income a head below the poverty line.
    INCOME_BELOW_LINE(v -> v.incomeBelow(v.rates().line())),
    /// Income a head below the subsistence minimum.
    INCOME_BELOW_MINIMUM(v -> v.incomeBelow(v.rates().minimum())),
    /// Income a head of at least two subsistence minima.
    INCOME_OF_TWO_MINIMA(v -> not(v.incomeBelow(2 * v.rates().minimum()))),
    /// Income a head of at least four subsistence minima.
    INCOME_OF_FOUR_MINIMA(v -> not(v.incomeBelow(4 * v.rates().minimum()))),
    /// Nobody works although somebody could.
    NOBODY_WORKS(v -> and(not(v.any((w, p) -> w.works(p, Sets.WORKING))), v.any((w, p) -> w.able(p)))),
    /// Somebody has a permanent job.
    PERMANENT_JOB(v -> v.any((w, p) -> w.works(p, Sets.PERMANENT))),
    /// More persons do not work than work.
    MANY_DEPENDANTS(View::moreDependants),
    /// Debts overdue by more than 90 days.
    OVERDUE_DEBT(v -> yes(v.h().overdueDebt[v.f()], Fact.OVERDUE_DEBT)),
    /// Separate premises for profit.
    PREMISES_FOR_PROFIT(v -> yes(v.h().premisesForProfit[v.f()], Fact.PREMISES_FOR_PROFIT)),
    /// Tractor, bus, truck, special vehicle or vessel.
    HEAVY_VEHICLE(v -> yes(v.h().heavyVehicles[v.f()], Fact.HEAVY_VEHICLES)),
    /// At least one car.
    CAR(v -> atLeast(v.h().cars[v.f()], 1, Fact.CARS)),
    /// More than one car.
    SECOND_CAR(v -> atLeast(v.h().cars[v.f()], 2, Fact.CARS)),
    /// Owns a dwelling.
    OWN_DWELLING(v -> atLeast(v.h().dwellings[v.f()], 1, Fact.DWELLINGS)),
    /// Owns more than one dwelling.
    SECOND_DWELLING(v -> atLeast(v.h().dwellings[v.f()], 2, Fact.DWELLINGS)),
    /// Less than 15 m² a head in the own dwelling.
    CROWDED(v -> and(atLeast(v.h().dwellings[v.f()], 1, Fact.DWELLINGS), v.areaBelow(1_500))),
    /// A dwelling certified as unsafe.
    UNSAFE_DWELLING(v -> atLeast(v.h().unsafeDwellings[v.f()], 1, Fact.UNSAFE_DWELLINGS)),
    /// No running water.
    NO_WATER(v -> no(v.h().water[v.f()], Fact.WATER)),
    /// No heating.
    NO_HEATING(v -> no(v.h().heating[v.f()], Fact.HEATING)),
    /// No sewer.
    NO_SEWER(v -> no(v.h().sewer[v.f()], Fact.SEWER)),
    /// A child with a disability.
    CHILD_WITH_DISABILITY(v -> v.any((w, p) -> equal(w.h().disability[p], Disability.CHILD, Fact.DISABILITY))),
    /// Somebody of disability group I.
    GROUP_1(v -> v.any((w, p) -> equal(w.h().disability[p], Disability.GROUP1, Fact.DISABILITY))),
    /// Somebody of disability group II or III.
    GROUP_2_OR_3(v -> v.any((w, p) -> in(w.h().disability[p], Sets.GROUPS_2_3, Fact.DISABILITY))),
    /// Somebody with a long illness.
    LONG_ILLNESS(v -> v.any((w, p) -> yes(w.h().longIllness[p], Fact.LONG_ILLNESS))),
    /// Somebody who cannot look after themselves.
    NEEDS_CARE(v -> v.any((w, p) -> yes(w.h().needsCare[p], Fact.NEEDS_CARE))),
    /// Somebody in prison, on compulsory treatment, released from prison in the last year, or on probation.
    PRISON_OR_PROBATION(v -> v.any((w, p) -> or(
            in(w.h().absence[p], Sets.PRISON, Fact.ABSENCE),
            or(
                    yes(w.h().probation[p], Fact.PROBATION),
                    w.h().releasedOn[p] == Households.UNKNOWN_DATE
                            ? Fact.RELEASED_ON.bit()
                            : when(w.day().withinMonths(w.h().releasedOn[p], 12)))))),
    /// Somebody without a home.
    HOMELESS(v -> v.any((w, p) -> yes(w.h().homeless[p], Fact.HOMELESS))),
    /// A child who lost a breadwinner.
    BREADWINNER_LOST(v ->
            v.any((w, p) -> and(w.aged(p, 0, 18), in(w.h().breadwinnerLost[p], Sets.LOST, Fact.BREADWINNER_LOST)))),
    /// Children, and only one of head, spouse and partner.
    SINGLE_PARENT(View::singleParent),
    /// A child of 7 to 15 who attends no school.
    CHILD_NOT_IN_SCHOOL(v ->
            v.any((w, p) -> and(w.aged(p, 7, 16), in(w.h().study[p], Sets.NOT_IN_SCHOOL, Fact.STUDY)))),
    /// A child of 3 to 5 who attends no kindergarten.
    CHILD_NOT_IN_KINDERGARTEN(v ->
            v.any((w, p) -> and(w.aged(p, 3, 6), equal(w.h().study[p], Study.NONE, Fact.STUDY)))),
    /// A grown-up without completed school.
    ADULT_WITHOUT_SCHOOL(v -> v.any((w, p) ->
            and(not(w.aged(p, 0, 18)), equal(w.h().educationLevel[p], EducationLevel.NONE, Fact.EDUCATION_LEVEL)))),
    /// A grown-up with a university degree.
    UNIVERSITY(v -> v.any((w, p) -> and(
            not(w.aged(p, 0, 18)), equal(w.h().educationLevel[p], EducationLevel.UNIVERSITY, Fact.EDUCATION_LEVEL)))),
    /// A grown-up under 29 who neither works nor studies, nor is registered as unemployed.
    YOUTH_WITHOUT_OCCUPATION(v -> v.any((w, p) -> and(
            w.aged(p, 18, 29),
            and(equal(w.h().work[p], Work.NONE, Fact.WORK), equal(w.h().study[p], Study.NONE, Fact.STUDY))))),
    /// Somebody is registered as unemployed.
    SEEKS_WORK(v -> v.any((w, p) -> w.works(p, Sets.REGISTERED))),
    /// Outflows of accounts above twice the counted income of the quarter.
    OUTFLOWS_ABOVE_INCOME(v -> {
        long outflows = v.h().outflowsQuarter[v.f()];
        return outflows < 0 ? Fact.OUTFLOWS_QUARTER.bit() : v.incomeUnder((outflows + 1) / 2);
    }),
    /// Deposits above 200 monthly indices.
    LARGE_DEPOSITS(v -> {
        long deposits = v.h().deposits[v.f()];
        return deposits < 0
                ? Fact.DEPOSITS.bit()
                : when(Tenge.TIYN * deposits > 200 * v.rates().index());
    });

    /// How a circumstance is read from a family.
    interface OfFamily {
        long holds(View view);
    }

    private static final class Sets {
        static final long PERMANENT = Code.set(Work.PERMANENT);
        static final long REGISTERED = Code.set(Work.REGISTERED_UNEMPLOYED);
        static final long WORKING = Code.set(Work.PERMANENT, Work.TEMPORARY, Work.SELF_EMPLOYED);
        static final long GROUPS_2_3 = Code.set(Disability.GROUP2, Disability.GROUP3);
        static final long PRISON = Code.set(Absence.PRISON, Absence.COMPULSORY_TREATMENT);
        static final long LOST = Code.set(BreadwinnerLost.ONE, BreadwinnerLost.BOTH);
        static final long NOT_IN_SCHOOL = Code.set(Study.NONE, Study.KINDERGARTEN);
    }

    private final OfFamily circumstance;

    Indicator(OfFamily circumstance) {
        this.circumstance = circumstance;
    }

    /// Whether the circumstance holds in a family: an [Answer].
    long holds(View view) {
        return circumstance.holds(view);
    }
}
