package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.access.LogReading;
import kz.shanyraq.office.page.Chip;

/// What the page of the log shows.
///
/// @param filter what was asked
/// @param lines at most a page of them
/// @param newer the page of newer ones, as its address names it; empty where there is none
/// @param older the page of older ones
/// @param chips the filters that are on
/// @param odd what is odd in the last seven days
/// @param publicKey the key that checks an export
public record LogPage(
        LogReading.Filter filter,
        List<LogReading.Line> lines,
        String newer,
        String older,
        List<Chip> chips,
        List<LogReading.Odd> odd,
        String publicKey) {}
