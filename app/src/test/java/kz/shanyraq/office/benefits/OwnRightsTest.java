package kz.shanyraq.office.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.benefits.OwnRights.Answer;
import kz.shanyraq.office.benefits.OwnRights.Mine;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.DemoData;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.RegisterReader;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What each grown person of a village may know of what is due to the own family: the answers of the sweep, which knows
/// all facts, and none of the facts of another adult.
@Tag("slow")
@OfficeTest
@TestPropertySource(properties = "an.office=of.own.rights")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnRightsTest {

    private static final int FAMILIES = 60;
    private static final int HERE = 114_500_000;

    @Autowired
    private DemoData demo;

    @Autowired
    private OwnRights rights;

    @Autowired
    private Registry registry;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private JdbcClient office;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("intakeDataSource")
    private DataSource source;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    private RegisterReader reader;

    @BeforeAll
    void sweep(@TempDir Path folder) {
        demo.load(DemoData.Size.VILLAGE, told -> {});
        new Sweeper(source, folder).all(null, null, told -> {});
        reader = RegisterReader.over(source);
    }

    private List<Long> families() {
        return db.sql("""
                        select family_id from benefits.finding where until is null and topic < 100
                        group by family_id order by count(distinct topic) desc, family_id limit :most
                        """).param("most", FAMILIES).query(Long.class).list();
    }

    private FamilyFile read(long family) {
        return registry.family(new FamilyId(family), AsOf.on(reader.today())).orElseThrow();
    }

    private static boolean child(Member member) {
        return Objects.requireNonNull(member.birthDate())
                .isAfter(LocalDate.now().minusYears(18));
    }

    /// What the sweep found of the family, of a person, and of children.
    private Map<String, String> found(long family, long person) {
        var found = new TreeMap<String, String>();
        db.sql("""
                        select concat_ws(' ', f.topic, coalesce(f.person_id, 0)) as key, concat_ws(' ', f.state, f.monthly, f.once) as value
                        from benefits.finding f left join registry.person p on p.id = f.person_id
                        where f.until is null and f.topic < 100 and f.family_id = :family
                            and (p.id is null or p.id = :person or p.birth_date > current_date - interval '18 years')
                        """)
                .param("family", family)
                .param("person", person)
                .query((row, n) -> found.put(row.getString("key"), row.getString("value")))
                .list();
        return found;
    }

    private static Map<String, String> told(Mine mine) {
        var told = new TreeMap<String, String>();
        for (Answer answer : mine.answers()) {
            State state = answer.state();
            if (state != null) {
                Member member = answer.member();
                told.put(
                        Topic.of(answer.benefit()).id() + " "
                                + (member == null ? 0 : member.id().value()),
                        "%d %d %d".formatted(state.number(), answer.monthly(), answer.once()));
            }
        }
        return told;
    }

    @Test
    void every_grown_person_reads_the_answers_of_the_sweep_and_no_fact_of_another_adult() {
        int byOffice = 0;
        int partly = 0;
        int foretold = 0;
        for (long family : families()) {
            List<Member> members = db.sql("select kato from registry.family where id = ?")
                    .param(family)
                    .query(Integer.class)
                    .optional()
                    .map(kato -> Access.as(
                            officers.socialWorker(kato), () -> read(family).members()))
                    .orElseThrow();
            for (Member member : members) {
                if (child(member)) {
                    continue;
                }
                Acting citizen = officers.citizen(member.id().value(), family);
                Mine mine = Access.as(citizen, () -> rights.of(read(family), reader.today()));
                assertThat(told(mine))
                        .as("%s", member.called())
                        .isEqualTo(found(family, member.id().value()));
                assertThat(mine.whole()).isEqualTo(members.stream().allMatch(one -> one.equals(member) || child(one)));
                nothingOfOthers(mine, member);
                foretold += endsOfCare(mine);
                byOffice +=
                        (int) mine.answers().stream().filter(Answer::byOffice).count();
                partly += mine.whole() ? 0 : 1;
            }
        }
        assertThat(partly).isPositive();
        assertThat(byOffice).isPositive();
        assertThat(foretold).isPositive();
    }

    /// Care of a child is paid until it is one and a half: the month is told beforehand, whoever cares for the child.
    private static int endsOfCare(Mine mine) {
        int ends = 0;
        for (Answer answer : mine.answers()) {
            Member child = answer.member();
            boolean care = answer.benefit() == Benefit.CHILDCARE || answer.benefit() == Benefit.CHILDCARE_INSURED;
            boolean due = answer.state() == State.UNRECEIVED || answer.state() == State.RECEIVED;
            if (care && due && child != null) {
                YearMonth last = mine.now().month();
                while (last.atDay(1).minusMonths(18).isBefore(Objects.requireNonNull(child.birthDate()))) {
                    last = last.plusMonths(1);
                }
                if (!last.isAfter(mine.now().month().plusMonths(12))) {
                    YearMonth month = last;
                    assertThat(mine.coming()).anySatisfy(change -> {
                        assertThat(change.month()).isEqualTo(month);
                        assertThat(change.benefit()).isEqualTo(answer.benefit());
                        assertThat(change.turn()).isEqualTo(OwnRights.Turn.ENDS);
                        assertThat(change.before().monthly()).isEqualTo(answer.monthly());
                    });
                    ends++;
                }
            }
        }
        return ends;
    }

    private static void nothingOfOthers(Mine mine, Member own) {
        Households h = mine.now().columns();
        for (int p = 0; p < mine.now().members().size(); p++) {
            Member member = mine.now().members().get(p);
            if (!member.id().equals(own.id()) && !child(member)) {
                assertThat(h.firstIncome[p + 1]).isEqualTo(h.firstIncome[p]);
                assertThat(h.disability[p]).isNegative();
                assertThat(h.work[p]).isNegative();
                assertThat(h.receives[p]).isNegative();
                assertThat(h.award[p]).isNegative();
            }
        }
        assertThat(h.coverage.incomes()).isEqualTo(mine.whole());
        for (Answer answer : mine.answers()) {
            assertThat(answer.member())
                    .satisfiesAnyOf(
                            whole -> assertThat(whole).isNull(),
                            one -> assertThat(Objects.requireNonNull(one).id()).isEqualTo(own.id()),
                            one -> assertThat(child(Objects.requireNonNull(one)))
                                    .isTrue());
            if (answer.byOffice() && answer.why() != null) {
                assertThat(answer.why().outcome()).isEqualTo(Outcome.UNDECIDED);
            }
        }
    }

    @Test
    void to_officers_and_to_nobody_the_citizens_door_shows_nothing() {
        for (Acting acting : List.of(officers.socialWorker(HERE), new Acting.Nobody())) {
            assertThat(Access.<Long>as(
                            acting,
                            () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                                    .execute(status ->
                                            office.sql("""
                                                    select (select count(*) from benefits.own_findings())
                                                        + (select count(*) from benefits.own_sweep())
                                                    """).query(Long.class).single()))))
                    .isZero();
        }
    }
}
