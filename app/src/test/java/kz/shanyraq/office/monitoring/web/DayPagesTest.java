package kz.shanyraq.office.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.benefits.Pauses;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.benefits.Way;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.Families;
import kz.shanyraq.policy.Fact;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The week strip of the first page: every number is what its day lists, for the officer who looks.
@OfficeTest
class DayPagesTest {

    private static final int HERE = 356_400_000;
    private static final Topic HOUSING = Topic.of("housing_assistance").orElseThrow();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private Families families;

    @Autowired
    private Visits visits;

    @Autowired
    private Pauses pauses;

    private final LocalDate today = LocalDate.now(Looks.ZONE);

    private String page(Acting acting, String address) throws Exception {
        String html = mvc.perform(get(address).with(officers.page(acting)).cookie(new Cookie("lang", "en")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    private void plan(Acting acting, Families.Known family, LocalDate day) {
        Access.as(acting, () -> {
            visits.plan(family.id().value(), family.kato(), Way.BY_FAMILY, Fact.WATER, List.of(HOUSING), day);
            return true;
        });
    }

    @Test
    void each_number_of_the_week_opens_as_many_records() throws Exception {
        var worker = officers.socialWorker(HERE);
        var alone = families.alone(HERE, "Күнтізбекова", "Айша", "1950-01-01");
        var other = families.alone(HERE, "Күнтізбекова", "Бибі", "1951-01-01");
        plan(worker, alone, today.plusDays(3));
        plan(worker, other, today.plusDays(3));
        Access.as(worker, () -> {
            pauses.pause(
                    alone.id().value(), new Pauses.Pause(HOUSING, today.plusDays(4), "ойланамын дейді"), worker.id());
            return true;
        });
        String home = page(worker, "/");
        assertThat(home)
                .contains("/day/" + today.plusDays(3) + "#visits", "/day/" + today.plusDays(4) + "#pauses")
                .doesNotContain("/day/" + today.plusDays(5) + "#visits");
        assertThat(page(worker, "/day/" + today.plusDays(3)))
                .contains("Айша", "Бибі", "Is there running water in the house?");
        assertThat(page(worker, "/day/" + today.plusDays(4))).contains("Айша").doesNotContain("Бибі");
        assertThat(page(worker, "/day/" + today.plusDays(5))).contains("Nothing falls on this day");
    }

    @Test
    void a_plan_of_a_day_gone_by_stands_under_today() throws Exception {
        var worker = officers.socialWorker(HERE);
        var late = families.alone(HERE, "Кешіккенова", "Гүл", "1949-01-01");
        plan(worker, late, today.minusDays(3));
        assertThat(page(worker, "/")).contains("/day/" + today + "#visits");
        assertThat(page(worker, "/day/" + today)).contains("Гүл", "was planned for");
    }

    @Test
    void the_plans_of_others_are_not_in_ones_own_week_and_another_territory_sees_nothing() throws Exception {
        var worker = officers.socialWorker(HERE);
        var colleague = officers.socialWorker(HERE);
        var stranger = officers.socialWorker(357_000_000);
        var family = families.alone(HERE, "Бөлекова", "Нұр", "1948-01-01");
        plan(worker, family, today.plusDays(6));
        assertThat(page(colleague, "/day/" + today.plusDays(6))).doesNotContain("Нұр");
        assertThat(page(colleague, "/visits/planned?day=" + today.plusDays(6))).contains("Нұр");
        assertThat(page(stranger, "/visits/planned?day=" + today.plusDays(6))).doesNotContain("Нұр");
        assertThat(Access.as(stranger, () -> visits.planned(family.id().value())))
                .isEmpty();
        assertThat(Access.as(
                        officers.citizen(
                                family.persons().values().iterator().next().value(),
                                family.id().value()),
                        () -> visits.planned(family.id().value())))
                .as("an officer's plan is no page of the family")
                .isEmpty();
    }

    @Test
    void a_day_that_is_none_is_not_there() throws Exception {
        mvc.perform(get("/day/2026-02-31").with(officers.page(officers.socialWorker(HERE))))
                .andExpect(status().isNotFound());
    }
}
