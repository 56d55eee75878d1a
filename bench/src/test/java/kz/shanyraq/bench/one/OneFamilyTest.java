package kz.shanyraq.bench.one;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.explain.Explanation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneFamilyTest {

    @ParameterizedTest
    @EnumSource
    void each_family_gets_the_answer_of_its_name(Families family) {
        var one = of(family);
        Explanation explanation = one.explanation();
        assertThat(explanation.outcome()).isEqualTo(Outcome.valueOf(family.name()));
        assertThat(explanation.monthly() > 0).isEqualTo(family == Families.GRANTED);
        assertThat(one.answer().outcome()).isEqualTo(explanation.outcome());
    }

    @ParameterizedTest
    @EnumSource
    void the_text_is_told_in_three_languages(Families family) {
        List<List<String>> texts = of(family).textInThreeLanguages();
        assertThat(texts)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(10));
    }

    private static OneFamily of(Families family) {
        var one = new OneFamily();
        one.family = family;
        one.make();
        return one;
    }
}
