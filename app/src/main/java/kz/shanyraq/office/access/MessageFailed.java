package kz.shanyraq.office.access;

/// A message cannot be delivered. Told once; a telephone that answers the gateway late may still be
/// told of as [MessageDelivered].
///
/// @param message its number
/// @param about what it tells of
/// @param reason a word: `no_such_number`, `rejected`, `not_delivered`, `expired`, `gave_up`
public record MessageFailed(long message, String about, String reason) {}
