package kz.shanyraq.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assistance.Edition;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.cases.CaseFile.Case;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The law in cases: every row of the tables in `cases/`, each with its members in both orders.
class CasesTest {

    @TestFactory
    Stream<DynamicContainer> cases() {
        return CaseFile.of("cases").stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.name(),
                        file.cases().stream()
                                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(file.name(), row)))));
    }

    /// What the law answered, in the words of the table.
    private record Answer(String outcome, long monthly, long once, String kind) {}

    /// What fails names its page and line, since the build's log does not show the names of the rows.
    static void check(String page, Case row) {
        String where = page + ", " + row;
        Answer answer;
        try {
            answer = answer(row, false);
        } catch (IllegalArgumentException wrong) {
            throw new AssertionError(where + ": " + wrong.getMessage(), wrong);
        }
        assertThat(answer(row, true)).as("%s: members in reverse order", where).isEqualTo(answer);
        assertThat(answer.outcome).as("%s: outcome", where).isEqualTo(sorted(row.cell("outcome")));
        assertThat(answer.monthly).as("%s: monthly", where).isEqualTo(sum(row.cell("monthly")));
        assertThat(answer.once).as("%s: once", where).isEqualTo(sum(row.cell("once")));
        if (!row.cell("kind").isEmpty()) {
            assertThat(answer.kind).as("%s: kind", where).isEqualTo(row.cell("kind"));
        }
    }

    private static Answer answer(Case row, boolean reversed) {
        YearMonth month = YearMonth.parse(row.month());
        Day day = Day.of(month);
        Figures figures = row.effectiveFigures();
        Households h = row.household().build(Day.month(day.quarter()).toString(), reversed);
        Benefit benefit = benefit(row.benefit());
        var rows = new Assessments();
        if (row.edition().isEmpty()) {
            new Catalogue(month, figures).assess(h, benefit, rows);
        } else {
            var rates = TargetedAssistance.rates(Edition.valueOf(row.edition()), day, figures);
            TargetedAssistance.assess(h, rates, rows);
        }
        List<String> members = row.household().members(reversed);
        var found = new ArrayList<Integer>();
        for (int i = 0; i < rows.size; i++) {
            String about = rows.person[i] < 0 ? "family" : members.get(rows.person[i]);
            if (row.cell("about").isEmpty() || row.cell("about").equals(about)) {
                found.add(i);
            }
        }
        assertThat(found.size())
                .as("rows; say in the column about which is meant")
                .isLessThan(2);
        if (found.isEmpty()) {
            return new Answer("no row", 0, 0, "");
        }
        int i = found.getFirst();
        Outcome outcome = rows.outcome(i);
        String reasons = outcome == Outcome.REFUSED
                ? codes(Explainer.unmet(Catalogue.grounds(benefit), rows.unmet[i]))
                : outcome == Outcome.UNDECIDED ? codes(Explainer.facts(rows.missing[i])) : "";
        return new Answer(
                sorted(outcome.code() + " " + reasons),
                rows.monthly[i],
                rows.once[i],
                Kind.values()[rows.kind[i]].code());
    }

    private static Benefit benefit(String code) {
        return Stream.of(Benefit.values())
                .filter(benefit -> benefit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no benefit " + code + "."));
    }

    private static String codes(List<? extends Code> codes) {
        return String.join(" ", codes.stream().map(Code::code).toList());
    }

    /// The first word, then the others in the order of the alphabet.
    private static String sorted(String outcome) {
        String[] words = outcome.strip().split("[\\s,]+");
        java.util.Arrays.sort(words, 1, words.length);
        return String.join(" ", words);
    }

    private static long sum(String cell) {
        String digits = cell.replaceAll("[\\s\u00a0\u202f₸]", "");
        return digits.isEmpty() || digits.equals("–") ? 0 : Long.parseLong(digits);
    }
}
