package kz.shanyraq.office.financing;

/// The bank refused a payment, or the money came back: the case is open again. It may be said twice.
///
/// @param order the payment order
/// @param family the family
/// @param reason the bank's code of the reason, as `AC04`; empty if it gave none
public record PaymentRejected(long order, long family, String reason) {}
