package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.IncomeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tables of which variable goes where.
class MappingTest {

    @ParameterizedTest
    @EnumSource
    void a_variable_goes_to_a_column_or_a_kind_of_income_or_says_why_it_goes_nowhere(SurveySet set) {
        var places = Stream.concat(
                        Arrays.stream(Column.values())
                                .map(column -> column.file().code() + "." + column.header()),
                        Arrays.stream(IncomeKind.values()).map(kind -> "incomes." + kind.code()))
                .collect(Collectors.toSet());
        assertThat(set.mapping().lines()).allSatisfy(line -> {
            if (line.used()) {
                assertThat(places).contains(line.to());
            } else {
                assertThat(line.how()).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void no_variable_has_two_lines(SurveySet set) {
        var seen = new LinkedHashSet<String>();
        set.mapping()
                .lines()
                .forEach(line -> assertThat(seen.add(line.file() + "." + line.variable()))
                        .as(line.variable())
                        .isTrue());
    }

    @Test
    void the_tables_stand_in_the_document() {
        var document = new RealHouseholds();
        for (SurveySet set : SurveySet.values()) {
            var rows = set.mapping().lines().stream()
                    .map(line -> new String[] {
                        line.file(), "`" + line.variable() + "`", line.used() ? "`" + line.to() + "`" : "–", line.how()
                    })
                    .toList();
            document.table(
                    "mapping of " + set.code(), new String[] {"file", "variable", "goes to", "how, or why not"}, rows);
        }
        document.check();
    }
}
