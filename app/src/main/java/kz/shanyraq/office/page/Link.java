package kz.shanyraq.office.page;

/// Words that lead somewhere: a step of the breadcrumb, a way out of an empty list.
public record Link(String text, String href) {}
