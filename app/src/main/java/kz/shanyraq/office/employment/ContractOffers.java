package kz.shanyraq.office.employment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.PersonId;
import kz.shanyraq.office.registry.RegisterReader;
import kz.shanyraq.office.registry.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the office does about contracts by itself: it offers one when assistance is granted on condition,
/// and moves it on when its days come. It never finds that a duty was missed.
@Component
public class ContractOffers {

    private static final Logger LOG = LoggerFactory.getLogger(ContractOffers.class);

    /// Question: no act that we have says until when a member must have registered; the career centre may
    /// write another day before anybody signs.
    private static final int WORKING_DAYS_TO_REGISTER = 10;

    private static final String ASKED = """
            select contract_id from employment.request where decision = :decision
            """;
    private static final String ALONE = """
            select pg_advisory_xact_lock(hashtextextended('employment.contract', :family))
            """;
    private static final String HELD = """
            update employment.contract c set period = range_merge(period, daterange(:from, :until, '[]'))
            where family_id = :family and state in ('offered', 'signed', 'running') and period && daterange(:from, :until, '[]')
                and not exists (select from employment.contract o where o.family_id = c.family_id and o.id <> c.id
                    and o.state in ('offered', 'signed', 'running') and o.period && range_merge(c.period, daterange(:from, :until, '[]')))
            returning id
            """;
    private static final String OFFER = """
            insert into employment.contract (family_id, kato, decision, period)
            select id, kato, :decision, daterange(:from, :until, '[]') from registry.family where id = :family returning id
            """;
    private static final String ANSWERED = """
            insert into employment.request (decision, contract_id, family_id, period) values (:decision, :contract, :family, daterange(:from, :until, '[]'))
            """;
    private static final String PARTY = """
            insert into employment.party (contract_id, family_id, person_id, standing) values (:contract, :family, :person, :standing)
            on conflict (contract_id, person_id) do update set standing = excluded.standing where party.signed_on is null
            """;
    private static final String NO_GROUND = """
            delete from employment.exemption where contract_id = :contract and person_id = :person
            """;
    private static final String GROUND = """
            insert into employment.exemption (contract_id, person_id, family_id, ground) values (:contract, :person, :family, :ground)
            """;
    private static final String NO_DUTY = """
            delete from employment.duty d where contract_id = :contract and person_id = :person
                and not exists (select from employment.duty_word w where w.duty_id = d.id)
            """;
    private static final String REGISTER = """
            insert into employment.duty (contract_id, family_id, person_id, kind, due)
            select :contract, :family, :person, 'register', :due
            where not exists (select from employment.duty where contract_id = :contract and person_id = :person)
            """;
    private static final String ASKED_OF = """
            select family_id, lower(period) as from_day from employment.contract where id = :contract and state = 'offered' for update
            """;
    private static final String PERSONS = """
            select person_id from employment.party where contract_id = :contract
            """;
    private static final String BEGIN = """
            update employment.contract set state = 'running' where state = 'signed' and lower(period) <= :day
            """;
    private static final String END = """
            update employment.contract c set ended_on = upper(period), state = case
                when c.state = 'offered' or exists (select from employment.duty d where d.contract_id = c.id and d.state in ('open', 'missed')) then 'ended'
                else 'fulfilled' end
            where state in ('offered', 'signed', 'running') and upper(period) <= :day
            """;
    private static final String STOP = """
            update employment.contract set state = 'ended', ended_on = greatest(:day, lower(period)), words = :words
            where id = (select contract_id from employment.request where decision = :decision) and state in ('offered', 'signed', 'running')
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final RegisterReader reader;
    private final Obligations obligations;
    private final ContractNews news;

    ContractOffers(
            @Qualifier("intakeDb") JdbcClient db,
            @Qualifier("intakeTransactions") PlatformTransactionManager transactions,
            RegisterReader reader,
            Obligations obligations,
            ContractNews news) {
        this.news = news;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.reader = reader;
        this.obligations = obligations;
    }

    @ApplicationModuleListener
    void on(WorkWanted wanted) {
        wanted(wanted);
    }

    /// Offers the contract that a decision wants; once, however often it is asked. Where a contract of the
    /// family holds already, it goes on for the days of the decision too.
    ///
    /// @return the number of the contract
    public long wanted(WorkWanted wanted) {
        if (wanted.until().isBefore(wanted.from())) {
            throw new IllegalArgumentException("""
                    The decision %s wants a contract from %s until %s.
                    Maybe the days were exchanged.""".formatted(wanted.decision(), wanted.from(), wanted.until()));
        }
        Household household = household(wanted.family(), wanted.from());
        return answer(transaction.execute(status -> {
            db.sql(ALONE).param("family", wanted.family().value()).query().listOfRows();
            Optional<Long> before = db.sql(ASKED)
                    .param("decision", wanted.decision())
                    .query(Long.class)
                    .optional();
            if (before.isPresent()) {
                return before.get();
            }
            Optional<Long> held = days(HELD, wanted).query(Long.class).optional();
            long contract = held.orElseGet(() -> days(OFFER, wanted)
                    .param("decision", wanted.decision())
                    .query(Long.class)
                    .single());
            days(ANSWERED, wanted)
                    .param("decision", wanted.decision())
                    .param("contract", contract)
                    .update();
            if (held.isEmpty()) {
                Set<PersonId> persons = Set.copyOf(wanted.persons());
                write(contract, household, persons);
                news.offered(contract, wanted.from(), wanted.until());
            }
            return contract;
        }));
    }

    /// Asks the register and the law again who has duties, while nobody has signed yet.
    ///
    /// @return whether the contract is still offered
    public boolean askAgain(long contract) {
        return answer(transaction.execute(status -> {
            record Offered(long familyId, LocalDate fromDay) {}
            Optional<Offered> offered = db.sql(ASKED_OF)
                    .param("contract", contract)
                    .query(Offered.class)
                    .optional();
            offered.ifPresent(of -> {
                Set<PersonId> persons = db.sql(PERSONS).param("contract", contract).query(Long.class).list().stream()
                        .map(PersonId::new)
                        .collect(Collectors.toSet());
                write(contract, household(new FamilyId(of.familyId), of.fromDay), persons);
            });
            return offered.isPresent();
        }));
    }

    /// Ends a contract because its decision no longer grants assistance, for instance when a family has
    /// moved away.
    ///
    /// @param from the first day without assistance
    /// @return whether there was a contract that had not ended
    public boolean noLongerWanted(String decision, LocalDate from, String words) {
        return db.sql(STOP)
                        .param("decision", decision)
                        .param("day", from)
                        .param("words", words)
                        .update()
                == 1;
    }

    @Scheduled(cron = "0 5 0 * * *", zone = "Asia/Almaty")
    void nightly() {
        int moved = turn(LocalDate.now(Looks.ZONE));
        if (moved > 0) {
            LOG.info("{} social contracts began or came to their end.", moved);
        }
    }

    /// Begins the contracts whose first day has come, and ends those whose last day is over.
    ///
    /// @return how many
    int turn(LocalDate day) {
        return answer(
                transaction.execute(status -> db.sql(BEGIN).param("day", day).update()
                        + db.sql(END).param("day", day).update()));
    }

    private void write(long contract, Household household, Set<PersonId> persons) {
        long family = household.family().value();
        LocalDate due = WorkingDays.plus(LocalDate.now(Looks.ZONE), WORKING_DAYS_TO_REGISTER);
        for (Obligations.Obligation one : obligations.of(household)) {
            if (!persons.isEmpty() && numbers(one.member()).noneMatch(persons::contains)) {
                continue;
            }
            long person = one.member().id().value();
            int written = db.sql(PARTY)
                    .param("contract", contract)
                    .param("family", family)
                    .param("person", person)
                    .param("standing", one.standing().code())
                    .update();
            if (written == 0) {
                continue;
            }
            db.sql(NO_GROUND)
                    .param("contract", contract)
                    .param("person", person)
                    .update();
            if (one.ground() != null) {
                db.sql(GROUND)
                        .param("contract", contract)
                        .param("person", person)
                        .param("family", family)
                        .param("ground", one.ground().code())
                        .update();
            }
            if (one.standing() == Standing.EXEMPT) {
                db.sql(NO_DUTY)
                        .param("contract", contract)
                        .param("person", person)
                        .update();
            }
            if (one.toRegister()) {
                db.sql(REGISTER)
                        .param("contract", contract)
                        .param("family", family)
                        .param("person", person)
                        .param("due", due)
                        .update();
            }
        }
    }

    private JdbcClient.StatementSpec days(String sql, WorkWanted wanted) {
        return db.sql(sql)
                .param("family", wanted.family().value())
                .param("from", wanted.from())
                .param("until", wanted.until());
    }

    private Household household(FamilyId family, LocalDate from) {
        LocalDate today = reader.today();
        return reader.household(family, YearMonth.from(from), AsOf.on(today))
                .orElseThrow(() -> new IllegalArgumentException("There is no family %s.".formatted(family.number())));
    }

    private static Stream<PersonId> numbers(Member member) {
        return Stream.concat(Stream.of(member.id()), List.copyOf(member.merged()).stream());
    }

    private static <T> T answer(@org.jspecify.annotations.Nullable T answer) {
        return java.util.Objects.requireNonNull(answer);
    }
}
