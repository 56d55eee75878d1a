package kz.shanyraq.office.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeDatabase;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.DemoData;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// The page of the sweep: an operator starts it, stops it and goes on with it; others look.
@Tag("slow")
@OfficeTest
@TestPropertySource(properties = "an.office=of.sweep.pages")
@DirtiesContext
@Import(SweepPagesTest.SmallParts.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SweepPagesTest {

    private static final long PATIENCE = 60_000_000_000L;

    /// Small parts, so that there is a middle to stop in.
    @TestConfiguration
    static class SmallParts {
        @Bean
        @Primary
        Sweeper smallParts(@Qualifier("intakeDataSource") DataSource source, OfficeDatabase database) {
            return new Sweeper(source, database.data().path(), 1);
        }
    }

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private DemoData demo;

    @Autowired
    private Sweeps sweeps;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    private Acting.@org.jspecify.annotations.Nullable Officer operator;

    private Acting.Officer operator() {
        if (operator == null) {
            operator = officers.officer(Role.OPERATOR, 0);
        }
        return operator;
    }

    private String page(Acting acting) throws Exception {
        return mvc.perform(get("/sweep").with(officers.page(acting)).cookie(new Cookie("lang", "en")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String press(String button) throws Exception {
        return String.valueOf(mvc.perform(
                        post("/sweep/" + button).with(officers.page(operator())).with(csrf()))
                .andExpect(redirectedUrl("/sweep"))
                .andReturn()
                .getFlashMap()
                .get("flash"));
    }

    private void until(BooleanSupplier so) throws InterruptedException {
        long began = System.nanoTime();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime() - began).as("patience").isLessThan(PATIENCE);
            Thread.sleep(5);
        }
    }

    private Sweep latest() {
        return db.sql(Sweeper.REPORTS + "order by id desc limit 1")
                .query(Sweep.class)
                .single();
    }

    private boolean idle() {
        return !sweeps.asked() && !sweeps.works();
    }

    @Test
    @Order(1)
    void without_any_register_the_page_says_why_it_does_not_begin() throws Exception {
        assertThat(page(operator())).contains("There was no sweep yet", "action=\"/sweep/start\"");
        assertThat(press("start")).contains("benefits.sweep.refused.no_facts");
    }

    @Test
    @Order(2)
    void a_sweep_is_started_stopped_and_gone_on_with() throws Exception {
        demo.load(DemoData.Size.VILLAGE, told -> {});
        until(this::idle);
        assertThat(press("start")).contains("benefits.sweep.started");
        assertThat(press("start")).contains("benefits.sweep.refused.works");
        until(() -> db.sql("select coalesce(max(assessed), 0) > 0 from benefits.sweep where delivery is null")
                .query(Boolean.class)
                .single());
        assertThat(page(operator())).contains("At work", "action=\"/sweep/stop\"", "families a second", "Time left");
        assertThat(press("stop")).contains("benefits.sweep.stopping");
        until(this::idle);
        Sweep stopped = latest();
        assertThat(stopped.state()).isEqualTo("stopped");
        assertThat(stopped.left()).isPositive();
        assertThat(stopped.assessed() + stopped.left()).isEqualTo(stopped.families());
        String page = page(operator());
        assertThat(page)
                .contains("Stopped", "Go on", "%d of %d families".formatted(stopped.assessed(), stopped.families()));
        assertThat(press("start")).contains("benefits.sweep.started");
        until(this::idle);
        Sweep done = latest();
        assertThat(done.id()).isEqualTo(stopped.id());
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.assessedBefore()).isEqualTo(stopped.assessed());
        assertThat(done.left()).isZero();
        assertThat(done.found()).isEqualTo(done.added() + done.changed() + done.same());
        assertThat(done.officer()).isEqualTo(operator().id());
        assertThat(page(operator())).contains("No sweep works now", "Асель Т. (operator)");
    }

    @Test
    @Order(3)
    void what_a_sweep_counted_is_published_at_its_end() throws Exception {
        until(() -> db.sql("select count(*) from registry.figure where measure = 'wellbeing' and kato = 0")
                        .query(Long.class)
                        .single()
                == Publication.LEVEL_CATEGORIES.size() + 1L);
    }

    @Test
    @Order(4)
    void a_sweep_whose_program_ended_is_said_to_be_interrupted_and_is_gone_on_with() throws Exception {
        int id = db.sql("""
                        insert into benefits.sweep (month, facts_on, known, editions)
                        select month, facts_on, known, '{}' from benefits.sweep order by id desc limit 1 returning id
                        """).query(Integer.class).single();
        assertThat(page(operator())).contains("Interrupted", "Go on");
        press("start");
        until(this::idle);
        assertThat(latest().id()).isEqualTo(id);
        assertThat(latest().state()).isEqualTo("done");
        assertThat(latest().same()).isEqualTo(latest().found());
    }

    @Test
    @Order(5)
    void who_counts_looks_and_has_no_buttons_and_others_do_not_look() throws Exception {
        for (Role role : new Role[] {Role.MINISTRY_ANALYST, Role.SOCIAL_WORKER}) {
            Acting looking = officers.officer(role, 0);
            assertThat(page(looking))
                    .contains("The latest sweeps")
                    .doesNotContain("/sweep/start", "Асель Т. (operator)");
            mvc.perform(post("/sweep/start").with(officers.page(looking)).with(csrf()))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/sweep/stop").with(officers.page(looking)).with(csrf()))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/sweep").with(officers.page(officers.officer(Role.AUDITOR, 0))))
                .andExpect(status().isForbidden());
        assertThat(Objects.requireNonNull(latest().closedAt())).isAfter(latest().openedAt());
    }
}
