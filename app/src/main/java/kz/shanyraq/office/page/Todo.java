package kz.shanyraq.office.page;

import org.jspecify.annotations.Nullable;

/// Something that a person has to do, as one row with one button.
///
/// @param text a second, quieter line; null for none
/// @param action what the button says
/// @param href where it leads
public record Todo(Icon icon, String title, @Nullable String text, String action, String href) {}
