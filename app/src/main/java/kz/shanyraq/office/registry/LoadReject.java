package kz.shanyraq.office.registry;

/// A row that was not taken, and why.
///
/// @param family the key of the family that it would have told of; empty if that cannot be told
/// @param person the key of the person, likewise
record LoadReject(long line, String column, String value, String reason, String family, String person) {}
