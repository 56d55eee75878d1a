package kz.shanyraq.office.page;

/// What stands on every paper.
///
/// @param style how paper looks
/// @param mark the address of the picture of our mark
/// @param demo whether the people are invented, which the paper then says
public record Letterhead(String style, String mark, boolean demo) {}
