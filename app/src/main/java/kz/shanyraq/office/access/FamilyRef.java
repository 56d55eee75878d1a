package kz.shanyraq.office.access;

/// What access must know of a family in order to decide and to log.
///
/// @param id the family
/// @param number its number as people write it
/// @param kato where it lives
/// @param restricted whether it is under protection
public record FamilyRef(long id, String number, int kato, boolean restricted) {}
