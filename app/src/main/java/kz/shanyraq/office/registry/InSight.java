package kz.shanyraq.office.registry;

import java.util.List;
import java.util.Set;

/// A family as the law reads it for some months, with no more than the one who asks may see. What may not be seen is
/// not
/// known: a sum that is hidden is never taken for none.
///
/// @param months the family in each of the months that were asked for
/// @param open the members of whom every fact may be seen
/// @param whole whether these are all members; else the income of the family is not known
public record InSight(List<Household> months, Set<PersonId> open, boolean whole) {}
