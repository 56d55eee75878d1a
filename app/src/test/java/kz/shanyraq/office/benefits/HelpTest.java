package kz.shanyraq.office.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.ReplyArrived;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.Correction;
import kz.shanyraq.office.registry.Corrections;
import kz.shanyraq.office.registry.DemoData;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.policy.Benefit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// From what was found to what is due, in a village: offer, consent, application, decision by two persons, award,
/// recalculation, appeal.
@Tag("slow")
@OfficeTest
@TestPropertySource(properties = "an.office=of.help")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelpTest {

    private static final String IBAN = "KZ758560000000000001";

    @Autowired
    private DemoData demo;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private Offers offers;

    @Autowired
    private Consents consents;

    @Autowired
    private Applications applications;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Awards awards;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Registry registry;

    @Autowired
    private Corrections corrections;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    @Autowired
    @Qualifier("intakeTransactions")
    private PlatformTransactionManager mass;

    private Acting.Officer worker;
    private Acting.Officer second;
    private Acting.Officer third;

    @BeforeAll
    void village() {
        demo.load(DemoData.Size.VILLAGE, told -> {});
        sweeper.all(null, null, told -> {});
        worker = officers.socialWorker(0);
        second = officers.officer(Role.SECOND_APPROVER, 0);
        third = officers.officer(Role.SECOND_APPROVER, 0);
    }

    private <T> T asWorker(Supplier<T> work) {
        return Access.as(worker, work);
    }

    private <T> T asSecond(Supplier<T> work) {
        return Access.as(second, work);
    }

    private static Void done(Runnable work) {
        work.run();
        return null;
    }

    /// A family that was found to be entitled to something and does not receive it; each asks for another.
    private Subject found(Benefit benefit, int place) {
        return db.sql("""
                        select family_id, person_id from benefits.finding f where until is null and state = 1 and topic = :topic
                            and exists (select from registry.membership m join registry.person p on p.id = m.person_id
                                where m.family_id = f.family_id and m.superseded_by is null and p.birth_date < current_date - interval '19 years')
                        order by family_id, person_id offset :place limit 1
                        """)
                .param("topic", Topic.of(benefit).id())
                .param("place", place)
                .query((row, n) -> new Subject(row.getLong(1), row.getObject(2, Long.class), Topic.of(benefit)))
                .single();
    }

    private long applied(Subject subject) {
        FamilyFile file = asWorker(() -> registry.family(new FamilyId(subject.family()), AsOf.on(LocalDate.now()))
                .orElseThrow());
        Member head = file.head().orElseThrow();
        return asWorker(() -> applications.receive(new Applications.Received(
                subject,
                head.id().value(),
                Applications.Channel.OFFICER,
                null,
                LocalDate.now(),
                IBAN,
                worker.id(),
                null)));
    }

    private long inForce(Subject subject) {
        long application = applied(subject);
        long decision = asWorker(() -> decisions.propose(application, worker.id()));
        asSecond(() -> done(() -> decisions.approve(decision, second.id())));
        return decision;
    }

    private List<Long> payable(long award) {
        return db.sql("""
                        select amount from benefits.payable(benefits.month()) where award_id = :award order by month
                        """).param("award", award).query(Long.class).list();
    }

    @Test
    void yes_by_sms_is_the_consent_and_the_application_and_nothing_is_offered_twice() {
        Subject subject = found(Benefit.TARGETED_ASSISTANCE, 0);
        long offer = asWorker(() -> offers.offer(subject, worker.id()));
        assertThatThrownBy(() -> asWorker(() -> offers.offer(subject, worker.id())))
                .isInstanceOf(Offers.Hindered.class)
                .hasMessageContaining("offered");
        new TransactionTemplate(mass)
                .executeWithoutResult(open -> events.publishEvent(new ReplyArrived(1, 1L, "offer:" + offer, " Иә ")));
        await().untilAsserted(() ->
                assertThat(asWorker(() -> applications.of(subject.family()))).hasSize(1));
        Applications.Application application =
                asWorker(() -> applications.of(subject.family())).getFirst();
        assertThat(application.channel()).isEqualTo(Applications.Channel.CONSENT);
        assertThat(application.state()).isEqualTo("received");
        Consents.Consent consent = asWorker(() -> consents.of(subject.family())).getFirst();
        assertThat(consent.id()).isEqualTo(application.consent());
        assertThat(consent.words())
                .isEqualTo(asWorker(() -> offers.find(offer).orElseThrow().words()));
        assertThat(consent.given().toLocalDate()).isBeforeOrEqualTo(application.receivedOn());
        assertThatThrownBy(() -> asWorker(() -> offers.offer(subject, worker.id())))
                .hasMessageContaining("applied");
        asWorker(() -> consents.withdraw(consent.id(), Consents.Way.OFFICER));
        assertThat(asWorker(
                        () -> applications.find(application.id()).orElseThrow().state()))
                .isEqualTo("withdrawn");
    }

    @Test
    void what_is_neither_yes_nor_no_is_for_a_voice() {
        Subject subject = found(Benefit.LARGE_FAMILY, 0);
        long offer = asWorker(() -> offers.offer(subject, worker.id()));
        new TransactionTemplate(mass)
                .executeWithoutResult(open -> events.publishEvent(new ReplyArrived(2, 2L, "offer:" + offer, "кімсіз")));
        await().untilAsserted(() -> assertThat(
                        asWorker(() -> offers.find(offer).orElseThrow().state()))
                .isEqualTo("call"));
    }

    @Test
    void a_preview_counts_everything_that_was_found_and_a_batch_makes_no_more_than_its_cap() {
        Topic topic = Topic.of(Benefit.HOUSING_ASSISTANCE);
        long all = db.sql("select count(*) from benefits.finding where until is null and state = 1 and topic = :topic")
                .param("topic", topic.id())
                .query(Long.class)
                .single();
        var preview = asWorker(() -> offers.preview(topic, 100_000_000, 999_999_999));
        assertThat(preview.values().stream().mapToLong(n -> n).sum()).isEqualTo(all);
        int batch = asWorker(() -> offers.begin(topic, 100_000_000, 999_999_999, 5, worker.id()));
        assertThat(asWorker(() -> offers.batches(1)).getFirst().taken()).isEqualTo(5);
        var after = asWorker(() -> offers.preview(topic, 100_000_000, 999_999_999));
        assertThat(after.get("offered")).isEqualTo(5);
        offers.daily();
        assertThat(asWorker(() -> offers.batches(1)).getFirst().taken()).isEqualTo(5);
        asWorker(() -> offers.stop(batch, worker.id()));
        offers.daily();
        assertThat(asWorker(() -> offers.batches(1)).getFirst().taken()).isEqualTo(5);
    }

    @Test
    void a_decision_takes_two_persons_becomes_due_month_by_month_and_comes_out_the_same_again() {
        Subject subject = found(Benefit.TARGETED_ASSISTANCE, 1);
        long application = applied(subject);
        long decision = asWorker(() -> decisions.propose(application, worker.id()));
        assertThatThrownBy(() -> asWorker(() -> done(() -> decisions.approve(decision, worker.id()))))
                .hasMessageContaining("second approver");
        assertThatThrownBy(() -> asSecond(() -> done(() -> decisions.approve(decision, worker.id()))))
                .hasMessageContaining("second approver");
        asSecond(() -> done(() -> decisions.approve(decision, second.id())));
        Decisions.Decision made = asWorker(() -> decisions.find(decision).orElseThrow());
        assertThat(made.state()).isEqualTo("in_force");
        assertThat(made.monthly()).isPositive();
        long award = Objects.requireNonNull(made.award());
        assertThat(payable(award)).containsExactly(made.monthly());
        LocalDate month = asWorker(applications::month);
        assertThat(asWorker(() -> awards.months(award))).singleElement().satisfies(months -> {
            assertThat(months.from()).isEqualTo(month);
            assertThat(months.until())
                    .isEqualTo(YearMonth.from(month).plusMonths(3).atDay(1));
        });
        assertThat(asWorker(() -> decisions.replay(decision)).differences()).isEmpty();
        assertThatThrownBy(() -> asSecond(() -> done(() -> decisions.approve(decision, second.id()))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_fact_that_comes_between_two_persons_stops_the_second_one() {
        Subject subject = found(Benefit.TARGETED_ASSISTANCE, 2);
        long application = applied(subject);
        long decision = asWorker(() -> decisions.propose(application, worker.id()));
        leaves(subject);
        assertThatThrownBy(() -> asSecond(() -> done(() -> decisions.approve(decision, second.id()))))
                .isInstanceOf(Decisions.Changed.class);
        asSecond(() -> done(() -> decisions.returnIt(decision, "Состав семьи изменился.")));
        assertThat(asWorker(() -> applications.find(application).orElseThrow().state()))
                .isEqualTo("received");
    }

    /// Somebody of the family is no longer at home: in prison, says an officer with a document.
    private void leaves(Subject subject) {
        FamilyFile file = asWorker(() -> registry.family(new FamilyId(subject.family()), AsOf.on(LocalDate.now()))
                .orElseThrow());
        Member last = file.members().getLast();
        asWorker(() -> done(() -> corrections.correct(
                new Correction(
                        file.id(),
                        last.id(),
                        FactSheet.MEMBERSHIP,
                        "absence",
                        "prison",
                        LocalDate.now().minusDays(1),
                        "Приговор",
                        "№ 1"),
                worker.id())));
    }

    @Test
    void another_fact_gives_another_sum_from_its_month_and_what_was_decided_before_still_comes_out() {
        Subject subject = found(Benefit.TARGETED_ASSISTANCE, 3);
        long decision = inForce(subject);
        long award = Objects.requireNonNull(
                asWorker(() -> decisions.find(decision).orElseThrow()).award());
        long before = payable(award).getFirst();
        assertThat(asWorker(() -> awards.differing(awards.find(award).orElseThrow())))
                .isEmpty();
        leaves(subject);
        List<Long> proposed = asWorker(() -> decisions.recalculate(award, "Состав семьи", "№ 1", worker.id()));
        assertThat(proposed).hasSize(1);
        assertThat(payable(award)).containsExactly(before);
        asSecond(() -> done(() -> decisions.approve(proposed.getFirst(), second.id())));
        Decisions.Decision again =
                asWorker(() -> decisions.find(proposed.getFirst()).orElseThrow());
        assertThat(again.kind()).isEqualTo(Decisions.Kind.RECALCULATE);
        assertThat(again.corrected()).isPositive();
        assertThat(payable(award)).containsExactly(again.monthly());
        assertThat(again.monthly()).isNotEqualTo(before);
        assertThat(asWorker(() -> decisions.replay(decision)).differences()).isEmpty();
        assertThat(asWorker(() -> decisions.replay(again.id())).differences()).isEmpty();
    }

    @Test
    void an_award_ends_by_a_decision_and_is_held_without_one() {
        Subject subject = found(Benefit.TARGETED_ASSISTANCE, 4);
        long award = Objects.requireNonNull(
                asWorker(() -> decisions.find(inForce(subject)).orElseThrow()).award());
        asWorker(() -> awards.hold(award, Awards.Held.SUSPENDED, "Розыск"));
        assertThat(held(award)).isEqualTo("suspended");
        asWorker(() -> awards.release(award));
        assertThat(held(award)).isNull();
        YearMonth month = YearMonth.from(asWorker(applications::month));
        long end = asWorker(() -> decisions.terminate(award, month, "Переезд", "№ 7", worker.id()));
        asSecond(() -> done(() -> decisions.approve(end, second.id())));
        assertThat(payable(award)).containsExactly(0L);
    }

    private @org.jspecify.annotations.Nullable String held(long award) {
        return db.sql("select distinct held from benefits.payable(benefits.month()) where award_id = :award")
                .param("award", award)
                .query(String.class)
                .list()
                .getFirst();
    }

    @Test
    void an_appeal_is_answered_by_somebody_else_and_makes_good_what_was_refused() {
        Subject subject = found(Benefit.TARGETED_ASSISTANCE, 5);
        FamilyFile file = asWorker(() -> registry.family(new FamilyId(subject.family()), AsOf.on(LocalDate.now()))
                .orElseThrow());
        vehicles(file, "6");
        long application = applied(subject);
        long refused = asWorker(() -> decisions.propose(application, worker.id()));
        asSecond(() -> done(() -> decisions.approve(refused, second.id())));
        Decisions.Decision wrong = asWorker(() -> decisions.find(refused).orElseThrow());
        assertThat(wrong.kind()).isEqualTo(Decisions.Kind.REFUSE);
        assertThat(wrong.unmet()).isNotEmpty();
        long head = file.head().orElseThrow().id().value();
        String condition = wrong.steps().stream()
                .filter(step -> step.value().equals("unmet"))
                .findFirst()
                .orElseThrow()
                .name();
        long appeal = asWorker(() -> appeals.make(refused, condition, "Машины у нас нет, продали.", head, worker.id()));
        assertThatThrownBy(() -> asSecond(() -> appeals.answer(appeal, true, "Продана", second.id())))
                .hasMessageContaining("took part");
        Access.as(third, () -> appeals.answer(appeal, true, "Продана до заявления, договор № 5.", third.id()));
        assertThatThrownBy(() -> asWorker(() -> appeals.correct(appeal, "№ 5", worker.id())))
                .hasMessageContaining("says the same");
        vehicles(file, "0");
        long right = asWorker(() -> appeals.correct(appeal, "№ 5", worker.id()));
        Access.as(third, () -> done(() -> decisions.approve(right, third.id())));
        Decisions.Decision made = asWorker(() -> decisions.find(right).orElseThrow());
        assertThat(made.kind()).isEqualTo(Decisions.Kind.CORRECT);
        assertThat(payable(Objects.requireNonNull(made.award()))).containsExactly(made.monthly());
        assertThat(asWorker(() -> appeals.find(appeal).orElseThrow()).correctedBy())
                .isEqualTo(right);
        assertThat(asWorker(() -> decisions.replay(refused)).differences()).isEmpty();
    }

    private void vehicles(FamilyFile file, String cars) {
        asWorker(() -> done(() -> corrections.correct(
                new Correction(
                        file.id(),
                        null,
                        FactSheet.VEHICLES,
                        "cars",
                        cars,
                        LocalDate.now().minusDays(30),
                        "Реестр транспорта",
                        "№ 5"),
                worker.id())));
    }

    @Test
    void officers_of_other_places_and_roles_without_names_see_none_of_it() {
        Subject subject = found(Benefit.TARGETED_ASSISTANCE, 6);
        long decision = inForce(subject);
        for (Acting stranger : List.of(
                officers.socialWorker(790000000),
                officers.officer(Role.MINISTRY_ANALYST, 0),
                officers.officer(Role.CAREER_SPECIALIST, 0),
                officers.officer(Role.OPERATOR, 0))) {
            assertThat(Access.as(stranger, () -> decisions.find(decision))).isEmpty();
            assertThat(Access.as(stranger, () -> applications.of(subject.family())))
                    .isEmpty();
            assertThat(Access.as(stranger, () -> awards.of(subject.family()))).isEmpty();
        }
    }

    @Test
    void a_citizen_sees_and_answers_only_what_the_citizen_was_asked() {
        Subject subject = found(Benefit.TARGETED_ASSISTANCE, 7);
        long offer = asWorker(() -> offers.offer(subject, worker.id()));
        long asked = asWorker(() -> offers.find(offer).orElseThrow()).asked();
        Acting.Citizen citizen = officers.citizen(asked, subject.family());
        assertThat(Access.as(citizen, () -> offers.of(subject.family()))).hasSize(1);
        Acting.Citizen stranger = officers.citizen(
                asked + 1_000_000, found(Benefit.TARGETED_ASSISTANCE, 8).family());
        assertThat(Access.as(stranger, () -> offers.answer(offer, true, Consents.Way.PAGE, null)))
                .isEmpty();
        long application = Access.as(citizen, () -> offers.answer(offer, true, Consents.Way.PAGE, null))
                .orElseThrow();
        assertThat(Access.as(citizen, () -> applications.find(application))).isPresent();
        assertThat(Access.as(stranger, () -> applications.find(application))).isEmpty();
        assertThatThrownBy(() -> Access.as(citizen, () -> decisions.propose(application, worker.id())))
                .isInstanceOf(RuntimeException.class);
    }
}
