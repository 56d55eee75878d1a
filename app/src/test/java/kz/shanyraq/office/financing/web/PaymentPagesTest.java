package kz.shanyraq.office.financing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.financing.BankSimulator;
import kz.shanyraq.office.financing.Due;
import kz.shanyraq.office.financing.Payments;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.registry.Families;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// The pages of payments: three people let a list go its steps, everybody else looks as far as they may, and the family
/// reads where its money is.
@OfficeTest
@TestPropertySource(
        properties = {
            "an.office=of.payments",
            "shanyraq.payer.name=Оқу кеңсесі",
            "shanyraq.payer.bin=990140000007",
            "shanyraq.payer.iban=KZ03999SHQ0000000001",
            "shanyraq.payer.bic=SHQDKZKA",
            "shanyraq.payer.sector=12"
        })
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentPagesTest {

    private static final int HERE = 354_800_000;
    private static final int REGION = 350_000_000;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Families families;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private Payments payments;

    @Autowired
    private Environment settings;

    private JdbcClient admin;
    private Due due;
    private YearMonth month;
    private Families.Known paid;
    private Families.Known refused;
    private Families.Known hidden;
    private Acting.Officer preparer;
    private Acting.Officer approver;
    private Acting.Officer authoriser;
    private Acting.Citizen mother;
    private Acting.Citizen ofNoFamily;

    @BeforeAll
    void open() {
        admin = JdbcClient.create(new DriverManagerDataSource(String.valueOf(settings.getProperty("shanyraq.db.url"))));
        due = new Due(admin);
        month = YearMonth.now(Looks.ZONE);
        paid = families.aigulWithThreeChildren(HERE);
        refused = families.alone(HERE, "Омарова", "Сәуле", "1990-05-05");
        hidden = families.alone(HERE, "Жасырын", "Дана", "1991-05-05");
        families.restrict(hidden);
        award(1, paid, paid.person("Айгүл").value());
        award(2, refused, refused.person("Сәуле").value());
        award(3, hidden, hidden.person("Дана").value());
        preparer = officers.officer(Role.SOCIAL_WORKER, HERE);
        approver = officers.officer(Role.SECOND_APPROVER, REGION);
        authoriser = officers.officer(Role.SECOND_APPROVER, REGION);
        mother = officers.citizen(paid.person("Айгүл").value(), paid.id().value());
        ofNoFamily = officers.citizen(refused.person("Сәуле").value(), null);
    }

    private void award(long award, Families.Known family, long payee) {
        admin.sql("""
                        insert into benefits.award (id, family_id, topic, payee_id, iban, kato) overriding system value
                        values (:award, :family, 12, :payee, :iban, :kato)
                        """)
                .param("award", award)
                .param("family", family.id().value())
                .param("payee", payee)
                .param("iban", Due.account(payee))
                .param("kato", HERE)
                .update();
        due.gives(award, family.id().value(), payee, month, 30_000 + award);
    }

    private String page(Acting acting, String address, String lang) throws Exception {
        return mvc.perform(get(address).with(officers.page(acting)).cookie(new Cookie("lang", lang)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String send(Acting acting, String address, Map<String, String> fields) throws Exception {
        var request = post(address).with(officers.page(acting)).with(csrf());
        fields.forEach(request::param);
        var result = mvc.perform(request).andExpect(status().is3xxRedirection()).andReturn();
        return result.getResponse().getRedirectedUrl() + " "
                + result.getFlashMap().get("flash");
    }

    private String step(Acting acting, String list, String act) throws Exception {
        return send(acting, list, Map.of("act", act));
    }

    @Test
    void three_people_pay_and_the_bank_pays_one_and_refuses_another() throws Exception {
        Path bank =
                Path.of(String.valueOf(settings.getProperty("shanyraq.data"))).resolve("bank");
        Files.createDirectories(bank);
        Files.writeString(
                bank.resolve("rules"), Due.account(refused.person("Сәуле").value()) + " reject AC04\n");
        String list = send(preparer, "/payments", Map.of("area", Integer.toString(HERE), "month", month.toString()))
                .split(" ")[0];
        assertThat(list).matches("/payments/\\d+");
        assertThat(page(preparer, list, "en"))
                .contains("draft", "value=\"lock\"")
                .doesNotContain("value=\"approve\"");
        assertThat(send(preparer, "/payments", Map.of("area", Integer.toString(HERE), "month", month.toString())))
                .startsWith(list)
                .contains("financing.list.open");
        assertThat(step(preparer, list, "lock")).contains("financing.list.stepped");
        mvc.perform(post(list)
                        .param("act", "approve")
                        .with(officers.page(preparer))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(step(approver, list, "approve")).contains("financing.list.stepped");
        assertThat(page(approver, list, "en"))
                .doesNotContain("value=\"authorise\"")
                .contains("Somebody else has to");
        assertThat(step(approver, list, "authorise")).contains("financing.list.same_eyes");
        assertThat(step(authoriser, list, "authorise")).contains("financing.list.stepped");
        assertThat(step(preparer, list, "release")).contains("financing.list.stepped");
        assertThat(step(preparer, list, "release")).contains("financing.list.moved");
        try (var simulator = new BankSimulator(bank, java.time.LocalDate.now(Looks.ZONE), told -> {})) {
            simulator.look();
        }
        assertThat(payments.now()).isTrue();
        assertThat(admin.sql("select held || ' ' || held_reason from benefits.award where id = 2")
                        .query(String.class)
                        .single())
                .as("the case is open again")
                .isEqualTo("account AC04");
        String answered = page(preparer, list, "en");
        assertThat(answered)
                .contains("the bank has answered all", "/orders/confirmed", "/orders/rejected", "by name", "SHQ-");
        assertThat(page(preparer, list + "/orders/rejected", "en"))
                .contains("the account is closed", refused.id().number())
                .doesNotContain("Жасырын", hidden.id().number());
        assertThat(page(preparer, list + "/orders/confirmed", "en"))
                .contains(paid.id().number())
                .doesNotContain("Жасырын", hidden.id().number());
        assertThat(step(preparer, list, "again")).contains("financing.list.again");

        assertThat(page(preparer, "/families/" + paid.id().number(), "en")).contains("id=\"money\"", "30,001", "paid");
        assertThat(page(preparer, "/families/" + refused.id().number(), "en"))
                .contains("The payment for", "the account is closed");
        for (Language language : Language.values()) {
            assertThat(page(mother, "/my/payments", language.code()))
                    .contains(language == Language.EN ? "30,001" : "30\u00a0001")
                    .doesNotContain("??", "financing.");
        }
        assertThat(page(officers.citizen(paid.person("Ерлан").value(), paid.id().value()), "/my/payments", "en"))
                .as("her husband is paid nothing")
                .doesNotContain("30,001");

        assertThat(send(preparer, "/payments/reconciliation", Map.of())).contains("financing.compared");
        assertThat(page(preparer, "/payments/reconciliation", "en"))
                .contains("/payments/reconciliation/waiting")
                .doesNotContain("/payments/reconciliation/ledger");
        assertThat(page(preparer, "/payments/reconciliation/waiting", "en"))
                .contains("the bank refused the account", "#money");

        due.gives(1, paid.id().value(), paid.person("Айгүл").value(), month, 20_000);
        send(preparer, "/payments/reconciliation", Map.of());
        String writeOff = "/families/" + paid.id().number() + "/write-offs/1/" + month.atDay(1);
        assertThat(page(preparer, "/families/" + paid.id().number(), "en")).contains(writeOff);
        assertThat(page(preparer, writeOff, "en")).contains("10,001");
        mvc.perform(post(writeOff)
                        .param("reason", "no")
                        .with(officers.page(preparer))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(send(preparer, writeOff, Map.of("reason", "the office counted a wage twice")))
                .contains("financing.write_off.asked");
        assertThat(page(approver, "/payments/write-offs", "en")).contains("the office counted a wage twice");
        long id = admin.sql("select max(id) from financing.write_off")
                .query(Long.class)
                .single();
        mvc.perform(post("/payments/write-offs/" + id)
                        .param("answer", "approve")
                        .with(officers.page(preparer))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(send(approver, "/payments/write-offs/" + id, Map.of("answer", "approve")))
                .contains("financing.write_off.answered");
        assertThat(page(preparer, "/families/" + paid.id().number(), "en")).contains("overpaid, written off");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_speaks_the_language_of_who_reads_it(Language language) throws Exception {
        for (String address : new String[] {"/payments", "/payments/reconciliation", "/payments/write-offs"}) {
            assertThat(page(approver, address, language.code()))
                    .contains("lang=\"" + language.code() + "\"")
                    .doesNotContain("??", "financing.", "{0}");
        }
        assertThat(page(ofNoFamily, "/my/payments", language.code())).doesNotContain("financing.");
    }

    @Test
    void a_month_to_come_and_a_territory_of_others_are_refused_with_a_sentence() throws Exception {
        String html = mvc.perform(post("/payments")
                        .param("area", "114500000")
                        .param("month", month.plusMonths(1).toString())
                        .with(officers.page(preparer))
                        .with(csrf())
                        .cookie(new Cookie("lang", "en")))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains("another one is not yours", "a month to come is not paid");
    }

    @Test
    void who_does_not_work_with_payments_does_not_see_them() throws Exception {
        for (Role role : new Role[] {Role.CAREER_SPECIALIST, Role.AKIMAT_PLANNER, Role.AUDITOR, Role.OPERATOR}) {
            mvc.perform(get("/payments").with(officers.page(officers.officer(role, 0))))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/payments/999999").with(officers.page(preparer))).andExpect(status().isNotFound());
        mvc.perform(get("/payments/reconciliation/nonsense").with(officers.page(preparer)))
                .andExpect(status().isNotFound());
    }
}
