package kz.shanyraq.office.benefits;

import org.jspecify.annotations.Nullable;

/// How many awards that began with an offer were paid: asked of the module that pays, which stands to the right.
public interface PaidFamilies {

    /// How many offers of a territory ended in money on an account.
    ///
    /// @param topic null for all benefits
    long paid(int lo, int hi, @Nullable Topic topic);
}
