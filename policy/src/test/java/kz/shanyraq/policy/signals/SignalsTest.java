package kz.shanyraq.policy.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.cases.CaseFile;
import kz.shanyraq.policy.cases.CaseFile.Case;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The signals in cases: every row of the tables in `signals/`, with its members in both orders. The block's
/// second word says whether those of need for special social services (`need`) or of employment (`work`) are
/// meant. The column `about` names the person (`head` if it is empty), `signals` all of theirs, with missing
/// facts in brackets.
class SignalsTest {

    @TestFactory
    Stream<DynamicContainer> cases() {
        return CaseFile.of("signals").stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.name(),
                        file.cases().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)))));
    }

    private static void check(Case row) {
        String found = detect(row, false);
        assertThat(detect(row, true)).as("members in reverse order").isEqualTo(found);
        String expected = row.cell("signals").equals("–") ? "" : row.cell("signals");
        assertThat(found)
                .isEqualTo(
                        String.join(" ", new TreeSet<>(List.of(expected.strip().split("\\s+")))));
    }

    private static String detect(Case row, boolean reversed) {
        Provision wanted = switch (row.benefit()) {
            case "need" -> Provision.NEED_FOR_SERVICES;
            case "work" -> Provision.EMPLOYMENT_MEASURES;
            default -> throw new IllegalArgumentException("Signals of " + row.benefit());
        };
        Day day = Day.of(YearMonth.parse(row.month()));
        Households h = row.household().build(Day.month(day.quarter()).toString(), reversed);
        var rows = new Signals();
        rows.detect(h, day);
        String about = row.cell("about").isEmpty() ? "head" : row.cell("about");
        int person = row.household().members(reversed).indexOf(about);
        var found = new TreeSet<String>();
        for (int i = 0; i < rows.size; i++) {
            Signal signal = Signal.values()[rows.signal[i]];
            if (rows.person[i] == person && signal.provision() == wanted) {
                List<String> missing = Explainer.facts(rows.missing[i]).stream()
                        .map(Code::code)
                        .sorted()
                        .toList();
                found.add(signal.code() + (missing.isEmpty() ? "" : "(" + String.join(",", missing) + ")"));
            }
        }
        return String.join(" ", found);
    }
}
