package kz.shanyraq.office.registry;

/// A household file was taken in: told once, after its rows are there.
///
/// @param intake the delivery
public record HouseholdsArrived(int intake) {}
