package kz.shanyraq.office.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.office.financing.CreditTransfer;
import kz.shanyraq.office.financing.Iban;
import kz.shanyraq.office.financing.Payer;
import kz.shanyraq.office.financing.PaymentFiles;
import kz.shanyraq.office.financing.PaymentOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BankCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... words) {
        var console = new Console(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                false,
                folder);
        return new CommandLine(new BankCommand(console)).execute(words);
    }

    @Test
    void a_day_of_the_bank_answers_books_and_closes() throws Exception {
        var payer = new Payer(
                "Office", "000140000008", Iban.of("999", "OFFICE0000001").number(), "TESTKZ2A", "12");
        var transfer = new CreditTransfer(
                "P-1", "Ә", "850101200003", Iban.of("999", "TEST000000001").number(), null, 5, "047", "19", "Ә", null);
        var order = new PaymentOrder("PAY-1", Instant.EPOCH, LocalDate.EPOCH, payer, List.of(transfer));
        Files.createDirectories(folder.resolve("bank/in"));
        Files.write(folder.resolve("bank/in/a.xml"), PaymentFiles.write(order));

        assertThat(run("--folder", folder.resolve("bank").toString(), "--once")).isEqualTo(Exit.DONE);

        assertThat(out.toString()).contains("PAY-1: 1 payments taken").contains("is closed.");
        try (Stream<Path> files = Files.list(folder.resolve("bank/out"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .hasSize(3)
                    .allMatch(name -> name.endsWith("pain.002.xml")
                            || name.endsWith("camt.054.xml")
                            || name.endsWith("camt.053.xml"));
        }
    }

    @Test
    void a_rule_that_cannot_be_read_is_named() throws Exception {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/a.xml"), "<x/>");
        Files.writeString(folder.resolve("rules"), "refuse everything\n");

        assertThat(run("--folder", folder.toString(), "--once")).isEqualTo(Exit.UNREADABLE);
        assertThat(err.toString()).contains("Line 1 of the bank's rules is 'refuse everything'");
    }
}
