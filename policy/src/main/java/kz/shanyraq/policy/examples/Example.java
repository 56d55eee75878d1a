package kz.shanyraq.policy.examples;

import java.time.YearMonth;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.household.Households;

/// A family in a month, and what the law must give it: computed by hand, so that the law can be held against it.
///
/// @param turn a word for where the rule turns here, such as `income` or `child_age`
/// @param place on which side of the turn the family stands
/// @param about whose answer is meant; empty where the benefit concerns one at most
/// @param working how the sum follows, in numbers; empty where there is none
public record Example(
        Benefit benefit,
        YearMonth month,
        String turn,
        Place place,
        Household family,
        String about,
        Answer expected,
        String working) {

    /// Where a family stands to the line at which a rule turns.
    public enum Place implements Code {
        BELOW,
        ON,
        ABOVE,
        /// Somewhere else: the example shows something that has no line.
        ELSEWHERE
    }

    /// The family; what is changed in it is changed in a copy.
    @Override
    public Household family() {
        return family.copy();
    }

    /// What the law of the month gives.
    ///
    /// @param law the law of the month
    public Answer given(Catalogue law) {
        return given(law, false);
    }

    /// As [#given(Catalogue)], with the members in the reverse order.
    Answer given(Catalogue law, boolean reversed) {
        Households one = family.build(Day.month(Day.of(month).quarter()).toString(), reversed);
        var rows = new Assessments();
        law.assess(one, benefit, rows);
        return Answer.of(rows, benefit, family.members(reversed), about);
    }
}
