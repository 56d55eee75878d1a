package kz.shanyraq.office.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.matrix.Household;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What people come for, within so many clicks: each with a pointer, with the keyboard alone, and without script.
class JourneysTest extends AtTheOffice {

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void an_officer_signs_in_and_out(Hand.Way way) {
        try (Hand hand = hand(way, null)) {
            Page page = hand.page();
            page.navigate(office.address() + "/families");
            assertThat(page.url()).contains("/sign-in");
            hand.type(page.locator("main [name=login]"), visitors.login(Role.SOCIAL_WORKER));
            hand.type(page.locator("main [name=password]"), TestOfficers.PASSWORD);
            hand.press(page.locator("main form button"));
            assertThat(page.url()).endsWith("/families");
            hand.unfold(page.locator(".who summary"));
            hand.press(page.locator(".who form[action='/sign-out'] button"));
            page.navigate(office.address() + "/families");
            assertThat(page.url()).contains("/sign-in");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void what_a_family_is_entitled_to_is_checked_without_sign_in_in_eight_clicks(Hand.Way way) {
        try (Hand hand = hand(way, null)) {
            Page page = hand.page();
            page.navigate(office.address() + "/sign-in");
            hand.press(page.locator("main a[href='/check']"));
            hand.choose(page.locator("#area"), "35");
            hand.type(page.locator("#adults"), "2");
            hand.type(page.locator("#school"), "2");
            hand.type(page.locator("#babies"), "1");
            hand.type(page.locator("#spouse"), "1");
            hand.tick(page.locator("#citizens"));
            hand.tick(page.locator("#disability"));
            hand.type(page.locator("#steady"), "1");
            hand.type(page.locator("#idle"), "1");
            hand.choose(page.locator("#care"), "child_under_3");
            hand.tick(page.locator("#owned-6"));
            hand.type(page.locator("#income"), "90000");
            hand.press(page.locator("main form button"));
            assertThat(hand.pressed()).isLessThanOrEqualTo(8);
            assertThat(page.url()).endsWith("/check");
            assertThat(page.locator("#likely").innerText()).contains("₸");
            String before = page.locator("#likely").innerText();
            page.locator(".hd .lang [lang=en]").click();
            page.waitForLoadState();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.locator("#likely").innerText()).contains("₸").isNotEqualTo(before);
            if (way == Hand.Way.POINTER) {
                assertThat(PagesTest.violations(page)).as("axe").isEmpty();
                assertThat(Fit.strayWords(page)).isEmpty();
                for (int width : List.of(320, 360, 768, 1360)) {
                    page.setViewportSize(width, 800);
                    assertThat(Fit.tooWide(page))
                            .as("wider than its box at %d", width)
                            .isEmpty();
                }
                Fit.lengthen(page);
                assertThat(Fit.tooWide(page)).as("words 40 % longer").isEmpty();
                page.navigate(office.address() + "/check");
                assertThat(PagesTest.violations(page))
                        .as("axe of the questions")
                        .isEmpty();
                assertThat(Fit.strayWords(page)).isEmpty();
                page.setViewportSize(320, 800);
                assertThat(Fit.tooWide(page))
                        .as("questions wider than their box")
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void a_family_is_found_by_IIN_in_two_clicks(Hand.Way way) {
        try (Hand hand = hand(way, Role.SOCIAL_WORKER)) {
            Page page = hand.page();
            page.navigate(office.address() + "/");
            hand.type(page.locator("#q"), Household.AIGUL.head().iin());
            hand.enter(page.locator("#q"));
            if (!page.url().contains("/families/")) {
                hand.press(page.locator("main a[href^='/families/']").first());
            }
            assertThat(page.locator("main").innerText())
                    .contains(Household.AIGUL.head().lastName(), "Мирас");
            assertThat(hand.pressed()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void todays_most_urgent_family_is_opened_in_one_click(Hand.Way way) {
        try (Hand hand = hand(way, Role.SOCIAL_WORKER)) {
            Page page = hand.page();
            page.navigate(office.address() + "/");
            String first = page.locator("#today .todo li").first().innerText();
            hand.press(page.locator("#today .todo li a").first());
            assertThat(page.url()).contains("/families/").endsWith("#now");
            assertThat(first)
                    .contains(page.locator("#members b").first().innerText().split(" ")[0]);
            assertThat(page.locator("#now").innerText()).isNotBlank();
            assertThat(hand.pressed()).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void level_of_wellbeing_and_its_reasons_are_read_within_two_clicks(Hand.Way way) {
        try (Hand hand = hand(way, Role.SOCIAL_WORKER)) {
            Page page = hand.page();
            page.navigate(office.address() + "/");
            hand.type(page.locator("#q"), Household.AIGUL.head().iin());
            hand.enter(page.locator("#q"));
            if (!page.url().contains("/families/")) {
                hand.press(page.locator("main a[href^='/families/']").first());
            }
            assertThat(hand.pressed()).isLessThanOrEqualTo(2);
            // Level or what it lacks, five scales, the strongest reasons: all without another click.
            assertThat(page.locator("#wellbeing .dots svg").count()).isEqualTo(5);
            assertThat(page.locator("#wellbeing > p, #wellbeing > .srcs li")
                            .first()
                            .innerText())
                    .isNotBlank();
            hand.unfold(page.locator("#wellbeing details.more:not(.nums) > summary"));
            assertThat(page.locator("#wellbeing details.more:not(.nums)").innerText())
                    .contains(": ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void why_a_benefit_is_not_due_is_seen_in_one_click_with_norm_and_source(Hand.Way way) {
        try (Hand hand = hand(way, Role.SOCIAL_WORKER)) {
            Page page = hand.page();
            page.navigate(office.address() + "/families/" + number(Household.AIGUL));
            var refused = page.locator("#rights .ans > li:has(.st[data-tone=neutral])")
                    .first();
            hand.unfold(refused.locator("details.more > summary").first());
            var row = refused.locator("tbody tr").first();
            assertThat(row.locator("td").nth(0).innerText()).containsPattern("\\d\\d\\.\\d\\d\\.\\d{4}");
            assertThat(row.locator("td").nth(1).innerText()).isNotBlank();
            assertThat(hand.pressed()).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void a_finding_is_put_aside_with_a_reason_and_taken_up_again(Hand.Way way) {
        try (Hand hand = hand(way, Role.SOCIAL_WORKER)) {
            Page page = hand.page();
            String pause = office.address() + "/families/" + number(Household.AIGUL) + "/pauses/large_family";
            page.navigate(pause);
            hand.type(
                    page.locator("main [name=until]"),
                    java.time.LocalDate.now().plusMonths(14).toString());
            hand.type(page.locator("main [name=reason]"), "Отбасы ойланады");
            hand.press(page.locator("main form button[value=pause]"));
            assertThat(page.locator("main .errors, main [role=alert]").count()).isPositive();
            assertThat(page.locator("main [name=reason]").inputValue()).isEqualTo("Отбасы ойланады");
            hand.type(
                    page.locator("main [name=until]"),
                    java.time.LocalDate.now().plusMonths(1).toString());
            hand.press(page.locator("main form button[value=pause]"));
            assertThat(page.url()).contains("/families/" + number(Household.AIGUL));
            page.navigate(pause);
            assertThat(page.locator("main [name=reason]").inputValue()).isEqualTo("Отбасы ойланады");
            hand.press(page.locator("main form button[value=end]"));
            page.navigate(pause);
            assertThat(page.locator("main [name=reason]").inputValue()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void an_auditor_sees_in_three_clicks_who_saw_a_family(Hand.Way way) {
        try (Hand worker = hand(Hand.Way.POINTER, Role.SOCIAL_WORKER)) {
            worker.page().navigate(office.address() + "/families/" + number(Household.KULASH));
        }
        try (Hand hand = hand(way, Role.AUDITOR)) {
            Page page = hand.page();
            page.navigate(office.address() + "/");
            assertThat(sections(page)).contains("/admin/log");
            hand.press(page.locator("#menu nav a[href='/admin/log']"));
            hand.type(page.locator("main form.inline [name=family]"), number(Household.KULASH));
            hand.press(page.locator("main form.inline button"));
            assertThat(page.locator("main table").innerText()).contains("Мәдина Оразбаева", number(Household.KULASH));
            assertThat(hand.pressed()).isLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void a_family_elsewhere_is_read_with_a_reason(Hand.Way way) {
        try (Hand hand = hand(way, Role.SOCIAL_WORKER)) {
            Page page = hand.page();
            page.navigate(office.address() + "/families/" + number(Household.FAR));
            assertThat(page.locator("main").innerText())
                    .doesNotContain(Household.FAR.head().lastName());
            page.navigate(office.address() + "/");
            hand.type(page.locator("#q"), Household.FAR.head().iin());
            hand.enter(page.locator("#q"));
            assertThat(page.locator("main").innerText())
                    .doesNotContain(Household.FAR.head().lastName());
            hand.press(page.locator("main a[href^='/permits/new']").first());
            hand.type(page.locator("main [name=reason]"), "Отбасы біздің ауданға көшіп келді");
            hand.press(page.locator("main form button").first());
            if (!page.url().contains("/families/")) {
                hand.press(page.locator("main a[href^='/families/']").first());
            }
            assertThat(page.locator("main").innerText())
                    .contains(Household.FAR.head().lastName());
            assertThat(hand.pressed()).isLessThanOrEqualTo(4);
        } finally {
            office.admin().sql("delete from access.permit").update();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void a_family_under_protection_is_opened_by_two(Hand.Way way) {
        try (Hand worker = hand(way, Role.SOCIAL_WORKER);
                Hand approver = hand(way, Role.SECOND_APPROVER)) {
            String number = number(Household.RESTRICTED);
            Page page = worker.page();
            page.navigate(office.address() + "/permits/break-glass");
            worker.type(page.locator("main [name=family]"), number);
            worker.type(page.locator("main [name=reason]"), "Балаға қауіп төнді, учаскелік инспектор хабарлады");
            worker.press(page.locator("main form button").first());
            page.navigate(office.address() + "/families/" + number);
            assertThat(page.locator("main").innerText())
                    .doesNotContain(Household.RESTRICTED.head().lastName());

            Page second = approver.page();
            second.navigate(office.address() + "/permits");
            approver.press(second.locator("main [name=approved][value=true]").first());
            if (second.url().contains("/sign-in/again")) {
                approver.type(second.locator("main [name=answer]"), TestOfficers.PASSWORD);
                approver.press(second.locator("main form button").first());
                approver.press(
                        second.locator("main [name=approved][value=true]").first());
            }
            page.navigate(office.address() + "/families/" + number);
            assertThat(page.locator("main").innerText())
                    .contains(Household.RESTRICTED.head().lastName());
        } finally {
            office.admin().sql("delete from access.permit").update();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void a_citizen_says_that_something_is_wrong(Hand.Way way) {
        long before = questions();
        try (Hand hand = hand(way, Role.CITIZEN)) {
            Page page = hand.page();
            page.navigate(office.address() + "/my/data");
            hand.press(page.locator("main a[href*='/questions/new']").first());
            hand.type(page.locator("main textarea, main [name=words]").first(), "Бұл дерек дұрыс емес, құжатым бар");
            hand.press(page.locator("main form button").last());
            assertThat(hand.pressed()).isLessThanOrEqualTo(3);
        }
        assertThat(questions()).isEqualTo(before + 1);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void two_persons_are_found_to_be_one_and_parted_again(Hand.Way way) {
        long pair = office.village().pair(Household.AIGUL);
        try (Hand hand = hand(way, Role.SOCIAL_WORKER)) {
            Page page = hand.page();
            page.navigate(office.address() + "/duplicates");
            hand.press(page.locator("main a[href='/duplicates/" + pair + "']").first());
            hand.type(page.locator("main [name=note]"), "Бір адам: құжаттары бірдей");
            hand.press(page.locator("main [name=decision][value=same]"));
            assertThat(hand.pressed()).isLessThanOrEqualTo(3);
            assertThat(state(pair)).isEqualTo("same");
            page.navigate(office.address() + "/duplicates/" + pair);
            hand.type(page.locator("main [name=note]"), "Ана мен баласы: екі адам");
            hand.press(page.locator("main [name=decision][value=undo]"));
            assertThat(state(pair)).isEqualTo("open");
        }
    }

    private String state(long pair) {
        return office.admin()
                .sql("select state from registry.duplicate where id = ?")
                .param(pair)
                .query(String.class)
                .single();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hand.Way.class)
    void an_operator_gives_a_file_and_sees_its_counts(Hand.Way way) throws IOException {
        String work = List.of("pensioner", "none", "self_employed").get(way.ordinal());
        Path file = Files.createTempDirectory("shanyraq").resolve("work.csv");
        Files.writeString(
                file,
                "iin,last_name,first_name,column,value\n%s,%s,%s,work,%s\nnobody,,,work,none\n"
                        .formatted(
                                Household.KULASH.head().iin(),
                                Household.KULASH.head().lastName(),
                                Household.KULASH.head().firstName(),
                                work));
        long before = deliveries();
        try (Hand hand = hand(way, Role.OPERATOR)) {
            Page page = hand.page();
            page.navigate(office.address() + "/intakes");
            hand.press(page.locator("main a[href='/intakes/new']").first());
            page.locator("main [name=files]").setInputFiles(file);
            page.locator("main [name=source]").selectOption("labour");
            hand.press(page.locator("main form button").last());
            assertThat(hand.pressed()).isLessThanOrEqualTo(2);
            for (int look = 0; look < 60 && deliveries() == before; look++) {
                page.waitForTimeout(500);
            }
            page.navigate(office.address() + "/intakes");
            hand.press(page.locator("main table a").first());
            // The office keeps a file under the name of its source.
            assertThat(page.locator("main").innerText()).contains("labour.csv");
            assertThat(page.locator("main #rejects").innerText()).contains("••••••");
        }
    }

    private long deliveries() {
        return office.admin()
                .sql("select count(*) from registry.intake where source = 'labour' and state = 'done'")
                .query(Long.class)
                .single();
    }

    Stream<Arguments> sectionsOfRoles() {
        List<Role> roles = Stream.of(Role.values())
                .filter(role -> role != Role.PROVIDER_STAFF)
                .toList();
        return roles.stream()
                .flatMap(role -> Rotation.of(roles.indexOf(role), List.of(Hand.Way.values())).stream()
                        .map(way -> Arguments.of(role, way)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("sectionsOfRoles")
    void each_section_is_three_clicks_from_a_page_on_a_telephone(Role role, Hand.Way way) {
        BrowserContext browser = Chrome.visitor(360, way != Hand.Way.WITHOUT_SCRIPT);
        try (Hand hand = new Hand(way, browser, visitors.comeIn(browser, role, "kk", "light"))) {
            Page page = hand.page();
            page.navigate(office.address() + "/");
            List<String> sections = sections(page);
            assertThat(sections).isNotEmpty();
            for (String section : sections) {
                page.navigate(office.address() + "/account");
                int before = hand.pressed();
                hand.press(page.locator(".bar a[href='#menu']"));
                hand.press(page.locator("#menu nav a[href='" + section + "']"));
                assertThat(page.url()).isEqualTo(office.address() + section);
                assertThat(hand.pressed() - before).isLessThanOrEqualTo(3);
            }
        }
    }

    List<Role> roles() {
        return Sheet.all(office.village()).stream()
                .map(Sheet::role)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void each_page_leads_to_all_sections(Role role) {
        try (BrowserContext browser = Chrome.visitor(1360, false)) {
            Page page = visitors.comeIn(browser, role, "ru", "light");
            page.navigate(office.address() + "/");
            List<String> sections = sections(page);
            assertThat(sections).isNotEmpty();
            for (Sheet sheet : Sheet.all(office.village())) {
                if (sheet.role() == role) {
                    page.navigate(office.address() + sheet.address());
                    assertThat(sections(page)).as(sheet.called()).isEqualTo(sections);
                }
            }
        }
    }

    private static List<String> sections(Page page) {
        return page.locator("#menu nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private long questions() {
        return office.admin()
                .sql("select count(*) from registry.question")
                .query(Long.class)
                .single();
    }

    private String number(Household family) {
        return office.village().id(family).number();
    }

    private Hand hand(Hand.Way way, @org.jspecify.annotations.Nullable Role role) {
        BrowserContext browser = Chrome.visitor(1360, way != Hand.Way.WITHOUT_SCRIPT);
        return new Hand(way, browser, visitors.comeIn(browser, role, "kk", "light"));
    }
}
