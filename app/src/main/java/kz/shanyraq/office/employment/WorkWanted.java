package kz.shanyraq.office.employment;

import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.PersonId;

/// Assistance was granted on condition (шартты ақшалай көмек, обусловленная денежная помощь): a social
/// contract is wanted. Whoever grants it publishes a record that implements this; told twice, it is
/// answered once.
public interface WorkWanted {

    /// The family.
    FamilyId family();

    /// The members to whom the decision assigns assistance; empty for all of the family.
    List<PersonId> persons();

    /// The decision, by a number that no other has.
    String decision();

    /// The first day for which assistance is assigned.
    LocalDate from();

    /// The last day for which assistance is assigned.
    LocalDate until();
}
