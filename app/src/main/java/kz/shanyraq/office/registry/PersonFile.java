package kz.shanyraq.office.registry;

/// All that the registers say of a person.
///
/// @param family what is known of the person's family, of whose members only this person's facts are read; number 0 if
/// there is none
public record PersonFile(Member person, FamilyFile family) {}
