package kz.shanyraq.office.registry;

/// A file of another single source was taken in: told once, after its rows are there.
///
/// @param intake the delivery
/// @param source who told
public record StatusesArrived(int intake, String source) {}
