package kz.shanyraq.office.page;

/// A post under which the visitor may act: the key of the role's words, and the territory's name.
public record PostChoice(String id, String role, String place, boolean current) {}
