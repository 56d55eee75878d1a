package kz.shanyraq.office.financing.web;

import org.jspecify.annotations.Nullable;

/// The payments to the citizen who looks.
///
/// @param money month by month; null for who is of no family
public record MyPaymentsPage(@Nullable MoneyView money) {}
