package kz.shanyraq.office.financing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentFilesTest {

    private static final CreditTransfer FIRST = Orders.withRecipient(
            Orders.transfer("P-1", Orders.iban(1), 61_950),
            "TESTKZ2A",
            new ActualRecipient("Ғалымжан Өрікгүл", Orders.number("12050120001")));
    private static final CreditTransfer SECOND = Orders.transfer("P-2", Orders.iban(2), 7);
    private static final PaymentOrder ORDER = Orders.of("PAY-2026-11-1", FIRST, SECOND);

    private static String xml() {
        return new String(PaymentFiles.write(ORDER), StandardCharsets.UTF_8);
    }

    @Test
    void an_order_comes_back_whole_from_the_library_that_reads_it() {
        var message = MxPain00100109.parse(xml()).getCstmrCdtTrfInitn();

        assertThat(message.getGrpHdr().getMsgId()).isEqualTo("PAY-2026-11-1");
        assertThat(message.getGrpHdr().getCreDtTm()).isEqualTo("2026-11-02T09:30:00+05:00");
        assertThat(message.getGrpHdr().getNbOfTxs()).isEqualTo("2");
        assertThat(message.getGrpHdr().getCtrlSum()).isEqualByComparingTo("61957");
        PaymentInstruction30 part = message.getPmtInf().getFirst();
        assertThat(part.getReqdExctnDt().getDt()).isEqualTo("2026-11-02");
        assertThat(part.getDbtr().getNm()).isEqualTo(Orders.PAYER.name());
        assertThat(part.getDbtrAcct().getId().getIBAN()).isEqualTo(Orders.PAYER.iban());
        assertThat(part.getDbtr().getId().getOrgId().getOthr())
                .extracting(other -> other.getSchmeNm().getPrtry(), other -> other.getId())
                .containsExactly(tuple("BIN", Orders.PAYER.bin()), tuple("KOD", "12"));

        CreditTransferTransaction34 first = part.getCdtTrfTxInf().getFirst();
        assertThat(first.getPmtId().getEndToEndId()).isEqualTo("P-1");
        assertThat(first.getAmt().getInstdAmt().getCcy()).isEqualTo("KZT");
        assertThat(first.getAmt().getInstdAmt().getValue()).isEqualByComparingTo("61950");
        assertThat(first.getCdtrAgt().getFinInstnId().getBICFI()).isEqualTo("TESTKZ2A");
        assertThat(first.getCdtr().getNm()).isEqualTo("Әбілқасымова Үмітгүл Іңкәрқызы");
        assertThat(first.getCdtr().getId().getPrvtId().getOthr())
                .extracting(other -> other.getSchmeNm().getPrtry(), other -> other.getId())
                .containsExactly(tuple("IIN", FIRST.payeeIin()), tuple("KBE", "19"));
        assertThat(first.getUltmtCdtr().getNm()).isEqualTo("Ғалымжан Өрікгүл");
        assertThat(first.getPurp().getPrtry()).isEqualTo("047");
        assertThat(first.getRmtInf().getUstrd()).containsExactly(FIRST.remittance());
        assertThat(part.getCdtTrfTxInf().get(1).getCdtrAgt()).isNull();
        assertThat(part.getCdtTrfTxInf().get(1).getUltmtCdtr()).isNull();
    }

    @Test
    void a_good_order_passes_every_check_and_it_is_said_that_no_schema_was_there() {
        List<Check> checks = PaymentFiles.check(PaymentFiles.write(ORDER), null);

        assertThat(checks)
                .extracting(Check::what)
                .containsExactly(
                        "typed_model",
                        "control_sums",
                        "accounts",
                        "banks",
                        "names",
                        "persons",
                        "amounts",
                        "identifications",
                        "codes",
                        "schema");
        assertThat(Orders.failed(checks)).isEmpty();
        assertThat(checks.getFirst().said()).isEqualTo("2 payments fit the model of pain.001.001.09.");
        assertThat(checks.getLast()).isEqualTo(new Check("schema", false, false, "No schema file is configured."));
    }

    /// The schema itself is not ours to ship: `-Dshanyraq.payments.schema=pain.001.001.09.xsd` names it.
    @Test
    void a_good_order_is_valid_by_the_schema_of_the_standard(@TempDir Path folder) throws Exception {
        String schema = System.getProperty("shanyraq.payments.schema", "");
        assumeTrue(!schema.isEmpty(), "no schema: name it by -Dshanyraq.payments.schema=pain.001.001.09.xsd");

        Check good =
                PaymentFiles.check(PaymentFiles.write(ORDER), Path.of(schema)).getLast();
        assertThat(good)
                .isEqualTo(new Check(
                        "schema",
                        true,
                        true,
                        "The file is valid by %s.".formatted(Path.of(schema).getFileName())));

        Path file = Files.writeString(folder.resolve("bad.xml"), xml().replace("<PmtMtd>TRF</PmtMtd>", ""));
        Check bad = PaymentFiles.check(file, Path.of(schema)).getLast();
        assertThat(bad.ran()).isTrue();
        assertThat(bad.passed()).isFalse();
        assertThat(bad.said()).startsWith("The file is not valid by ").contains("PmtMtd");
    }

    @Test
    void a_schema_that_is_configured_and_not_there_is_not_passed_over(@TempDir Path folder) throws Exception {
        byte[] file = PaymentFiles.write(ORDER);
        assertThat(PaymentFiles.check(file, folder.resolve("pain.xsd")).getLast())
                .satisfies(check -> {
                    assertThat(check.ran()).isFalse();
                    assertThat(check.passed()).isFalse();
                    assertThat(check.said()).contains("pain.xsd is configured and cannot be read");
                });
        Path none = Files.writeString(folder.resolve("none.xsd"), "no schema");
        assertThat(PaymentFiles.check(file, none).getLast().said()).contains("none.xsd is no schema");
    }

    static Stream<Arguments> faults() {
        String iin = "<Id>" + FIRST.payeeIin() + "</Id>";
        return Stream.of(
                fault("<PmtMtd>TRF</PmtMtd>", "<PmtWay>TRF</PmtWay>", "typed_model", "PmtWay"),
                fault("</CtrlSum><InitgPty>", "x</CtrlSum><InitgPty>", "control_sums", "not said tenge together"),
                fault("<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>3</NbOfTxs>", "control_sums", "holds 3 payments, and holds 2"),
                fault(
                        ">61957.00</CtrlSum>",
                        ">61956.00</CtrlSum>",
                        "control_sums",
                        "are 61956.00 tenge together, and they are 61957.00"),
                fault(
                        Orders.iban(1),
                        "KZ00" + Orders.iban(1).substring(4),
                        "accounts",
                        "payment P-1: The account 'KZ00"),
                fault(Orders.iban(1), Orders.iban(1) + "1", "accounts", "has 21 characters"),
                fault(Orders.PAYER.iban(), "KZ00" + Orders.PAYER.iban().substring(4), "accounts", "Of the payer"),
                fault(
                        "<BICFI>TESTKZ2A</BICFI></FinInstnId></CdtrAgt>",
                        "<BICFI>TESTKZ2</BICFI></FinInstnId></CdtrAgt>",
                        "banks",
                        "payment P-1 is 'TESTKZ2'"),
                fault(
                        "<BICFI>TESTKZ2A</BICFI></FinInstnId></CdtrAgt>",
                        "<BICFI>TESTDE2A</BICFI></FinInstnId></CdtrAgt>",
                        "banks",
                        "outside Kazakhstan"),
                fault("Үмітгүл", "Үміт_гүл", "names", "U+005F"),
                fault("Үмітгүл", "Үми\u0306гүл", "names", "U+0306"),
                fault("Ғалымжан Өрікгүл", "Ғ".repeat(141), "names", "141 characters"),
                fault("<Nm>Ғалымжан Өрікгүл</Nm>", "", "names", "P-1, actual recipient, name: there is none"),
                fault(iin, iin.replace("<Id>8", "<Id>9"), "persons", "IIN of payment P-1 is '9"),
                fault(Orders.PAYER.bin(), "123", "persons", "BIN of the sender is '123'"),
                fault(">61950.00<", ">0.00<", "amounts", "P-1 is 0.00; it must be more than zero"),
                fault(">61950.00<", ">-5<", "amounts", "P-1 is -5; it must be more than zero"),
                fault(">61950.00<", ">61950.005<", "amounts", "at most two decimals"),
                fault("Ccy=\"KZT\">61950.00<", "Ccy=\"USD\">61950.00<", "amounts", "in 'USD'"),
                fault("<EndToEndId>P-2<", "<EndToEndId>P-1<", "identifications", "P-1 stands there twice"),
                fault(
                        "<EndToEndId>P-2<",
                        "<EndToEndId>" + "P".repeat(36) + "<",
                        "identifications",
                        "1 to 35 characters"),
                fault(
                        "<Prtry>047</Prtry>",
                        "<Prtry>47</Prtry>",
                        "codes",
                        "purpose code of payment P-1 is '47'; it is three digits"),
                fault("<Prtry>047</Prtry>", "<Cd>SALA</Cd>", "codes", "purpose code of payment P-1 is missing"),
                fault("<Id>19</Id>", "<Id>39</Id>", "codes", "KBE of payment P-1 is '39'"),
                fault("<Id>12</Id>", "<Id>1</Id>", "codes", "KOD of the payer is '1'"));
    }

    private static Arguments fault(String good, String bad, String check, String said) {
        return Arguments.of(good, bad, check, said);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("faults")
    void each_check_finds_its_fault_and_says_what_it_saw(String good, String bad, String check, String said) {
        String xml = xml();
        int at = xml.indexOf(good);
        assertThat(at).as(good).isNotNegative();
        String spoilt = xml.substring(0, at) + bad + xml.substring(at + good.length());

        List<Check> checks = PaymentFiles.check(spoilt.getBytes(StandardCharsets.UTF_8), null);

        assertThat(Orders.failed(checks))
                .anySatisfy(
                        failed -> assertThat(failed).startsWith(check + ": ").contains(said));
    }

    @Test
    void a_fault_is_found_however_many_files_were_faulty_before() {
        byte[] spoilt = xml().replace("<PmtMtd>", "<PmtWay>")
                .replace("</PmtMtd>", "</PmtWay>")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 60; i++) {
            assertThat(PaymentFiles.check(spoilt, null).getFirst().passed())
                    .as("file %d", i)
                    .isFalse();
        }
    }

    @Test
    void of_a_file_that_is_cut_off_no_other_check_has_run() {
        byte[] whole = PaymentFiles.write(ORDER);
        byte[] cut = Arrays.copyOf(whole, whole.length - 200);

        List<Check> checks = PaymentFiles.check(cut, null);

        assertThat(checks.getFirst().said()).contains("cannot be read as XML").contains("Maybe it was cut off");
        assertThat(checks.subList(1, checks.size())).noneMatch(Check::ran).noneMatch(Check::passed);
    }

    @Test
    void another_kind_of_file_is_named() {
        byte[] file = PaymentFiles.write(ORDER);
        assertThatThrownBy(() -> PaymentFiles.readStatus(file))
                .isInstanceOf(MessageRefused.class)
                .hasMessageContaining("pain.001.001.09")
                .hasMessageContaining("pain.002.001.10 is read here");
        assertThatThrownBy(() -> PaymentFiles.readStatement("<html/>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("begins with <html>");
        assertThatThrownBy(() -> PaymentFiles.readStatus("no xml".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("cannot be read as XML");
    }

    @Test
    void nothing_is_fetched_from_outside() {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + xml().substring(xml().indexOf("<Document")).replace("Үмітгүл", "&x;");
        assertThat(PaymentFiles.check(xml.getBytes(StandardCharsets.UTF_8), null))
                .anyMatch(check -> check.ran() && !check.passed());
    }

    @Test
    void a_text_that_no_message_can_carry_is_not_written() {
        CreditTransfer control = Orders.transfer("P-\u0001", Orders.iban(1), 5);
        assertThatThrownBy(() -> PaymentFiles.write(Orders.of("M", control)))
                .isInstanceOf(MessageRefused.class)
                .hasMessageContaining("EndToEndId holds the character U+0001");
    }

    @Test
    void an_order_is_split_the_same_way_each_time_and_nothing_is_lost() {
        PaymentOrder order = Orders.ofMany("PAY-7", 25);
        List<PaymentOrder> parts = order.split(10);
        assertThat(parts).extracting(PaymentOrder::messageId).containsExactly("PAY-7-0001", "PAY-7-0002", "PAY-7-0003");
        assertThat(parts.stream().flatMap(part -> part.transfers().stream()).toList())
                .isEqualTo(order.transfers());
        assertThat(order.split(10)).isEqualTo(parts);
        assertThat(order.split(25)).containsExactly(order);
    }
}
