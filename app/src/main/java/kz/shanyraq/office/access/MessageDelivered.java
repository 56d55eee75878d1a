package kz.shanyraq.office.access;

/// A message has come to its person: the telephone has it, or it was opened in the inbox. Told once.
///
/// @param message its number
/// @param about what it tells of
public record MessageDelivered(long message, String about) {}
