package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.access.LogReading;
import kz.shanyraq.office.page.Chip;

/// What the page of the log shows.
///
/// @param filter what was asked
/// @param lines at most a page of them
/// @param more whether there are more
/// @param page the number of the page
/// @param chips the filters that are on
/// @param odd what is odd in the last seven days
/// @param publicKey the key that checks an export
public record LogPage(
        LogReading.Filter filter,
        List<LogReading.Line> lines,
        boolean more,
        int page,
        List<Chip> chips,
        List<LogReading.Odd> odd,
        String publicKey) {}
