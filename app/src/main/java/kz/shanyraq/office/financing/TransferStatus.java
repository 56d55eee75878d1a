package kz.shanyraq.office.financing;

import org.jspecify.annotations.Nullable;

/// What a bank says of one payment.
///
/// @param status `ACCP` taken, `ACSC` paid, `PDNG` not yet, `RJCT` refused, or another of the standard
/// @param reasonCode why, as `AC04` for an account that is closed
/// @param text why, in the bank's words
public record TransferStatus(
        String endToEndId,
        String status,
        @Nullable String reasonCode,
        @Nullable String text) {}
