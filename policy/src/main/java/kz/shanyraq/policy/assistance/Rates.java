package kz.shanyraq.policy.assistance;

import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.families.FarmNorms;
import kz.shanyraq.policy.families.Income;
import kz.shanyraq.policy.families.Membership.Relatives;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.IncomeKind;

/// The numbers and choices of one edition on one day in one region: found once for a month, never once for a
/// family.
///
/// @param edition whose numbers these are
/// @param day the day of application
/// @param line the poverty line, tiyn a head and month
/// @param onTheLineEntitled whether a family exactly on the line is entitled
/// @param relatives where relatives must live to be of the family
/// @param income what is counted as income
/// @param care whose care exempts one able-bodied member, as a set of [CaresFor]
/// @param childSum flat sum for a child, tenge a month; 0 where the edition has none
/// @param supplement supplement for a child of 1 to 6, tiyn a month; 0 where the edition has none
/// @param once one-off sum for a child of 6 to 17, tenge; 0 where there is none
/// @param index monthly calculation index, tiyn
/// @param minimum subsistence minimum of the region in the reference quarter, tiyn
/// @param read the figures of line and supplement
public record Rates(
        Edition edition,
        Day day,
        long line,
        boolean onTheLineEntitled,
        Relatives relatives,
        Income.Rules income,
        long care,
        long childSum,
        long supplement,
        long once,
        long index,
        long minimum,
        List<Looked> read)
        implements Numbers {

    /// All figures that were read, with the norms of farm income.
    @Override
    public List<Looked> looked() {
        var all = new ArrayList<>(read);
        all.addAll(income.norms().looked());
        return all;
    }

    /// Kinds of income that no edition counts: the assistance itself, housing assistance, the burial benefit,
    /// the relocation payment.
    private static final long NEVER_COUNTED = Code.set(
            IncomeKind.TARGETED_ASSISTANCE,
            IncomeKind.HOUSING_ASSISTANCE,
            IncomeKind.BURIAL_BENEFIT,
            IncomeKind.RELOCATION_GRANT);

    private static final long ALL = (1L << IncomeKind.values().length) - 1;

    /// Whose care exempts one carer: a child under 3, a child with a disability, a person of group I or II,
    /// an elderly person.
    static final long CARE = Code.set(
            CaresFor.CHILD_UNDER_3,
            CaresFor.DISABLED_CHILD,
            CaresFor.DISABLED_GROUP1,
            CaresFor.DISABLED_GROUP2,
            CaresFor.OVER_80,
            CaresFor.ELDERLY);

    /// The same until the end of 2019, when children under 7 counted.
    static final long CARE_UNTIL_2019 = CARE | Code.set(CaresFor.CHILD_3_TO_6);

    /// Every kind of income that is counted but those named.
    static long countedBut(IncomeKind... excluded) {
        return ALL & ~NEVER_COUNTED & ~Code.set(excluded);
    }

    /// What is counted, with the norms of the region.
    static Income.Rules rules(long kinds, Figures figures, int region, Day day) {
        return new Income.Rules(kinds, FarmNorms.of(figures, region, day));
    }

    /// A share of a figure, rounded half-up to a whole tenge; in tiyn.
    static long wholeShare(int percent, Looked figure) {
        return Tenge.TIYN * Tenge.round(percent * figure.hundredths(), 100 * Tenge.TIYN);
    }

    /// A share of a figure with two decimals kept; in tiyn.
    static long share(int percent, Looked figure) {
        return Tenge.round(percent * figure.hundredths(), 100);
    }
}
