package kz.shanyraq.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assistance.Edition;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.cases.CaseFile.Case;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.examples.Answer;
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

    /// What the law answered.
    private record Found(Answer answer, String kind) {}

    /// What fails names its page and line, since the build's log does not show the names of the rows.
    static void check(String page, Case row) {
        String where = page + ", " + row;
        Found found;
        Answer told;
        try {
            found = found(row, false);
            told = Answer.told(row.cell("outcome"), sum(row.cell("monthly")), sum(row.cell("once")));
        } catch (IllegalArgumentException wrong) {
            throw new AssertionError(where + ": " + wrong.getMessage(), wrong);
        }
        assertThat(found(row, true)).as("%s: members in reverse order", where).isEqualTo(found);
        assertThat(found.answer.text()).as("%s: outcome", where).isEqualTo(told.text());
        assertThat(found.answer.monthly()).as("%s: monthly", where).isEqualTo(told.monthly());
        assertThat(found.answer.once()).as("%s: once", where).isEqualTo(told.once());
        if (!row.cell("kind").isEmpty()) {
            assertThat(found.kind).as("%s: kind", where).isEqualTo(row.cell("kind"));
        }
    }

    private static Found found(Case row, boolean reversed) {
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
        return new Found(
                Answer.of(rows, benefit, members, row.cell("about")),
                Answer.kind(rows, members, row.cell("about")).code());
    }

    private static Benefit benefit(String code) {
        return Stream.of(Benefit.values())
                .filter(benefit -> benefit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no benefit " + code + "."));
    }

    private static long sum(String cell) {
        String digits = cell.replaceAll("[\\s\u00a0\u202f₸]", "");
        return digits.isEmpty() || digits.equals("–") ? 0 : Long.parseLong(digits);
    }
}
