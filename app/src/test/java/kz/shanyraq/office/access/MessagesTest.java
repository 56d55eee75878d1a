package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.shanyraq.office.commands.LocalSmsGateway;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.registry.Families;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages to people over a gateway that speaks SMPP: what is queued, sent, delivered, refused and
/// answered.
@OfficeTest
class MessagesTest {

    private static final int HERE = 354_800_000;
    private static final int ELSEWHERE = 114_500_000;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private Path folder;

    @Autowired
    private Messages messages;

    @Autowired
    private SmsLine line;

    @Autowired
    private HeardMessages heard;

    @Autowired
    private Families families;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("intakeTransactions")
    private PlatformTransactionManager intakeTransactions;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient intake;

    private Families.Known family;
    private Acting.Officer worker;
    private String phone;
    private String about;

    @BeforeEach
    void somebody() {
        family = families.aigulWithThreeChildren(HERE);
        worker = officers.socialWorker(HERE);
        int number = NUMBER.incrementAndGet();
        phone = "+7701%07d".formatted(number);
        about = "offer:" + number;
    }

    @AfterEach
    void hangUp() {
        line.stop();
        // What a test left behind does not go out in another one.
        intake.sql("update access.message set state = 'stopped' where state = 'queued'")
                .update();
    }

    private FamilyRef ref() {
        return new FamilyRef(family.id().value(), family.id().number(), family.kato(), false);
    }

    private long person() {
        return family.person("Айгүл").value();
    }

    private Outgoing sms(String words) {
        return Outgoing.sms(ref(), person(), phone, Language.KK, "offer", about, words);
    }

    private long send(Acting acting, Outgoing outgoing) {
        return as(acting, () -> messages.send(outgoing));
    }

    private <T> T as(Acting acting, Supplier<T> work) {
        return Access.as(acting, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private Message only() {
        return as(worker, () -> messages.of(family.id().value())).getFirst();
    }

    private void connect(LocalSmsGateway gateway) {
        line.open(new SmsLine.Settings("127.0.0.1", gateway.port(), "shanyraq", "local", "1414", 60_000));
    }

    private LocalSmsGateway gateway() throws IOException {
        return new LocalSmsGateway(0, folder, "shanyraq", "local");
    }

    private void say(String file, String words) throws IOException {
        Files.writeString(folder.resolve(file), words + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> got() throws IOException {
        Path file = folder.resolve("phones").resolve(phone.substring(1) + ".tsv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private void awaitState(Message.State state) throws InterruptedException {
        await(() -> only().state() == state);
    }

    @Test
    void without_a_gateway_a_message_waits_and_the_page_knows_why() {
        send(worker, sms("Сәлем"));
        assertThat(only().state()).isEqualTo(Message.State.QUEUED);
        assertThat(messages.hindrance()).contains(SmsLine.Hindrance.NO_GATEWAY);
    }

    @Test
    void of_the_same_thing_a_person_hears_once_by_each_channel() {
        long first = send(worker, sms("Сәлем"));
        assertThat(send(worker, sms("Тағы сәлем"))).isEqualTo(first);
        long inbox = send(worker, Outgoing.inbox(ref(), person(), Language.KK, "offer", about, "Сәлем"));
        assertThat(inbox).isNotEqualTo(first);
        assertThat(as(worker, () -> messages.of(family.id().value()))).hasSize(2);
    }

    @Test
    void what_is_rolled_back_is_not_sent() {
        Access.as(
                worker,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    status.setRollbackOnly();
                    return messages.send(sms("Сәлем"));
                }));
        assertThat(as(worker, () -> messages.of(family.id().value()))).isEmpty();
    }

    @Test
    void the_office_itself_sends_in_a_transaction_of_mass_work_and_not_otherwise() {
        assertThatThrownBy(() -> messages.send(sms("Сәлем"))).hasMessageContaining("intakeTransactions");
        new TransactionTemplate(intakeTransactions).execute(status -> messages.send(sms("Сәлем")));
        assertThat(only().officer()).isNull();
    }

    @Test
    void a_long_kazakh_text_arrives_whole_and_the_receipt_is_told() throws Exception {
        String words = IntStream.range(0, 9)
                .mapToObj(i -> i + ": Құрметті Айгүл, ӘҒҚҢӨҰҮҺІ әріптері бұзылмай жетуі тиіс, ешбірі жоғалмайды.")
                .collect(Collectors.joining("\n"));
        try (var gateway = gateway()) {
            connect(gateway);
            long id = send(worker, sms(words));
            awaitState(Message.State.DELIVERED);
            assertThat(got())
                    .singleElement()
                    .satisfies(line -> assertThat(line).endsWith("\t" + words.replace("\n", "\\n")));
            await(() -> heard.of(MessageDelivered.class).contains(new MessageDelivered(id, about)));
            assertThat(only().attempts()).isOne();
            assertThat(messages.hindrance()).isEmpty();
        }
    }

    @Test
    void a_number_that_is_not_there_fails_at_once() throws Exception {
        say("rules.txt", "reject " + phone);
        try (var gateway = gateway()) {
            connect(gateway);
            long id = send(worker, sms("Сәлем"));
            awaitState(Message.State.FAILED);
            assertThat(only().reason()).isEqualTo("no_such_number");
            await(() -> heard.of(MessageFailed.class).contains(new MessageFailed(id, about, "no_such_number")));
        }
    }

    @Test
    void a_receipt_can_say_that_it_was_not_delivered() throws Exception {
        say("rules.txt", "fail " + phone);
        try (var gateway = gateway()) {
            connect(gateway);
            long id = send(worker, sms("Сәлем"));
            awaitState(Message.State.FAILED);
            await(() -> heard.of(MessageFailed.class).contains(new MessageFailed(id, about, "not_delivered")));
            assertThat(got()).isEmpty();
        }
    }

    @Test
    void a_gateway_that_loses_a_message_leaves_it_sent_and_not_known_as_delivered() throws Exception {
        say("rules.txt", "lose " + phone);
        try (var gateway = gateway()) {
            connect(gateway);
            send(worker, sms("Сәлем"));
            awaitState(Message.State.SENT);
            Thread.sleep(500);
            assertThat(only().deliveredAt()).isNull();
        }
    }

    @Test
    void a_busy_gateway_is_asked_again_later() throws Exception {
        say("rules.txt", "busy " + phone);
        try (var gateway = gateway()) {
            connect(gateway);
            long id = send(worker, sms("Сәлем"));
            await(() -> only().attempts() == 1);
            assertThat(only().state()).isEqualTo(Message.State.QUEUED);
            say("rules.txt", "deliver " + phone);
            await(() -> intake.sql(
                                    "update access.message set next_at = now() where id = :id and state = 'queued' and next_at < now() + interval '1 minute'")
                            .param("id", id)
                            .update()
                    == 1);
            awaitState(Message.State.DELIVERED);
            assertThat(only().attempts()).isEqualTo(2);
        }
    }

    @Test
    void when_the_gateway_goes_away_messages_wait_and_go_out_when_it_is_back() throws Exception {
        int port;
        try (var gateway = gateway()) {
            connect(gateway);
            port = gateway.port();
            await(() -> messages.hindrance().isEmpty());
        }
        await(() -> messages.hindrance().isPresent());
        assertThat(messages.hindrance()).contains(SmsLine.Hindrance.GATEWAY_AWAY);
        send(worker, sms("Сәлем"));
        try (var again = new LocalSmsGateway(port, folder, "shanyraq", "local")) {
            assertThat(again.port()).isEqualTo(port);
            awaitState(Message.State.DELIVERED);
            assertThat(only().attempts()).as("times that the gateway was asked").isOne();
        }
    }

    @Test
    void a_message_that_was_taken_before_a_crash_is_taken_again_and_shows_that_it_went_out_twice() throws Exception {
        try (var gateway = gateway()) {
            connect(gateway);
            long id = send(worker, sms("Сәлем"));
            awaitState(Message.State.DELIVERED);
            // As it stands after a crash between handing over and writing that down.
            intake.sql("update access.message set state = 'queued', next_at = now() where id = :id")
                    .param("id", id)
                    .update();
            await(() -> intake.sql("select count(distinct attempt) from access.message_part where message = :id")
                            .param("id", id)
                            .query(Integer.class)
                            .single()
                    == 2);
            org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(got()).hasSize(2));
        }
    }

    @Test
    void an_answer_belongs_to_the_latest_message_that_awaits_one_and_is_told_once() throws Exception {
        try (var gateway = gateway()) {
            connect(gateway);
            send(worker, sms("Бірінші: 1 деп жауап беріңіз").awaiting());
            awaitState(Message.State.DELIVERED);
            String first = about;
            about = first + ":b";
            long second = send(worker, sms("Екінші: 1 деп жауап беріңіз").awaiting());
            awaitState(Message.State.DELIVERED);
            about = first + ":c";
            send(worker, sms("Үшінші: жауап керек емес"));
            awaitState(Message.State.DELIVERED);
            say("answers.txt", phone + " 1");
            await(() -> heard.of(ReplyArrived.class).stream().anyMatch(reply -> (first + ":b").equals(reply.about())));
            ReplyArrived reply = heard.of(ReplyArrived.class).stream()
                    .filter(each -> (first + ":b").equals(each.about()))
                    .findFirst()
                    .orElseThrow();
            assertThat(reply.message()).isEqualTo(second);
            assertThat(reply.words()).isEqualTo("1");
            assertThat(as(worker, () -> messages.about(first + ":b")).getFirst().reply())
                    .isEqualTo("1");
            say("answers.txt", phone + " Иә, келісемін, бірақ ертең келемін");
            await(() -> heard.of(ReplyArrived.class).stream()
                            .filter(each -> (first + ":b").equals(each.about()))
                            .count()
                    == 2);
            ReplyArrived longer = heard.of(ReplyArrived.class).getLast();
            assertThat(longer.words()).as("kept where more people read").isEmpty();
            assertThat(as(worker, () -> messages.reply(longer.reply()))).contains("Иә, келісемін, бірақ ертең келемін");
        }
    }

    @Test
    void an_answer_that_is_brought_twice_is_kept_once() {
        String ref = SmppGateway.refOf(null, phone, "1", 1_000);
        assertThat(SmppGateway.refOf(null, phone, "1", 2_000)).isEqualTo(ref);
        assertThat(SmppGateway.refOf(null, phone, "2", 2_000)).isNotEqualTo(ref);
        assertThat(SmppGateway.refOf("abc", phone, "1", 2_000)).isEqualTo("id:abc");
    }

    @Test
    void a_citizen_without_a_telephone_reads_the_inbox_and_that_is_told_once() {
        long id = send(worker, Outgoing.inbox(ref(), person(), Language.KK, "offer", about, "Сәлем"));
        Acting citizen = officers.citizen(person(), family.id().value());
        assertThat(as(citizen, () -> messages.unread(person()))).isOne();
        assertThat(as(citizen, () -> messages.open(id)).orElseThrow().state()).isEqualTo(Message.State.READ);
        as(citizen, () -> messages.open(id));
        assertThat(as(citizen, () -> messages.unread(person()))).isZero();
        assertThat(heard.of(MessageDelivered.class)).containsOnlyOnce(new MessageDelivered(id, about));
    }

    @Test
    void others_see_no_message_and_send_none() {
        long id = send(worker, Outgoing.inbox(ref(), person(), Language.KK, "offer", about, "Сәлем"));
        Acting neighbour = officers.socialWorker(ELSEWHERE);
        assertThat(as(neighbour, () -> messages.of(family.id().value()))).isEmpty();
        Acting other =
                officers.citizen(family.person("Ерлан").value(), family.id().value());
        assertThat(as(other, () -> messages.open(id))).isEmpty();
        assertThat(as(other, () -> messages.to(person()))).isEmpty();
        assertThat(as(
                        officers.officer(Role.CAREER_SPECIALIST, HERE),
                        () -> messages.of(family.id().value())))
                .isEmpty();
        assertThat(as(
                        officers.officer(Role.AUDITOR, 0),
                        () -> messages.of(family.id().value())))
                .isEmpty();
        assertThatThrownBy(() -> send(neighbour, sms("Сәлем"))).isInstanceOf(DataAccessException.class);
        families.restrict(family);
        assertThat(as(worker, () -> messages.of(family.id().value())))
                .as("of a family that is under protection now")
                .isEmpty();
    }

    @Test
    void what_is_queued_of_a_kind_can_be_stopped_where_the_officer_works() {
        send(worker, sms("Сәлем"));
        assertThat(as(officers.socialWorker(ELSEWHERE), () -> messages.stop("offer")))
                .isZero();
        assertThat(as(worker, () -> messages.stop("offer"))).isOne();
        assertThat(only().state()).isEqualTo(Message.State.STOPPED);
        assertThatThrownBy(() -> as(officers.officer(Role.AUDITOR, 0), () -> messages.stop("offer")))
                .isInstanceOf(DataAccessException.class);
    }
}
