package kz.shanyraq.office.registry;

import java.time.YearMonth;
import java.util.List;
import kz.shanyraq.policy.household.Households;

/// A family as the law reads it, for a month.
///
/// @param members in the order of the rows of `columns`
/// @param columns the family as a block of one
public record Household(FamilyId family, YearMonth month, AsOf asOf, List<Member> members, Households columns) {}
