package kz.shanyraq.office.financing;

/// Whose money it is, where the account belongs to somebody else (нақты алушы, фактический получатель): the person
/// for whom a guardian or another member of the family receives it.
///
/// @param iin twelve digits
public record ActualRecipient(String name, String iin) {}
