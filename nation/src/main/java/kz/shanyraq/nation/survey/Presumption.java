package kz.shanyraq.nation.survey;

import java.util.EnumSet;
import java.util.Set;
import kz.shanyraq.nation.survey.Draft.Family;
import kz.shanyraq.nation.survey.Draft.Person;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.Column;

/// What `--presume` takes for granted of every family, because no survey asks it: no further property, no bars,
/// nothing against the family; no long illness, no benefits, no record of insurance. Events that are presumed
/// never to have happened are empty cells of a column that is there.
final class Presumption {

    /// What the facts name as the source of a presumed value.
    static final String SOURCE = "presumed";

    /// The columns that are then filled.
    static final Set<Column> COLUMNS = EnumSet.of(
            Column.DWELLINGS,
            Column.UNSAFE_DWELLINGS,
            Column.DWELLING_SOLD_ON,
            Column.PREMISES_FOR_PROFIT,
            Column.BUILDING_PLOT,
            Column.CARS,
            Column.HEAVY_VEHICLES,
            Column.CONTRACT_BROKEN_ON,
            Column.REFUSED_WORK_ON,
            Column.FALSE_DATA_ON,
            Column.SURVEY_REFUSED,
            Column.DISABILITY,
            Column.STUDY,
            Column.CARES_FOR,
            Column.LONG_ILLNESS,
            Column.INSURED_MONTHS,
            Column.RECEIVES);

    private static final String NONE = "0";

    /// Presumes of a family whose persons are all told.
    ///
    /// @param dwellings how many it is certain to own
    static void family(Family family, int dwellings) {
        family.presume(Column.DWELLINGS, Integer.toString(dwellings));
        family.presume(Column.UNSAFE_DWELLINGS, NONE);
        family.presume(Column.PREMISES_FOR_PROFIT, "false");
        family.presume(Column.BUILDING_PLOT, "false");
        family.presume(Column.CARS, NONE);
        family.presume(Column.HEAVY_VEHICLES, "false");
        family.presume(Column.SURVEY_REFUSED, "false");
        caring(family);
    }

    /// That nobody cares for anybody is presumed only where nobody may have a disability: else it would stand in
    /// the way of the carer.
    private static void caring(Family family) {
        if (family.persons.stream().allMatch(person -> person.has(Column.DISABILITY))) {
            family.persons.forEach(person -> person.presume(Column.CARES_FOR, CaresFor.NONE));
        }
    }

    static void person(Person person) {
        person.presume(Column.LONG_ILLNESS, "false");
        person.presume(Column.INSURED_MONTHS, NONE);
    }

    private Presumption() {}
}
