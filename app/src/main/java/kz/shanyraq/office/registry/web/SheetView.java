package kz.shanyraq.office.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FactSheet.Column;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Question;
import kz.shanyraq.office.registry.Source;
import kz.shanyraq.office.registry.Telling;
import org.jspecify.annotations.Nullable;

/// A sheet of facts as a page shows it: each with its value, source, day and age; what sources disagree about; and what
/// was known before.
///
/// @param facts of a sheet with one row
/// @param rows of a sheet with several rows, by kind
/// @param past every row that was ever known, the newest first; of a sheet without a past, empty
public record SheetView(
        FactSheet sheet,
        String title,
        List<FactView> facts,
        List<RowView> rows,
        List<String> columns,
        List<PastView> past) {

    /// A fact.
    ///
    /// @param value null when it is not known
    /// @param date the day on which the source last stood by it
    /// @param other the other value, where two sources disagree: what, who says so, and why the one shown holds
    /// @param wrong where one says that it is wrong
    /// @param correct where an officer corrects it; null where that may not be done
    /// @param asked whether a question about it is open
    public record FactView(
            String column,
            String label,
            @Nullable String value,
            @Nullable String source,
            @Nullable LocalDate date,
            boolean old,
            List<Dispute> other,
            @Nullable String wrong,
            @Nullable String correct,
            boolean asked) {}

    /// What another source says.
    public record Dispute(String value, String source, String why) {}

    /// A row of a sheet with several.
    public record RowView(
            List<String> cells,
            @Nullable LocalDate from,
            @Nullable LocalDate last,
            String source,
            LocalDate date,
            boolean old) {}

    /// What was known before.
    ///
    /// @param values the values in words
    /// @param learned when we learned it
    /// @param replaced when it was replaced; null while it stands
    /// @param why for a correction: the reason and the document
    public record PastView(
            String values,
            @Nullable LocalDate from,
            @Nullable LocalDate last,
            String source,
            LocalDate learned,
            @Nullable LocalDate replaced,
            @Nullable String why) {}

    /// Whether nothing at all is known.
    public boolean nothing() {
        return rows.isEmpty()
                && facts.stream()
                        .allMatch(fact -> fact.value() == null && fact.other().isEmpty());
    }

    /// What makes views of sheets.
    ///
    /// @param address the address of the family, below which questions and corrections lie; null where neither is
    ///     asked for
    /// @param mayCorrect whether the one who looks may correct
    record Maker(
            Text t,
            FactWords words,
            FamilyFile file,
            @Nullable String address,
            boolean mayCorrect) {

        SheetView family(FactSheet sheet) {
            return view(sheet, file.held(sheet), telling -> true, file.id().value(), null);
        }

        SheetView person(FactSheet sheet, kz.shanyraq.office.registry.Member member) {
            return view(
                    sheet,
                    file.held(sheet, member),
                    telling -> FamilyFile.isOf(telling, member),
                    member.id().value(),
                    member);
        }

        private SheetView view(
                FactSheet sheet,
                Optional<Telling> held,
                Predicate<Telling> which,
                long subject,
                kz.shanyraq.office.registry.@Nullable Member member) {
            List<FactView> facts = new ArrayList<>();
            if (!sheet.several()) {
                for (Column column : sheet.columns()) {
                    facts.add(fact(sheet, column, held, subject, member));
                }
            }
            return new SheetView(
                    sheet,
                    words.sheet(sheet),
                    List.copyOf(facts),
                    sheet.several() ? rows(sheet, which) : List.of(),
                    sheet.several() ? sheet.columns().stream().map(words::label).toList() : List.of(),
                    past(sheet, which));
        }

        private FactView fact(
                FactSheet sheet,
                Column column,
                Optional<Telling> held,
                long subject,
                kz.shanyraq.office.registry.@Nullable Member member) {
            String value = held.map(row -> words.value(column, row.cell(column.name())))
                    .orElse(null);
            Telling.By by = held.map(row -> row.toldBy(column.name())).orElse(null);
            Source source = by == null ? null : file.sources().get(by.source());
            LocalDate date = by == null ? null : source == null ? by.told() : source.confirmed(by.told());
            String query = "?sheet=" + sheet.code() + "&column=" + column.name()
                    + (member == null ? "" : "&person=" + member.id().value());
            return new FactView(
                    column.name(),
                    words.label(column),
                    value,
                    value != null && source != null
                            ? source.name().in(t.language().code())
                            : null,
                    value != null && source != null ? date : null,
                    value != null && source != null && date != null && source.old(date, t.today()),
                    disputes(sheet, column, subject, member),
                    address == null ? null : address + "/questions/new" + query,
                    address == null || !mayCorrect ? null : address + "/corrections/new" + query,
                    file.questions().stream().anyMatch(question -> isAbout(question, sheet, column, member)));
        }

        private static boolean isAbout(
                Question question,
                FactSheet sheet,
                Column column,
                kz.shanyraq.office.registry.@Nullable Member member) {
            return question.open()
                    && question.sheet() == sheet
                    && question.column().equals(column.name())
                    && (member == null ? question.person() == null : member.id().equals(question.person()));
        }

        private List<Dispute> disputes(
                FactSheet sheet, Column column, long subject, kz.shanyraq.office.registry.@Nullable Member member) {
            return file.disagreements().stream()
                    .filter(other -> other.sheet() == sheet
                            && other.column().equals(column.name())
                            && (other.subject() == subject
                                    || member != null
                                            && member.merged()
                                                    .contains(
                                                            new kz.shanyraq.office.registry.PersonId(other.subject()))))
                    .map(other -> new Dispute(said(column, other.other()), source(other.otherSource()), why(other)))
                    .distinct()
                    .toList();
        }

        private String why(FamilyFile.Disagreement other) {
            String holds = source(other.heldSource());
            return switch (other.rule()) {
                case "rank" -> t.say("registry.why." + (other.reason() == null ? "keeper" : other.reason()), holds);
                case "silent" -> t.say("registry.why.silent", source(other.otherSource()));
                case "only" -> t.say("registry.why.only", holds);
                default -> t.say("registry.why.later", holds);
            };
        }

        private String said(Column column, @Nullable String raw) {
            String value;
            try {
                value = words.value(column, raw);
            } catch (RuntimeException strange) {
                value = raw;
            }
            return value == null ? t.say("page.fact.unknown") : value;
        }

        private String source(String code) {
            Source source = file.sources().get(code);
            return source == null ? code : source.name().in(t.language().code());
        }

        private List<RowView> rows(FactSheet sheet, Predicate<Telling> which) {
            List<Telling> held = sheet == FactSheet.INCOME
                    ? file.tellings().stream()
                            .filter(row -> row.sheet() == sheet && row.replacedBy() == null && which.test(row))
                            .filter(row -> row.from() == null
                                    || !row.from().isAfter(file.asOf().on()))
                            .limit(40)
                            .toList()
                    : file.held(sheet, which);
            return held.stream()
                    .map(row -> {
                        Source source = file.sources().get(row.source());
                        LocalDate date = source == null ? row.told() : source.confirmed(row.told());
                        return new RowView(
                                sheet.columns().stream()
                                        .map(column -> said(column, row.cell(column.name()), sheet))
                                        .toList(),
                                row.from(),
                                row.until() == null ? null : row.until().minusDays(1),
                                source(row.source()),
                                date,
                                source != null && source.old(date, t.today()));
                    })
                    .toList();
        }

        private String said(Column column, @Nullable String raw, FactSheet sheet) {
            return raw == null && sheet == FactSheet.INCOME ? "" : said(column, raw);
        }

        private List<PastView> past(FactSheet sheet, Predicate<Telling> which) {
            List<Telling> rows = file.past(sheet, which);
            if (rows.size() < 2
                    || sheet == FactSheet.INCOME && rows.stream().allMatch(row -> row.replacedBy() == null)) {
                return List.of();
            }
            return rows.stream()
                    .limit(30)
                    .map(row -> new PastView(
                            values(sheet, row),
                            row.from(),
                            row.until() == null ? null : row.until().minusDays(1),
                            row.tellers().stream()
                                    .map(by -> source(by.source()))
                                    .distinct()
                                    .collect(Collectors.joining(", ")),
                            day(row.learned()),
                            row.replaced() == null ? null : day(row.replaced()),
                            row.why() == null
                                    ? null
                                    : row.document() == null ? row.why() : row.why() + " (" + row.document() + ")"))
                    .toList();
        }

        private String values(FactSheet sheet, Telling row) {
            Map<String, String> said = new LinkedHashMap<>();
            for (Column column : sheet.columns()) {
                String value = words.value(column, row.cell(column.name()));
                if (value != null) {
                    said.put(words.label(column), value);
                }
            }
            return said.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .reduce((a, b) -> a + "; " + b)
                    .orElse(t.say("page.fact.unknown"));
        }

        private static LocalDate day(java.time.Instant moment) {
            return LocalDate.ofInstant(moment, java.time.ZoneId.of("Asia/Almaty"));
        }
    }
}
