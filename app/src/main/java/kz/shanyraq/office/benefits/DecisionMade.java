package kz.shanyraq.office.benefits;

/// A decision came into force: told once, after its commit.
///
/// @param decision its number
/// @param family the family
public record DecisionMade(long decision, long family) {}
