package kz.shanyraq.office.registry;

/// The number of a person in the registry.
public record PersonId(long value) {}
