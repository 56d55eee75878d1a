package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Source;
import kz.shanyraq.office.registry.Telling;
import kz.shanyraq.policy.household.Column;

/// Whose word the facts are that the law reads, and of which day: of each source its oldest, for an answer is as old as
/// the oldest fact under it.
final class WordOf {

    private final FamilyFile file;
    private final Text t;

    WordOf(FamilyFile file, Text t) {
        this.file = file;
        this.t = t;
    }

    /// The sources of some columns with the day of their word, such as "Labour market, 21.11.2026".
    List<String> the(List<Column> columns) {
        Map<Source, LocalDate> told = new LinkedHashMap<>();
        for (Column column : columns) {
            sheet(column)
                    .ifPresent(sheet -> rows(sheet)
                            .filter(row -> cell(row, sheet, column))
                            .forEach(row -> {
                                Telling.By by = row.toldBy(name(sheet, column));
                                Source source = file.sources().get(by.source());
                                if (source != null) {
                                    told.merge(source, source.confirmed(by.told()), (a, b) -> a.isBefore(b) ? a : b);
                                }
                            }));
        }
        return told.entrySet().stream()
                .map(entry -> t.say(
                        "benefits.source", entry.getKey().name().in(t.language().code()), entry.getValue()))
                .toList();
    }

    private Stream<Telling> rows(FactSheet sheet) {
        return sheet == FactSheet.INCOME
                ? file.tellings().stream().filter(row -> row.sheet() == sheet && row.replacedBy() == null)
                : file.held(sheet, any -> true).stream();
    }

    private static boolean cell(Telling row, FactSheet sheet, Column column) {
        return sheet.several() || row.cell(name(sheet, column)) != null;
    }

    private static String name(FactSheet sheet, Column column) {
        return sheet.column(column.header())
                .map(FactSheet.Column::name)
                .orElseGet(() -> sheet.columns().getFirst().name());
    }

    /// The sheet that holds a column of the law.
    static Optional<FactSheet> sheet(Column column) {
        return switch (column.file()) {
            case INCOMES -> Optional.of(FactSheet.INCOME);
            case LIVESTOCK -> Optional.of(FactSheet.LIVESTOCK);
            case PLOTS -> Optional.of(FactSheet.PLOTS);
            default ->
                column == Column.REGION
                        ? Optional.of(FactSheet.HOME)
                        : Stream.of(FactSheet.values())
                                .filter(sheet -> sheet.column(column.header()).isPresent())
                                .findFirst();
        };
    }

    /// The column of the law that holds a fact; empty where it is none of one column.
    static Optional<Column> column(kz.shanyraq.policy.Fact fact) {
        return Stream.of(Column.values())
                .filter(column -> Objects.equals(column.header(), fact.code()))
                .findFirst();
    }
}
