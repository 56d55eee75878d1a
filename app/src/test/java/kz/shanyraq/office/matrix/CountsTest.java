package kz.shanyraq.office.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.benefits.Findings;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.Worklist;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An officer's counts are those of the families that the lists behind them show: they do not tell of families under
/// protection.
@Tag("slow")
class CountsTest {

    private static final Topic TOPIC = Topic.of("targeted_assistance").orElseThrow();

    private final RunningOffice office = RunningOffice.shared();
    private final Territory here = new Territory(Village.DISTRICT);
    private final Acting worker = office.officers()
            .signedIn(office.officers().account(Map.of(Role.SOCIAL_WORKER, Village.DISTRICT), "Есеп Тексеруші"), null);

    private long really(String what) {
        return office.admin()
                .sql("select count(*) from benefits." + what + " and until is null and kato between ? and ?")
                .params(here.lo(), here.hi())
                .query(Long.class)
                .single();
    }

    @Test
    void findings_are_counted_as_they_are_listed() {
        Findings findings = office.bean(Findings.class);
        List<Findings.Row> listed = Access.as(
                worker,
                () -> findings.families(TOPIC, State.UNDECIDED, here.lo(), here.hi(), null)
                        .rows());
        long counted = Access.as(worker, () -> findings.figures(here.lo(), here.hi()))
                .getOrDefault(TOPIC, Map.of())
                .getOrDefault(State.UNDECIDED, new Findings.Figure(0, 0, 0))
                .findings();
        assertThat(counted).isEqualTo(listed.size()).isPositive();
        assertThat(really("finding where topic = %d and state = 5".formatted(TOPIC.id())))
                .as("with the family under protection")
                .isGreaterThan(counted);
    }

    @Test
    void levels_are_counted_without_families_under_protection() {
        Worklist worklist = office.bean(Worklist.class);
        long counted = Access.as(worker, () -> worklist.levels(here.lo(), here.hi())).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(counted).isPositive().isLessThan(really("wellbeing where true"));
    }

    @Test
    void nobody_reads_the_counts_of_another_territory() {
        Findings findings = office.bean(Findings.class);
        assertThat(Access.as(worker, () -> findings.figures(0, 999_999_999)))
                .isEqualTo(Access.as(worker, () -> findings.figures(here.lo(), here.hi())));
        Acting analyst = office.officers()
                .signedIn(office.officers().account(Map.of(Role.MINISTRY_ANALYST, 0), "Талдау Тексеруші"), null);
        assertThat(Access.as(analyst, () -> findings.figures(0, 999_999_999))).isEmpty();
    }
}
