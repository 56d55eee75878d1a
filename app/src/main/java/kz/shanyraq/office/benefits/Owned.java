package kz.shanyraq.office.benefits;

/// What a family may own that decides about targeted assistance.
public enum Owned {
    /// A second dwelling, also one sold within five years.
    DWELLING,
    /// A second car.
    CAR,
    /// A tractor, bus, truck, special vehicle or vessel.
    HEAVY,
    /// Separate premises for profit.
    PREMISES,
    /// A plot for building a dwelling, beside a dwelling.
    PLOT,
    /// Livestock, a garden or a field.
    FARM
}
