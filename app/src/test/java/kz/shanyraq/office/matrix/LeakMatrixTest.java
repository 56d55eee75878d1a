package kz.shanyraq.office.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Role × territory × way: every page and form of the running office is asked by everybody about every family that they
/// may not see, and nothing of that family
/// may stand in any answer: body, headers, redirect, title. A new page is walked by itself; one that the walker cannot
/// ask fails the test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakMatrixTest {

    /// Where the number of a family that is not under protection may stand, for whom: an exact hit elsewhere asks for a
    /// reason; one's own permits; the log.
    private static final Map<String, Set<Role>> NUMBERS_ALLOWED = Map.of(
            "/search", Set.of(Role.SOCIAL_WORKER, Role.CAREER_SPECIALIST, Role.SECOND_APPROVER),
            "/permits", Set.of(Role.SOCIAL_WORKER, Role.CAREER_SPECIALIST, Role.SECOND_APPROVER),
            "/admin/log", Set.of(Role.AUDITOR));

    /// Where a request or its history may name the number of a family under protection too.
    private static final Map<String, Set<Role>> PROTECTED_NUMBERS_ALLOWED = Map.of(
            "/permits", Set.of(Role.SECOND_APPROVER),
            "/admin/log", Set.of(Role.AUDITOR));

    private RunningOffice office;
    private List<Actor> actors;
    private List<Handler> handlers;
    private final Map<String, Map<String, Cell>> cells = new TreeMap<>();

    /// A cell of the table: how many answers were looked at, and with which status.
    private static final class Cell {
        private int answers;
        private final Map<Integer, Integer> statuses = new TreeMap<>();
    }

    @BeforeAll
    void open() {
        office = RunningOffice.shared();
        actors = Actor.all(office);
        handlers = Handler.all(office.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    }

    Stream<Actor> actors() {
        return actors.stream();
    }

    Stream<Actor> namedOfficers() {
        return actors.stream().filter(actor -> actor.role().named());
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("actors")
    void no_page_shows_anything_of_another_family(Actor actor) {
        var visit = new Visit(office.address(), actor.login());
        var leaks = new ArrayList<String>();
        for (Handler handler : handlers) {
            if (!handler.post()) {
                Set<String> asked = new LinkedHashSet<>();
                for (Household family : Household.values()) {
                    for (String address : handler.addresses(office.village(), family)) {
                        if (asked.add(address)) {
                            Visit.Answer answer = visit.get(address);
                            count(actor, handler, answer);
                            look(actor, handler, address, answer, leaks);
                        }
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Order(2)
    @ParameterizedTest(name = "{0}")
    @MethodSource("namedOfficers")
    void a_family_under_protection_answers_as_if_it_did_not_exist(Actor actor) {
        var visit = new Visit(office.address(), actor.login());
        for (Handler handler : handlers) {
            if (!handler.post() && handler.concernsFamilies()) {
                List<String> restricted = handler.addresses(office.village(), Household.RESTRICTED);
                for (String address : restricted) {
                    String nowhere = Nowhere.instead(address, office.village(), Household.RESTRICTED);
                    assertThat(Nowhere.leveled(visit.get(address), address))
                            .as("%s at %s and at %s", actor, address, nowhere)
                            .isEqualTo(Nowhere.leveled(visit.get(nowhere), nowhere));
                }
            }
        }
    }

    @Order(3)
    @ParameterizedTest(name = "{0}")
    @MethodSource("actors")
    void no_form_shows_anything_of_another_family_or_opens_it(Actor actor) {
        var visit = new Visit(office.address(), actor.login());
        var leaks = new ArrayList<String>();
        for (Handler handler : handlers) {
            if (handler.post()) {
                Set<String> asked = new LinkedHashSet<>();
                for (Household family : actor.mustNotSee()) {
                    String address = handler.addresses(office.village(), family).getFirst();
                    Map<String, String> form = handler.form(office.village(), family);
                    if (!asked.add(address + form)) {
                        continue;
                    }
                    Visit.Answer answer = visit.post(address, form);
                    count(actor, handler, answer);
                    String sent = address + " " + form;
                    look(actor, handler, sent, answer, leaks);
                    String next = answer.location();
                    if (next.startsWith("/") && !next.startsWith("/sign-in")) {
                        look(actor, handler, sent, visit.get(next), leaks);
                    }
                    forgetPermits();
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @AfterAll
    void print() throws IOException {
        String page = report();
        System.out.println(page);
        if (Boolean.getBoolean("approve")) {
            Files.writeString(Path.of(System.getProperty("shanyraq.root", ".."), "docs", "leak-matrix.md"), page);
        }
    }

    private void look(Actor actor, Handler handler, String sent, Visit.Answer answer, List<String> leaks) {
        String said = java.net.URLDecoder.decode(
                sent.replace("%", "%25").replace("+", " ").replace("%25", "%"),
                java.nio.charset.StandardCharsets.UTF_8);
        for (Household family : actor.mustNotSee()) {
            boolean numbers =
                    !allowed(family.restricted() ? PROTECTED_NUMBERS_ALLOWED : NUMBERS_ALLOWED, handler, actor);
            Sight.of(answer.all(), family, office.village(), numbers, new LinkedHashSet<>(List.of(sent, said)))
                    .ifPresent(mark -> leaks.add("%s sees %s of %s at %s %s (%d)"
                            .formatted(actor, mark, family, handler, sent, answer.status())));
        }
        if (answer.status() >= 500) {
            leaks.add("%s: %s %s answers %d".formatted(actor, handler, sent, answer.status()));
        }
    }

    private static boolean allowed(Map<String, Set<Role>> where, Handler handler, Actor actor) {
        return !actor.login().isEmpty()
                && where.entrySet().stream()
                        .anyMatch(entry -> handler.pattern().startsWith(entry.getKey())
                                && entry.getValue().contains(actor.role()));
    }

    /// Takes back the permits that walking gave, so that the families stay closed.
    private void forgetPermits() {
        office.admin()
                .sql("delete from access.permit where reason <> 'Отбасы көшіп келеді деп хабарлады'")
                .update();
    }

    private void count(Actor actor, Handler handler, Visit.Answer answer) {
        Cell cell = cells.computeIfAbsent(actor.called(), any -> new TreeMap<>())
                .computeIfAbsent(handler.kind(), any -> new Cell());
        cell.answers++;
        cell.statuses.merge(answer.status(), 1, Integer::sum);
    }

    private String report() {
        Set<String> kinds = cells.values().stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        var page = new StringBuilder("""
                # The leak matrix

                Everybody asks every page and form of the office about every family of the test village: of the own district, of the next district, of another
                region, under protection, with a live permit, with one that has run out. Nothing of a family that the asker may not see may stand in an answer:
                not in the body, the headers, a redirect, or the title. `LeakMatrixTest` walks all pages that the running office has, so a new page joins by itself;
                `StatementsLeakNothingTest` does the same with every table, view and function of the database, `SlippedInStatementsTest` with statements that
                somebody slips into a page's transaction.

                A cell says how many answers were looked at, by their status: 200 shown, 302 and 303 sent elsewhere (nobody: to sign in), 403 no right, 404 not there.
                No answer showed anything that it must not.

                """);
        page.append("| who | ")
                .append(String.join(" | ", kinds))
                .append(" | answers |\n|---|")
                .append("---|".repeat(kinds.size()))
                .append("---:|\n");
        int all = 0;
        for (var row : cells.entrySet()) {
            int sum = 0;
            page.append("| ").append(row.getKey());
            for (String kind : kinds) {
                Cell cell = row.getValue().get(kind);
                page.append(" | ")
                        .append(
                                cell == null
                                        ? "–"
                                        : cell.statuses.entrySet().stream()
                                                .map(status -> status.getKey() + ": " + status.getValue())
                                                .collect(Collectors.joining(", ")));
                sum += cell == null ? 0 : cell.answers;
            }
            page.append(" | ").append(sum).append(" |\n");
            all += sum;
        }
        page.append("\n%d answers of %d pages and forms, asked by %d.%n".formatted(all, handlers.size(), cells.size()));
        page.append("\nPages and forms walked:\n\n");
        handlers.forEach(handler -> page.append("* `")
                .append(handler)
                .append("` (")
                .append(handler.kind())
                .append(")\n"));
        return page.toString();
    }
}
