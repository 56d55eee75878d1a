package kz.shanyraq.office.registry;

import java.time.YearMonth;

/// A file of the tax register or of another payer was taken in: told once, after its rows are there.
///
/// @param intake the delivery
/// @param month the month of the delivery
public record WagesArrived(int intake, YearMonth month) {}
