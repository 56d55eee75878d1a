package kz.shanyraq.office.page;

/// A filter that is on: the parameter of the address that holds it, what it is called, and what was chosen.
public record Chip(String name, String label, String value) {}
