package kz.shanyraq.office.page;

/// What is wrong in a form: the id of the field, and the sentence that stands in the summary and beside the field.
public record FieldError(String field, String text) {}
