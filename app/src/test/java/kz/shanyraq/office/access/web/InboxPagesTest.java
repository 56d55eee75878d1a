package kz.shanyraq.office.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Messages;
import kz.shanyraq.office.access.Outgoing;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Words;
import kz.shanyraq.office.registry.Families;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A citizen's messages, and what an officer sees of them on the page of the family.
@OfficeTest
class InboxPagesTest {

    private static final int HERE = 354_800_000;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Messages messages;

    @Autowired
    private Families families;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private Words words;

    @Autowired
    private PlatformTransactionManager transactions;

    private Families.Known family;
    private Acting worker;
    private Acting mother;

    @BeforeEach
    void somebody() {
        family = families.aigulWithThreeChildren(HERE);
        worker = officers.socialWorker(HERE);
        mother = officers.citizen(person(), family.id().value());
    }

    private long person() {
        return family.person("Айгүл").value();
    }

    private FamilyRef ref() {
        return new FamilyRef(family.id().value(), family.id().number(), family.kato(), false);
    }

    private long send(Outgoing outgoing) {
        return Access.as(
                worker, () -> new TransactionTemplate(transactions).execute(status -> messages.send(outgoing)));
    }

    private long sendToInbox(String text) {
        return send(Outgoing.inbox(
                ref(), person(), Language.KK, "offer", "page:" + family.id().value(), text));
    }

    private String page(Acting acting, String address, String lang) throws Exception {
        return mvc.perform(get(address).with(officers.page(acting)).cookie(new Cookie("lang", lang)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Text text(Language language) {
        return new Text(words, language, java.time.ZonedDateTime.now(kz.shanyraq.office.access.Looks.ZONE));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_message_is_new_until_it_is_opened(Language language) throws Exception {
        long id = sendToInbox("Құрметті Айгүл, <b>сізге</b> көмек тиесілі.");
        Text t = text(language);
        assertThat(page(mother, "/my/messages", language.code()))
                .contains(t.say("access.inbox.new"), "/my/messages/" + id);
        assertThat(page(mother, "/my/messages/" + id, language.code()))
                .contains("&lt;b&gt;сізге&lt;/b&gt;", t.say("access.message.true"));
        assertThat(page(mother, "/my/messages", language.code()))
                .contains(t.say("access.inbox.read"))
                .doesNotContain(t.say("access.inbox.new") + "<");
    }

    @Test
    void who_got_none_is_told_so() throws Exception {
        assertThat(page(mother, "/my/messages", "ru"))
                .contains(text(Language.RU).say("access.inbox.none"));
    }

    @Test
    void a_message_of_another_is_not_there() throws Exception {
        long id = sendToInbox("Сәлем");
        Acting father =
                officers.citizen(family.person("Ерлан").value(), family.id().value());
        mvc.perform(get("/my/messages/" + id).with(officers.page(father))).andExpect(status().isNotFound());
        mvc.perform(get("/my/messages/999999999999999").with(officers.page(mother)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/my/messages").with(officers.page(worker))).andExpect(status().isForbidden());
    }

    @Test
    void the_page_of_the_family_shows_what_was_sent_and_why_it_does_not_go_out() throws Exception {
        String address = "/families/" + family.id().number();
        Text t = text(Language.KK);
        assertThat(page(worker, address, "kk")).doesNotContain("id=\"messages\"");
        sendToInbox("Сәлем");
        send(Outgoing.sms(
                        ref(),
                        person(),
                        "+77010000077",
                        Language.KK,
                        "page",
                        "page:" + family.id().value(),
                        "Сізге хабарлама бар, 1 деп жауап беріңіз")
                .awaiting());
        assertThat(page(worker, address, "kk"))
                .contains(
                        "id=\"messages\"",
                        "+77010000077",
                        t.say("registry.messages.state.queued"),
                        t.say("registry.messages.state.sent.inbox"),
                        t.say("registry.messages.hindrance.no_gateway"),
                        t.say("registry.messages.awaits"));
        assertThat(page(mother, "/my/family", "kk")).doesNotContain("id=\"messages\"");
    }
}
