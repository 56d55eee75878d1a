package kz.shanyraq.office.benefits.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kz.shanyraq.office.benefits.Levels;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.page.Slices;
import kz.shanyraq.office.page.StackedBar;
import kz.shanyraq.office.page.Tab;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Figures;
import org.jspecify.annotations.Nullable;

/// Families by level of wellbeing and place.
///
/// @param places regions or districts, and all of them together
/// @param countedAt when it was published; null for counts of now, or if nothing was published
/// @param sweep the last sweep over all families; null if there was none
public record LevelsPage(
        Scope scope,
        List<Figures.Row> places,
        @Nullable OffsetDateTime countedAt,
        @Nullable Sweep sweep) {

    /// The title.
    public String title(Text t) {
        return t.say("benefits.levels");
    }

    /// The levels, and last the families of which a fact is missing.
    public List<String> levels() {
        return Levels.all();
    }

    /// A level in words, short enough for the head of a column.
    public static String name(String level, Text t) {
        return t.say("benefits.level." + level.toLowerCase(Locale.ROOT));
    }

    /// The head of a column: the letter of a level, so that all of them find room beside each other.
    public static String head(String level, Text t) {
        return level.equals(Levels.MISSING) ? name(level, t) : level;
    }

    /// What the letters stand for.
    public String legend(Text t) {
        return levels().stream()
                        .filter(level -> !level.equals(Levels.MISSING))
                        .map(level -> name(level, t))
                        .collect(java.util.stream.Collectors.joining("; "))
                + ".";
    }

    private boolean isTotal(Figures.Row row) {
        return row.kato() == (scope.named() ? 0 : scope.region());
    }

    /// The places, in the order of the alphabet.
    public List<Figures.Row> rows(Text t) {
        List<Figures.Row> rows = new ArrayList<>(places);
        rows.removeIf(this::isTotal);
        rows.sort(Comparator.comparing(row -> scope.name(row.kato(), t), t.alphabetical()));
        return rows;
    }

    /// All of them together; null if nothing was counted.
    public Figures.@Nullable Row total() {
        return places.stream().filter(this::isTotal).findFirst().orElse(null);
    }

    /// Whether there is anything to show.
    public boolean counted() {
        return places.size() > 1 || total() != null && !scope.named();
    }

    /// Where a place leads; null where it ends.
    public @Nullable String href(Figures.Row row) {
        return scope.byRegion() && !isTotal(row) ? "/wellbeing?region=" + row.kato() : null;
    }

    /// Where a count leads: the families, or the districts behind it; null where it ends.
    public @Nullable String href(Figures.Row row, String level) {
        return scope.named() ? "/wellbeing/" + level.toLowerCase(Locale.ROOT) + scope.filter(row.kato()) : href(row);
    }

    /// All families as a bar; null where a part of it is not shown.
    public @Nullable StackedBar bar(Text t) {
        Figures.Row total = total();
        if (total == null) {
            return null;
        }
        List<StackedBar.Part> parts = new ArrayList<>();
        for (String level : levels()) {
            Long count = total.count(level);
            if (count == null) {
                return null;
            }
            parts.add(new StackedBar.Part(name(level, t), count, count == 0 ? null : href(total, level)));
        }
        return new StackedBar(t, t.say("benefits.levels"), parts);
    }

    /// The families of a place as a bar; null where a part of it is not shown.
    public @Nullable Slices slices(Figures.Row row, Text t) {
        List<Long> values = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (String level : levels()) {
            Long count = row.count(level);
            if (count == null) {
                return null;
            }
            values.add(count);
            said.add(name(level, t) + " " + t.number(count));
        }
        return new Slices(scope.name(row.kato(), t) + ": " + String.join(", ", said), values);
    }

    /// The two pages of counts.
    public List<Tab> tabs(Text t) {
        return TakeUpPage.tabs(t, scope, false);
    }
}
