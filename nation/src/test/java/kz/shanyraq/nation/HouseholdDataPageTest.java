package kz.shanyraq.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.nation.files.TableWriter;
import kz.shanyraq.nation.reading.Reading;
import kz.shanyraq.nation.reading.Rejects;
import kz.shanyraq.nation.run.AssessmentTable;
import kz.shanyraq.nation.run.ResultFiles;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assistance.Edition;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.signals.Signal;
import kz.shanyraq.policy.wellbeing.Dimension;
import kz.shanyraq.policy.wellbeing.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page about household data says what the code reads and writes: each column with its file and form, each
/// code of each list, in the order of the code; and it names nothing else.
class HouseholdDataPageTest {

    private static final Path PAGE = Path.of("../docs/household-data.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)+|[a-z]+[.][a-z_]+|[a-z]+");
    private static final Pattern FENCED = Pattern.compile("`([a-z]+[.]csv)`\\n\\n```\\n([^`]+)```");

    /// Names in quotation that are neither columns nor codes.
    private static final Set<String> OTHER_WORDS = Set.of(
            "true",
            "false",
            "kk",
            "ru",
            "name.csv",
            "name.parquet",
            "rejects.csv",
            "families.csv",
            "persons.csv",
            // of the report, and of the steps as JSON
            "not_in_force",
            "name",
            "value",
            "citation",
            "source",
            "confirmed",
            "steps");

    @ParameterizedTest
    @EnumSource(HouseholdFile.class)
    void each_file_has_its_columns(HouseholdFile file) throws IOException {
        assertThat(firstCells("## " + file.code(), "Column"))
                .isEqualTo(Column.of(file).stream().map(Column::header).toList());
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void each_column_has_its_form(Column column) throws IOException {
        List<String> row = rows("## " + column.file().code(), "Column").stream()
                .filter(cells -> cells.getFirst().equals("`" + column.header() + "`"))
                .findFirst()
                .orElseThrow();
        List<String> form = List.of(row.get(1).split(", "));
        assertThat(form.contains("required")).as("required: %s", row).isEqualTo(column.required());
        assertThat(form.getFirst()).as("the form of %s", row).isIn(forms(column));
        if (column.most() < Column.DEPOSITS.most()) {
            assertThat(row.getLast()).as("the bound of %s", row).endsWith("At most " + column.most());
        }
    }

    private static Set<String> forms(Column column) {
        return switch (column.type()) {
            case TEXT -> Set.of("text", "id", "KATO", "IIN", "ISCO");
            case COUNT -> Set.of(column == Column.REGION ? "region" : "number");
            case AREA -> Set.of("area");
            case BOOLEAN -> Set.of("boolean");
            case DATE -> Set.of("day");
            case EVENT -> Set.of("event");
            case MONTH -> Set.of("month");
            case MONEY -> Set.of("money");
            case CODE -> Set.of("code");
            case BENEFITS -> Set.of("benefits");
        };
    }

    @Test
    void each_form_is_explained() throws IOException {
        Set<String> used = Arrays.stream(Column.values())
                .filter(Column::held)
                .flatMap(column -> forms(column).stream())
                .collect(Collectors.toSet());
        used.addAll(List.of("text", "id", "KATO", "IIN", "ISCO"));
        assertThat(firstCells("### Forms of cells", "Form")).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void each_column_of_codes_has_its_codes() throws IOException {
        for (Column column : Column.values()) {
            if (column.type() == Column.Type.CODE) {
                String name = column.file().code() + "." + column.header();
                assertThat(firstCells("### " + name, "Code")).as(name).isEqualTo(codes(column.codes()));
            }
        }
    }

    @Test
    void the_files_are_listed() throws IOException {
        assertThat(firstCells("## The files", "File")).isEqualTo(codes(HouseholdFile.values()));
    }

    @Test
    void the_results_have_their_columns() throws IOException {
        var assessments = new ArrayList<>(names(AssessmentTable.COLUMNS));
        assessments.add("steps");
        assertThat(firstCells("## The results of assess", "Column")).isEqualTo(assessments);
        assertThat(firstCells("### wellbeing", "Column")).isEqualTo(names(ResultFiles.WELLBEING));
        assertThat(firstCells("### signals", "Column")).isEqualTo(names(ResultFiles.SIGNALS));
        assertThat(firstCells("## What is rejected, and what is only told", "Column"))
                .isEqualTo(names(Rejects.COLUMNS));
    }

    @Test
    void the_results_have_their_codes() throws IOException {
        assertThat(firstCells("### outcome", "Code")).isEqualTo(codes(Outcome.values()));
        assertThat(firstCells("### kind", "Code"))
                .isEqualTo(codes(Kind.values()).stream()
                        .filter(code -> !code.isEmpty())
                        .toList());
        assertThat(firstCells("### act", "Code")).isEqualTo(codes(Benefit.values()));
        assertThat(firstCells("### signals", "Signal")).isEqualTo(codes(Signal.values()));
        assertThat(firstCells("### wellbeing", "Model")).isEqualTo(codes(Model.values()));
    }

    @ParameterizedTest
    @EnumSource(Benefit.class)
    void each_act_has_its_grounds(Benefit benefit) throws IOException {
        List<String> row = rows("### act", "Code").get(benefit.ordinal());
        assertThat(quoted(row.get(2))).isEqualTo(codes(Catalogue.grounds(benefit)));
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void each_model_has_its_dimensions(Model model) throws IOException {
        Set<String> ofModel =
                model.lines().stream().map(Model.Line::dimension).collect(Collectors.toCollection(HashSet::new));
        ofModel.add(Dimension.TOTAL.code());
        List<String> row = rows("### wellbeing", "Model").get(model.ordinal());
        assertThat(quoted(row.get(1)))
                .isEqualTo(codes(Dimension.values()).stream()
                        .filter(ofModel::contains)
                        .toList());
    }

    @Test
    void the_facts_that_are_no_columns_are_explained() throws IOException {
        Set<String> columns = Arrays.stream(Column.values()).map(Column::header).collect(Collectors.toSet());
        assertThat(firstCells("### missing", "Code"))
                .containsExactlyInAnyOrderElementsOf(codes(Fact.values()).stream()
                        .filter(code -> !columns.contains(code))
                        .toList());
    }

    @Test
    void the_figures_are_those_that_the_law_reads() throws IOException {
        assertThat(firstCells("## Figures of your own", "Column")).isEqualTo(List.of(Figures.HEADER.split(",")));
        assertThat(firstCells("## Figures of your own", "Figure"))
                .containsExactlyInAnyOrder(
                        Figures.SUBSISTENCE_MINIMUM,
                        Figures.SUBSISTENCE_MINIMUM_LAW,
                        Figures.MONTHLY_INDEX,
                        Figures.MINIMUM_WAGE,
                        Figures.MEDIAN_INCOME,
                        Figures.HOUSING_SHARE,
                        Figures.FARM_NORM + "KIND");
    }

    @Test
    void the_page_names_nothing_that_the_code_has_not() throws IOException {
        var unknown = new TreeSet<String>();
        Set<String> known = known();
        for (String word : quoted(Files.readString(PAGE).replaceAll("(?s)```.*?```", ""))) {
            if (NAME.matcher(word).matches() && !known.contains(word)) {
                unknown.add(word);
            }
        }
        assertThat(unknown)
                .as("names on the page that are no column or code; maybe they were renamed")
                .isEmpty();
    }

    @Test
    void the_smallest_data_set_of_the_page_is_read(@TempDir Path folder) throws IOException {
        HouseholdData data = HouseholdData.empty(folder);
        FENCED.matcher(Files.readString(PAGE)).results().forEach(file -> data.file(file.group(1), file.group(2)));
        Reading reading = Reading.of(folder);
        assertThat(reading.families()).containsExactly("K1");
        assertThat(reading.persons()).containsExactly("K1-1", "K1-2");
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    private static Set<String> known() {
        var known = new HashSet<>(OTHER_WORDS);
        for (Column column : Column.values()) {
            known.add(column.header());
            known.add(column.file().code() + "." + column.header());
            known.addAll(codes(column.codes()));
        }
        Stream.of(AssessmentTable.COLUMNS, ResultFiles.WELLBEING, ResultFiles.SIGNALS, Rejects.COLUMNS)
                .forEach(columns -> known.addAll(names(columns)));
        Stream.<Code[]>of(
                        HouseholdFile.values(),
                        Benefit.values(),
                        Outcome.values(),
                        Kind.values(),
                        Edition.values(),
                        Fact.values(),
                        Signal.values(),
                        Model.values(),
                        Dimension.values())
                .forEach(list -> known.addAll(codes(list)));
        for (Benefit benefit : Benefit.values()) {
            known.addAll(codes(Catalogue.grounds(benefit)));
        }
        known.addAll(List.of(Figures.HEADER.split(",")));
        Figures.shipped().all().forEach(figure -> known.add(figure.name()));
        known.add(Figures.MEDIAN_INCOME);
        known.add("property");
        return known;
    }

    private static List<String> codes(Code[] codes) {
        return codes(List.of(codes));
    }

    private static List<String> codes(List<? extends Code> codes) {
        return codes.stream().map(Code::code).toList();
    }

    private static List<String> names(List<TableWriter.Column> columns) {
        return columns.stream().map(TableWriter.Column::name).toList();
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> firstCells(String heading, String head) throws IOException {
        return rows(heading, head).stream()
                .map(row -> row.getFirst().replace("`", ""))
                .toList();
    }

    /// The rows of the table that begins with a head, under a heading of the page.
    private static List<List<String>> rows(String heading, String head) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        assertThat(lines).as("the headings of the page").contains(heading);
        var rows = new ArrayList<List<String>>();
        boolean inTable = false;
        for (String line : lines.subList(lines.indexOf(heading) + 1, lines.size())) {
            if (line.startsWith("#")) {
                break;
            }
            inTable = line.startsWith("|") && (inTable || line.startsWith("| " + head + " |"));
            if (inTable && !line.startsWith("|---") && !line.startsWith("| " + head + " |")) {
                rows.add(Stream.of(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }
}
