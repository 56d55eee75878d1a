package kz.shanyraq.nation.survey;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.nation.Resource;
import kz.shanyraq.policy.household.IncomeKind;

/// Which variable of a survey goes where in the household format, and how: a table that is read by the import
/// and printed in `docs/real-households.md`.
///
/// @param lines one for each variable of the survey
public record Mapping(List<Line> lines) {

    private static final String NOWHERE = "-";
    private static final String INCOMES = "incomes.";

    /// One variable.
    ///
    /// @param file the survey's file
    /// @param to the file and column of the household format, or for an income the kind; `-` for nowhere
    /// @param how the codes, or why it goes nowhere
    public record Line(String file, String variable, String to, String how) {

        /// Whether it goes anywhere.
        public boolean used() {
            return !to.equals(NOWHERE);
        }
    }

    static Mapping of(SurveySet set) {
        return new Mapping(Resource.rows("survey/%s.csv".formatted(set.code())).stream()
                .map(row -> new Line(
                        row.getField("file"), row.getField("variable"), row.getField("to"), row.getField("how")))
                .toList());
    }

    /// The kinds of income that the variables of a file are, by variable.
    Map<String, IncomeKind> kinds(String file) {
        var kinds = new LinkedHashMap<String, IncomeKind>();
        for (Line line : lines) {
            if (line.file.equals(file) && line.to.startsWith(INCOMES)) {
                kind(line.to.substring(INCOMES.length()), kinds, line.variable);
            }
        }
        return kinds;
    }

    private static void kind(String code, Map<String, IncomeKind> kinds, String variable) {
        Arrays.stream(IncomeKind.values())
                .filter(kind -> kind.code().equals(code))
                .forEach(kind -> kinds.put(variable, kind));
    }

    /// Whether a variable of a file is told, and goes nowhere.
    boolean leavesOut(String file, String variable) {
        return lines.stream()
                .anyMatch(line -> line.file.equals(file) && line.variable.equals(variable) && !line.used());
    }
}
