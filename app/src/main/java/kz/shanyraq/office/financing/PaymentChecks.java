package kz.shanyraq.office.financing;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kz.shanyraq.nation.Iin;
import org.jspecify.annotations.Nullable;

/// Our own rules over one payment file, in one pass and without keeping it.
final class PaymentChecks {

    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern PURPOSE = Pattern.compile("[0-9]{3}");
    private static final Pattern SECTOR = Pattern.compile("[12][0-9]");
    private static final String MARKS = " -'’.,()/&+:\"«»№";
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_ID = 35;

    private final Tally sums = new Tally("control_sums", "the counts and sums of the file");
    private final Tally accounts = new Tally("accounts", "accounts");
    private final Tally banks = new Tally("banks", "bank codes");
    private final Tally names = new Tally("names", "names and purposes in words");
    private final Tally persons = new Tally("persons", "personal and business numbers");
    private final Tally amounts = new Tally("amounts", "amounts");
    private final Tally identifications = new Tally("identifications", "identifications");
    private final Tally codes = new Tally("codes", "codes of purpose, residency and sector");

    private final List<Group> groups = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long count;

    /// Reads the file and says of every check what came of it, the schema's excepted.
    static List<Check> over(InputStream in) {
        var checks = new PaymentChecks();
        var said = new ArrayList<Check>();
        try {
            var reader = new MessageReader(in);
            CustomerCreditTransferInitiationV09 order = reader.read(MessageReader.ORDER, checks::transfer);
            List<String> faults = new ArrayList<>(reader.faults());
            checks.whole(order, faults);
            said.add(typed(faults, checks.count));
            checks.tallies().forEach(tally -> said.add(tally.check()));
        } catch (MessageRefused refused) {
            said.add(new Check("typed_model", true, false, String.valueOf(refused.getMessage())));
            checks.tallies()
                    .forEach(tally ->
                            said.add(new Check(tally.what, false, false, "The file could not be read to its end.")));
        }
        return said;
    }

    private static Check typed(List<String> faults, long count) {
        return faults.isEmpty()
                ? new Check(
                        "typed_model",
                        true,
                        true,
                        number(count) + " payments fit the model of " + OrderFile.MESSAGE + ".")
                : new Check(
                        "typed_model",
                        true,
                        false,
                        "The file does not fit the model of %s; the first of %d places: %s"
                                .formatted(OrderFile.MESSAGE, faults.size(), faults.getFirst()));
    }

    private List<Tally> tallies() {
        return List.of(sums, accounts, banks, names, persons, amounts, identifications, codes);
    }

    private void transfer(CreditTransferTransaction34 transfer, int group) {
        count++;
        String id = transfer.getPmtId() == null ? null : transfer.getPmtId().getEndToEndId();
        String of = "payment " + (id == null ? "number " + count : id);
        identification(of, id);
        BigDecimal amount =
                amount(of, transfer.getAmt() == null ? null : transfer.getAmt().getInstdAmt());
        while (groups.size() <= group) {
            groups.add(new Group());
        }
        groups.get(group).add(amount);
        account(of, transfer.getCdtrAcct());
        if (transfer.getCdtrAgt() != null) {
            bank(of, transfer.getCdtrAgt());
        }
        party(of, transfer.getCdtr(), OrderFile.IIN, OrderFile.PAYEE_SECTOR);
        if (transfer.getUltmtCdtr() != null) {
            party(of + ", actual recipient", transfer.getUltmtCdtr(), OrderFile.IIN, null);
        }
        code(
                of,
                "purpose code",
                transfer.getPurp() == null ? null : transfer.getPurp().getPrtry(),
                PURPOSE,
                """
                three digits""");
        List<String> words =
                transfer.getRmtInf() == null ? List.of() : transfer.getRmtInf().getUstrd();
        text(of + ", purpose in words", words.isEmpty() ? null : words.getFirst(), false);
    }

    private void whole(CustomerCreditTransferInitiationV09 order, List<String> faults) {
        if (order.getGrpHdr() == null || order.getPmtInf().isEmpty()) {
            faults.add("The file lacks its head (GrpHdr) or its payments (PmtInf).");
            return;
        }
        String message = order.getGrpHdr().getMsgId();
        if (message == null || message.isBlank() || message.length() > LONGEST_ID) {
            identifications.fault(
                    "The file's own number is '%s'; it has 1 to %d characters.".formatted(message, LONGEST_ID));
        }
        party("the sender", order.getGrpHdr().getInitgPty(), OrderFile.BIN, null);
        if (count == 0) {
            sums.fault("The file holds no payment.");
        }
        BigDecimal all = groups.stream().map(group -> group.sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        sum("The file", order.getGrpHdr().getNbOfTxs(), order.getGrpHdr().getCtrlSum(), count, all);
        for (int i = 0; i < order.getPmtInf().size(); i++) {
            PaymentInstruction30 info = order.getPmtInf().get(i);
            Group group = i < groups.size() ? groups.get(i) : new Group();
            sum(
                    "Its part %s".formatted(info.getPmtInfId()),
                    info.getNbOfTxs(),
                    info.getCtrlSum(),
                    group.count,
                    group.sum);
            account("the payer", info.getDbtrAcct());
            bank("the payer", info.getDbtrAgt());
            party("the payer", info.getDbtr(), OrderFile.BIN, OrderFile.PAYER_SECTOR);
        }
    }

    private void sum(
            String of, @Nullable String countSaid, @Nullable BigDecimal sumSaid, long countSeen, BigDecimal sumSeen) {
        sums.looked(2);
        if (!Long.toString(countSeen).equals(countSaid)) {
            sums.fault("%s says that it holds %s payments, and holds %d.".formatted(of, countSaid, countSeen));
        }
        if (sumSaid == null || sumSaid.compareTo(sumSeen) != 0) {
            sums.fault("%s says that its payments are %s tenge together, and they are %s."
                    .formatted(of, plain(sumSaid), plain(sumSeen)));
        }
    }

    private void identification(String of, @Nullable String id) {
        identifications.looked(1);
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            identifications.fault(
                    "The identification of %s is '%s'; it has 1 to %d characters.".formatted(of, id, LONGEST_ID));
        } else if (!seen.add(id)) {
            identifications.fault(
                    "The identification %s stands there twice. Maybe a payment was listed twice.".formatted(id));
        }
    }

    private BigDecimal amount(String of, @Nullable ActiveOrHistoricCurrencyAndAmount amount) {
        amounts.looked(1);
        if (amount == null || amount.getValue() == null) {
            amounts.fault("The amount of %s is missing.".formatted(of));
            return BigDecimal.ZERO;
        }
        BigDecimal value = amount.getValue();
        if (!"KZT".equals(amount.getCcy())) {
            amounts.fault("The amount of %s is in '%s', and only tenge (KZT) are paid.".formatted(of, amount.getCcy()));
        } else if (value.signum() <= 0) {
            amounts.fault("The amount of %s is %s; it must be more than zero.".formatted(of, plain(value)));
        } else if (value.stripTrailingZeros().scale() > 2) {
            amounts.fault("The amount of %s is %s; tenge have at most two decimals.".formatted(of, plain(value)));
        }
        return value;
    }

    private void account(String of, @Nullable CashAccount38 account) {
        accounts.looked(1);
        String number = account == null || account.getId() == null
                ? null
                : account.getId().getIBAN();
        String fault = number == null ? "The account is missing." : Iban.fault(number);
        if (fault != null) {
            accounts.fault("Of %s: %s".formatted(of, fault));
        }
    }

    private void bank(String of, @Nullable BranchAndFinancialInstitutionIdentification6 bank) {
        banks.looked(1);
        String bic = bank == null || bank.getFinInstnId() == null
                ? null
                : bank.getFinInstnId().getBICFI();
        if (bic == null) {
            banks.fault("The bank code (BIC) of %s is missing.".formatted(of));
        } else if (!BIC.matcher(bic).matches()) {
            banks.fault(
                    "The bank code (BIC) of %s is '%s'; it has 8 or 11 capital letters and digits.".formatted(of, bic));
        } else if (!bic.startsWith("KZ", 4)) {
            banks.fault("The bank code (BIC) of %s is '%s', of a bank outside Kazakhstan.".formatted(of, bic));
        }
    }

    private void party(String of, @Nullable PartyIdentification135 party, String number, @Nullable String sector) {
        text(of + ", name", party == null ? null : party.getNm(), true);
        String id = party == null ? null : id(party, number);
        persons.looked(1);
        if (id == null) {
            persons.fault("The %s of %s is missing.".formatted(number, of));
        } else if (!Iin.isValid(id)) {
            persons.fault(
                    "The %s of %s is '%s': not twelve digits with a right check digit. Maybe a digit was mistyped."
                            .formatted(number, of, id));
        }
        if (sector != null) {
            code(of, sector, party == null ? null : id(party, sector), SECTOR, "1 or 2 and the digit of a sector");
        }
    }

    private static @Nullable String id(PartyIdentification135 party, String scheme) {
        if (party.getId() == null) {
            return null;
        }
        if (party.getId().getOrgId() != null) {
            return party.getId().getOrgId().getOthr().stream()
                    .filter(other -> other.getSchmeNm() != null
                            && scheme.equals(other.getSchmeNm().getPrtry()))
                    .map(other -> other.getId())
                    .findFirst()
                    .orElse(null);
        }
        if (party.getId().getPrvtId() != null) {
            return party.getId().getPrvtId().getOthr().stream()
                    .filter(other -> other.getSchmeNm() != null
                            && scheme.equals(other.getSchmeNm().getPrtry()))
                    .map(other -> other.getId())
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private void code(String of, String which, @Nullable String code, Pattern form, String words) {
        codes.looked(1);
        if (code == null) {
            codes.fault("The %s of %s is missing.".formatted(which, of));
        } else if (!form.matcher(code).matches()) {
            codes.fault("The %s of %s is '%s'; it is %s.".formatted(which, of, code, words));
        }
    }

    private void text(String of, @Nullable String text, boolean name) {
        names.looked(1);
        if (text == null || text.isBlank()) {
            names.fault("Of %s: there is none.".formatted(of));
        } else if (text.length() > LONGEST_NAME) {
            names.fault("Of %s: it has %d characters, and at most %d fit.".formatted(of, text.length(), LONGEST_NAME));
        } else {
            text.codePoints()
                    .filter(c -> !allowed(c, name))
                    .findFirst()
                    .ifPresent(c -> names.fault("""
                    Of %s: '%s' holds the character U+%04X, which banks do not take. \
                    Maybe it was copied from elsewhere.""".formatted(of, text, c)));
        }
    }

    /// Letters of Kazakh, Russian and those written in Latin; composed, as registers write them.
    private static boolean allowed(int c, boolean name) {
        if (c < 0x80 && !name) {
            return c >= ' ' && c != 0x7F;
        }
        if (Character.isLetter(c)) {
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            return script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.LATIN;
        }
        return (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0 || (!name && "–—₸".indexOf(c) >= 0);
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "not said" : value.toPlainString();
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /// The payments of one part of the file.
    private static final class Group {
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(BigDecimal amount) {
            count++;
            sum = sum.add(amount);
        }
    }

    /// What one check saw.
    private static final class Tally {
        private final String what;
        private final String things;
        private long looked;
        private long faults;
        private String first = "";

        Tally(String what, String things) {
            this.what = what;
            this.things = things;
        }

        void looked(int more) {
            looked += more;
        }

        void fault(String said) {
            if (faults++ == 0) {
                first = said;
            }
        }

        Check check() {
            return faults == 0
                    ? new Check(what, true, true, "%s looked at: %s.".formatted(number(looked), things))
                    : new Check(
                            what,
                            true,
                            false,
                            faults == 1 ? first : "%s places, the first: %s".formatted(number(faults), first));
        }
    }
}
