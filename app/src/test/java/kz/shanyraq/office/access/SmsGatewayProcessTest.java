package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.registry.Families;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `shanyraq sms-gateway` as a program of its own, killed while a message is on its way.
@OfficeTest
class SmsGatewayProcessTest {

    private static final int HERE = 354_800_000;
    private static final String PHONE = "+77019990001";

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

    private record Gateway(Process process, int port, int web) {}

    private Gateway start(int port) throws IOException, InterruptedException {
        Path log = folder.resolve("gateway-%d.log".formatted(System.nanoTime()));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "kz.shanyraq.cli.Shanyraq",
                        "sms-gateway",
                        "--port",
                        Integer.toString(port),
                        "--web",
                        "0",
                        "--folder",
                        folder.resolve("telephones").toString(),
                        "--until",
                        Long.toString(ProcessHandle.current().pid()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await(() -> read(log).contains("folder:"));
        return new Gateway(
                process,
                number(read(log), "SMPP at 127.0.0.1:(\\d+)"),
                number(read(log), "telephones: http://127.0.0.1:(\\d+)/"));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static int number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(100);
        }
    }

    @AfterEach
    void hangUp() {
        line.stop();
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void a_message_that_is_on_its_way_when_the_gateway_is_killed_arrives_and_is_answered() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting worker = officers.socialWorker(HERE);
        Gateway gateway = start(0);
        Files.writeString(folder.resolve("telephones/rules.txt"), "delay %s 3\n".formatted(PHONE));
        line.open(new SmsLine.Settings("127.0.0.1", gateway.port(), "shanyraq", "local", "1414", 60_000));
        Access.as(
                worker,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> messages.send(Outgoing.sms(
                                        new FamilyRef(
                                                family.id().value(), family.id().number(), family.kato(), false),
                                        family.person("Айгүл").value(),
                                        PHONE,
                                        Language.KK,
                                        "offer",
                                        "offer:process",
                                        "Сізге хабарлама: 1 деп жауап беріңіз. ӘҒҚҢӨҰҮҺІ")
                                .awaiting())));
        await(() -> state(worker) == Message.State.SENT);
        gateway.process().destroyForcibly().waitFor();
        Gateway again = start(gateway.port());
        try {
            await(() -> state(worker) == Message.State.DELIVERED);
            try (HttpClient browser = HttpClient.newHttpClient()) {
                URI page = URI.create("http://127.0.0.1:%d/".formatted(again.web()));
                assertThat(browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                                .body())
                        .contains(PHONE, "ӘҒҚҢӨҰҮҺІ");
                browser.send(
                        HttpRequest.newBuilder(page.resolve("/answer"))
                                .POST(HttpRequest.BodyPublishers.ofString("phone=%2B77019990001&words=1"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            await(() -> heard.of(ReplyArrived.class).stream()
                    .anyMatch(reply -> "offer:process".equals(reply.about())
                            && reply.words().equals("1")));
        } finally {
            again.process().destroy();
        }
    }

    private Message.State state(Acting worker) {
        return Access.as(
                worker, () -> messages.about("offer:process").getFirst().state());
    }
}
