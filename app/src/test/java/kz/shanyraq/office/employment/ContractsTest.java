package kz.shanyraq.office.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.Families;
import kz.shanyraq.office.registry.PersonId;
import kz.shanyraq.office.registry.Registry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Social contracts, from the decision that wants one to their end.
@OfficeTest
@RecordApplicationEvents
class ContractsTest {

    private static final int HERE = 634_800_000;
    private static final int ELSEWHERE = 354_800_000;
    private static final String WORDS = "Отбасымен сөйлестік";

    @Autowired
    private Promised promised;

    @Autowired
    private Contracts contracts;

    @Autowired
    private ContractOffers offers;

    @Autowired
    private Obligations obligations;

    @Autowired
    private Duties duties;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Registry registry;

    @Autowired
    private Families families;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationEvents events;

    private static LocalDate today() {
        return LocalDate.now(Looks.ZONE);
    }

    private Acting.Officer centre() {
        return officers.officer(Role.CAREER_SPECIALIST, HERE);
    }

    private Contract read(Acting acting, long contract) {
        return Access.as(acting, () -> contracts.find(contract)).orElseThrow();
    }

    private static Map<PersonId, Standing> standings(Contract contract) {
        return contract.parties().stream().collect(Collectors.toMap(Contract.Party::person, Contract.Party::standing));
    }

    private static Contract.Party party(Contract contract, PersonId person) {
        return contract.parties().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /// A contract that Askar has signed on paper, with his duty to register.
    private long signed(Families.Known family, Acting.Officer centre) {
        long contract = promised.offered(family);
        assertThat(Access.<Boolean>as(
                        centre,
                        () -> signatures.onPaper(contract, family.person("Асқар"), today(), "17-А", centre.id())))
                .isTrue();
        return contract;
    }

    @Test
    void a_decision_on_condition_is_answered_by_one_contract_with_the_duties_that_the_law_names() {
        Families.Known family = promised.family(HERE);
        Promised.Wanted wanted = promised.wanted(family);
        long id = offers.wanted(wanted);
        assertThat(offers.wanted(wanted)).as("told twice").isEqualTo(id);
        Contract contract = read(officers.socialWorker(HERE), id);
        assertThat(contract.state()).isEqualTo(ContractState.OFFERED);
        assertThat(contract.from()).isEqualTo(wanted.from());
        assertThat(contract.until()).isEqualTo(wanted.until());
        assertThat(standings(contract).values())
                .containsExactlyInAnyOrder(
                        Standing.DUTY, Standing.EXEMPT, Standing.EXEMPT, Standing.EXEMPT, Standing.EXEMPT);
        assertThat(party(contract, family.person("Асқар")).standing()).isEqualTo(Standing.DUTY);
        assertThat(party(contract, family.person("Дана")).ground()).isEqualTo(Ground.CARER);
        assertThat(party(contract, family.person("Нұрлан")).ground()).isEqualTo(Ground.STUDY_OR_WORK);
        assertThat(party(contract, family.person("Зере")).ground()).isEqualTo(Ground.NOT_ABLE);
        assertThat(contract.duties())
                .singleElement()
                .satisfies(duty -> assertThat(duty.kind()).isEqualTo(DutyKind.REGISTER))
                .satisfies(duty -> assertThat(duty.person()).isEqualTo(family.person("Асқар")))
                .satisfies(duty -> assertThat(duty.due()).isAfter(today()));
        assertThat(Access.as(officers.socialWorker(HERE), () -> contracts.live(family.id(), wanted.until())))
                .isPresent();
        assertThat(Access.as(
                        officers.socialWorker(HERE),
                        () -> contracts.live(family.id(), wanted.until().plusDays(1))))
                .isEmpty();
    }

    @Test
    void of_two_carers_one_is_exempt_and_who_is_not_known_is_not_taken_for_able() {
        Families.Known family = promised.family(HERE);
        int told = families.delivery("2025-02-05");
        PersonId second = promised.grown(
                family.id().value(),
                HERE,
                told,
                "Гүлім",
                "1972-02-02",
                "f",
                "parent",
                "none",
                "none",
                "elderly",
                "none");
        PersonId unknown =
                families.person(family.id().value(), HERE, told, "Жұмабай", "Ерік", null, "1970-03-03", "m", "parent");
        Acting worker = officers.socialWorker(HERE);
        var household = Access.as(
                        worker, () -> registry.household(family.id(), YearMonth.now(Looks.ZONE), AsOf.on(today())))
                .orElseThrow();
        int[] before = household.columns().firstPerson.clone();
        Map<PersonId, Standing> standings = obligations.of(household).stream()
                .collect(Collectors.toMap(one -> one.member().id(), Obligations.Obligation::standing));
        assertThat(household.columns().firstPerson)
                .as("the columns are as they were")
                .isEqualTo(before);
        assertThat(List.of(standings.get(family.person("Дана")), standings.get(second)))
                .containsExactlyInAnyOrder(Standing.EXEMPT, Standing.DUTY);
        assertThat(standings.get(unknown)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void the_event_of_a_decision_makes_the_contract_and_a_longer_decision_goes_on_with_it() {
        Families.Known family = promised.family(HERE);
        Promised.Wanted wanted = promised.wanted(family);
        new TransactionTemplate(transactions).executeWithoutResult(status -> publisher.publishEvent(wanted));
        Acting worker = officers.socialWorker(HERE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Access.as(worker, () -> contracts.of(family.id())).isEmpty());
        long id = Access.as(worker, () -> contracts.of(family.id())).getFirst().id();
        var longer = new Promised.Wanted(
                family.id(),
                List.of(),
                wanted.decision() + "-2",
                wanted.from(),
                wanted.until().plusMonths(1));
        assertThat(offers.wanted(longer)).isEqualTo(id);
        assertThat(read(worker, id).until()).isEqualTo(longer.until());
        assertThat(offers.noLongerWanted(longer.decision(), today(), WORDS)).isTrue();
        assertThat(read(worker, id).state()).isEqualTo(ContractState.ENDED);
    }

    @Test
    void nobody_signs_before_duties_are_written_and_nobody_signs_for_another() {
        Families.Known family = promised.family(HERE);
        int told = families.delivery("2025-02-05");
        PersonId sister = promised.grown(
                family.id().value(),
                HERE,
                told,
                "Айша",
                "1995-02-02",
                "f",
                "other",
                "none",
                "temporary",
                "none",
                "none");
        long id = promised.offered(family);
        Acting.Officer centre = centre();
        assertThat(party(read(centre, id), sister).standing()).isEqualTo(Standing.DUTY);
        assertThat(read(centre, id).unready()).isTrue();
        Acting askar =
                officers.citizen(family.person("Асқар").value(), family.id().value());
        assertThat(Access.<Boolean>as(askar, () -> signatures.onPage(id, family.person("Асқар"))))
                .isFalse();
        assertThat(Access.<Boolean>as(
                        centre, () -> duties.add(id, sister, DutyKind.TRAINING, "Тігін курсы", today().plusDays(20))))
                .isTrue();
        assertThat(Access.<Boolean>as(askar, () -> signatures.onPage(id, sister)))
                .isFalse();
        assertThat(Access.<Boolean>as(askar, () -> signatures.onPage(id, family.person("Асқар"))))
                .isTrue();
        assertThat(read(centre, id).state()).isEqualTo(ContractState.OFFERED);
        assertThat(Access.<Boolean>as(centre, () -> signatures.onPaper(id, sister, today(), "18", centre.id())))
                .isTrue();
        Contract contract = read(centre, id);
        assertThat(contract.state()).isEqualTo(ContractState.RUNNING);
        assertThat(contract.signedOn()).isEqualTo(today());
        assertThat(party(contract, sister).how()).isEqualTo("paper");
    }

    @Test
    void a_duty_is_done_with_a_proof_and_missed_only_after_its_day() {
        Families.Known family = promised.family(HERE);
        Acting.Officer centre = centre();
        long id = signed(family, centre);
        long duty = read(centre, id).duties().getFirst().id();
        Supplier<Boolean> misses = () -> duties.say(id, duty, DutyState.MISSED, null, WORDS, centre.id());
        assertThat(Access.as(centre, misses)).as("before its day").isFalse();
        promised.pass(id);
        assertThat(read(centre, id).duties().getFirst().overdue(today())).isTrue();
        assertThat(Access.as(centre, misses)).isTrue();
        assertThat(Access.<Boolean>as(
                        centre, () -> duties.say(id, duty, DutyState.DONE, "document", "Анықтама № 5", centre.id())))
                .isTrue();
        assertThat(read(centre, id).duties().getFirst().said())
                .extracting(Contract.Word::state)
                .containsExactly(DutyState.DONE, DutyState.MISSED);
        assertThat(Access.<Boolean>as(centre, () -> duties.plan(id, family.person("Асқар"), today(), WORDS)))
                .isTrue();
        long step = read(centre, id).steps().getFirst().id();
        assertThat(Access.<Boolean>as(centre, () -> duties.taken(id, step))).isTrue();
        assertThat(read(centre, id).steps().getFirst().doneOn()).isEqualTo(today());
    }

    @Test
    void a_contract_ends_as_broken_by_two_persons_and_the_law_reads_it() {
        Families.Known family = promised.family(HERE);
        Acting.Officer centre = centre();
        Acting.Officer second = officers.officer(Role.SECOND_APPROVER, HERE);
        long id = signed(family, centre);
        Contract contract = read(centre, id);
        long duty = contract.duties().getFirst().id();
        Supplier<Boolean> warns = () -> breaches.warn(contract, false, WORDS, today().minusDays(1), centre.id());
        assertThat(Access.as(centre, warns)).as("nothing was missed").isFalse();
        promised.pass(id);
        Access.as(centre, () -> duties.say(id, duty, DutyState.MISSED, null, WORDS, centre.id()));
        assertThat(Access.as(centre, warns)).isTrue();
        assertThat(Access.as(centre, warns)).as("one warning at a time").isFalse();
        Supplier<Boolean> ends = () -> breaches.decide(contract, true, WORDS, second.id());
        assertThat(Access.as(second, ends)).as("nobody proposed it").isFalse();
        assertThat(Access.<Boolean>as(centre, () -> breaches.propose(contract, WORDS, centre.id())))
                .isTrue();
        assertThat(Access.<Boolean>as(centre, () -> breaches.decide(contract, true, WORDS, centre.id())))
                .as("who proposed it does not decide")
                .isFalse();
        assertThat(Access.as(second, ends)).isTrue();
        assertThat(read(centre, id).state()).isEqualTo(ContractState.BROKEN);
        assertThat(events.stream(ContractBroken.class)).contains(new ContractBroken(id, family.id(), today()));
        var household = Access.as(
                        second, () -> registry.household(family.id(), YearMonth.now(Looks.ZONE), AsOf.on(today())))
                .orElseThrow();
        assertThat(household.columns().contractBrokenOn[0]).isEqualTo(Math.toIntExact(today().toEpochDay()));
    }

    @Test
    void who_refuses_before_signing_has_refused_work_and_broken_nothing() {
        Families.Known family = promised.family(HERE);
        Acting.Officer centre = centre();
        Acting.Officer second = officers.officer(Role.SECOND_APPROVER, HERE);
        long id = promised.offered(family);
        Contract contract = read(centre, id);
        assertThat(Access.<Boolean>as(
                        centre, () -> breaches.warn(contract, true, WORDS, today().minusDays(1), centre.id())))
                .isTrue();
        Access.as(centre, () -> breaches.propose(contract, WORDS, centre.id()));
        assertThat(Access.<Boolean>as(second, () -> breaches.decide(contract, true, WORDS, second.id())))
                .isTrue();
        assertThat(read(centre, id).state()).isEqualTo(ContractState.ENDED);
        var columns = Access.as(
                        second, () -> registry.household(family.id(), YearMonth.now(Looks.ZONE), AsOf.on(today())))
                .orElseThrow()
                .columns();
        assertThat(columns.refusedWorkOn[0]).isEqualTo(Math.toIntExact(today().toEpochDay()));
    }

    @Test
    void the_family_has_its_time_to_answer_and_a_warning_can_be_withdrawn() {
        Families.Known family = promised.family(HERE);
        Acting.Officer centre = centre();
        long id = promised.offered(family);
        Contract contract = read(centre, id);
        Access.as(centre, () -> breaches.warn(contract, true, WORDS, today(), centre.id()));
        assertThat(Access.<Boolean>as(centre, () -> breaches.propose(contract, WORDS, centre.id())))
                .as("today it may still answer")
                .isFalse();
        assertThat(Access.<Boolean>as(centre, () -> breaches.withdraw(contract, WORDS, centre.id())))
                .isTrue();
        assertThat(read(centre, id).open()).isNull();
    }

    @Test
    void contracts_begin_and_end_with_their_days() {
        Families.Known family = promised.family(HERE);
        Acting.Officer centre = centre();
        LocalDate from = today().plusDays(1);
        long id = offers.wanted(
                new Promised.Wanted(family.id(), List.of(), "later-" + family.id(), from, from.plusDays(9)));
        Access.as(centre, () -> signatures.onPaper(id, family.person("Асқар"), today(), "19", centre.id()));
        assertThat(read(centre, id).state()).isEqualTo(ContractState.SIGNED);
        offers.turn(from);
        assertThat(read(centre, id).state()).isEqualTo(ContractState.RUNNING);
        long duty = read(centre, id).duties().getFirst().id();
        Access.as(centre, () -> duties.say(id, duty, DutyState.DONE, "register", WORDS, centre.id()));
        offers.turn(from.plusDays(9));
        assertThat(read(centre, id).state()).as("its last day").isEqualTo(ContractState.RUNNING);
        offers.turn(from.plusDays(10));
        assertThat(read(centre, id).state()).isEqualTo(ContractState.FULFILLED);
        assertThat(read(centre, id).endedOn()).isEqualTo(from.plusDays(10));
    }

    @Test
    void a_career_centre_reads_that_somebody_is_exempt_and_not_why() {
        Families.Known family = promised.family(HERE);
        long id = promised.offered(family);
        assertThat(read(centre(), id).parties())
                .extracting(Contract.Party::ground)
                .containsOnlyNulls();
        assertThat(read(officers.officer(Role.SECOND_APPROVER, HERE), id).parties())
                .extracting(Contract.Party::ground)
                .contains(Ground.CARER, Ground.NOT_ABLE, Ground.STUDY_OR_WORK);
        Acting dana =
                officers.citizen(family.person("Дана").value(), family.id().value());
        assertThat(party(read(dana, id), family.person("Дана")).ground()).isEqualTo(Ground.CARER);
        assertThat(party(read(dana, id), family.person("Зере")).ground())
                .as("of another adult")
                .isNull();
    }

    @Test
    void what_an_officer_says_of_one_adult_is_not_read_by_another() {
        Families.Known family = promised.family(HERE);
        Acting.Officer centre = centre();
        long id = promised.offered(family);
        long duty = read(centre, id).duties().getFirst().id();
        Access.as(centre, () -> duties.say(id, duty, DutyState.EXCUSED, null, WORDS, centre.id()));
        Acting askar =
                officers.citizen(family.person("Асқар").value(), family.id().value());
        Acting dana =
                officers.citizen(family.person("Дана").value(), family.id().value());
        assertThat(read(askar, id).duties().getFirst().said()).hasSize(1);
        assertThat(read(dana, id).duties().getFirst().said()).isEmpty();
        assertThat(read(dana, id).duties().getFirst().state()).isEqualTo(DutyState.EXCUSED);
    }

    @Test
    void outside_the_territory_and_without_the_right_nothing_is_read_or_written() {
        Families.Known family = promised.family(HERE);
        long id = promised.offered(family);
        for (Acting acting : List.of(
                officers.officer(Role.CAREER_SPECIALIST, ELSEWHERE),
                officers.officer(Role.AKIMAT_PLANNER, HERE),
                officers.officer(Role.OPERATOR, 0),
                officers.citizen(family.person("Асқар").value(), null),
                new Acting.Nobody())) {
            assertThat(Access.as(acting, () -> contracts.find(id)))
                    .as("%s", acting)
                    .isEmpty();
            assertThat(Access.as(acting, () -> contracts.counts(100_000_000, 999_999_999))
                            .values())
                    .as("%s", acting)
                    .containsOnly(0L);
        }
        Acting.Officer worker = officers.socialWorker(HERE);
        assertThatThrownBy(() -> Access.as(
                        worker, () -> duties.add(id, family.person("Асқар"), DutyKind.BUSINESS, null, today())))
                .isInstanceOf(DataAccessException.class);
        assertThat(Access.<Boolean>as(
                        worker, () -> signatures.onPaper(id, family.person("Асқар"), today(), "1", worker.id())))
                .isFalse();
    }

    @Test
    void every_number_of_a_territory_is_that_of_its_list() {
        int district = 634_900_000;
        Acting.Officer centre = officers.officer(Role.CAREER_SPECIALIST, district);
        promised.offered(promised.family(district));
        Families.Known family = promised.family(district);
        long id = promised.offered(family);
        Access.as(centre, () -> signatures.onPaper(id, family.person("Асқар"), today(), "20", centre.id()));
        promised.pass(id);
        families.restrict(promised.family(district));
        Map<Contracts.Show, Long> counts = Access.as(centre, () -> contracts.counts(district, district + 99_999));
        assertThat(counts)
                .containsEntry(Contracts.Show.TO_SIGN, 1L)
                .containsEntry(Contracts.Show.OVERDUE, 1L)
                .containsEntry(Contracts.Show.LIVE, 2L);
        for (Contracts.Show show : Contracts.Show.values()) {
            List<Contracts.Row> rows =
                    Access.as(centre, () -> contracts.list(show, district, district + 99_999, null, 10));
            assertThat((long) rows.size()).as("%s", show).isEqualTo(counts.get(show));
        }
        List<Contracts.Row> first =
                Access.as(centre, () -> contracts.list(Contracts.Show.LIVE, district, district + 99_999, null, 1));
        List<Contracts.Row> next = Access.as(
                centre,
                () -> contracts.list(
                        Contracts.Show.LIVE,
                        district,
                        district + 99_999,
                        first.getFirst().key(),
                        10));
        assertThat(first.getFirst().id()).as("what is due first").isEqualTo(id);
        assertThat(next).extracting(Contracts.Row::id).hasSize(1).doesNotContain(id);
    }
}
