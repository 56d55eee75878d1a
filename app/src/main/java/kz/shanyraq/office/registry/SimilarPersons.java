package kz.shanyraq.office.registry;

import java.util.List;

/// Persons whom the registry has already and who may be the one that an officer is about to enter. A bean of it is
/// asked before anything is saved.
public interface SimilarPersons {

    /// The likest first, within what the one who asks may see; at most ten.
    List<Found.Person> to(Entered person);
}
