package kz.shanyraq.office.financing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the simulated bank does, by its file of rules. The first rule that meets a payment counts; whom none meets is
/// paid. A share is drawn from the seed and the payment's number, so that the same payment always fares the same.
///
/// ```
/// seed 7
/// KZ86125KZT5004100100 reject AC04
/// KZ86125KZT5004100100 lose
/// KZ86125KZT5004100100 delay 2
/// KZ86125KZT5004100100 return 1 AC06
/// 5 of 1000 reject AC01
/// message PAY-7 lose
/// ```
final class BankRules {

    /// How a payment fares.
    enum Course {
        /// Booked on the day it comes.
        PAID,
        /// Refused at once.
        REJECTED,
        /// Neither answered nor booked.
        LOST,
        /// Booked some days later.
        DELAYED,
        /// Booked, and given back some days later.
        RETURNED
    }

    /// How a payment fares, after how many days and why.
    record Fate(Course course, int days, String reason) {}

    static final Fate PAID = new Fate(Course.PAID, 0, "");

    private static final Pattern DO =
            Pattern.compile("(reject ([A-Z0-9]{4})|lose|delay ([1-9][0-9]?)|return ([1-9][0-9]?) ([A-Z0-9]{4}))");
    private static final Pattern OF_ACCOUNT = Pattern.compile("(KZ[0-9A-Z]{18}) (.+)");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,6}) of ([1-9][0-9]{0,6}) (.+)");
    private static final Pattern MESSAGE = Pattern.compile("message (\\S{1,35}) lose");
    private static final Pattern SEED = Pattern.compile("seed ([0-9]{1,9})");

    private record OfAccount(String iban, Fate fate) {}

    private record Share(int some, int all, Fate fate) {}

    private final List<OfAccount> accounts = new ArrayList<>();
    private final List<Share> shares = new ArrayList<>();
    private final Set<String> lostAnswers = new HashSet<>();
    private long seed;

    /// The rules of a file; none if there is no file.
    static BankRules of(Path file) throws IOException {
        return Files.exists(file)
                ? new BankRules(Files.readAllLines(file, StandardCharsets.UTF_8))
                : new BankRules(List.of());
    }

    BankRules(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().replaceAll("\\s+", " ");
            if (!line.isEmpty() && !line.startsWith("#")) {
                rule(line, i + 1);
            }
        }
    }

    private void rule(String line, int number) {
        Matcher account = OF_ACCOUNT.matcher(line);
        Matcher share = SHARE.matcher(line);
        Matcher message = MESSAGE.matcher(line);
        Matcher first = SEED.matcher(line);
        if (first.matches()) {
            seed = Long.parseLong(first.group(1));
        } else if (message.matches()) {
            lostAnswers.add(message.group(1));
        } else if (account.matches()) {
            accounts.add(new OfAccount(account.group(1), fate(account.group(2), line, number)));
        } else if (share.matches()) {
            shares.add(new Share(
                    Integer.parseInt(share.group(1)),
                    Integer.parseInt(share.group(2)),
                    fate(share.group(3), line, number)));
        } else {
            throw unknown(line, number);
        }
    }

    private static Fate fate(String words, String line, int number) {
        Matcher rule = DO.matcher(words);
        if (!rule.matches()) {
            throw unknown(line, number);
        }
        if (rule.group(2) != null) {
            return new Fate(Course.REJECTED, 0, rule.group(2));
        }
        if (rule.group(3) != null) {
            return new Fate(Course.DELAYED, Integer.parseInt(rule.group(3)), "");
        }
        if (rule.group(4) != null) {
            return new Fate(Course.RETURNED, Integer.parseInt(rule.group(4)), rule.group(5));
        }
        return new Fate(Course.LOST, 0, "");
    }

    private static MessageRefused unknown(String line, int number) {
        return new MessageRefused("""
                Line %d of the bank's rules is '%s', which is no rule.
                Maybe it should read as one of: KZ… reject AC04 | KZ… lose | KZ… delay 2 | KZ… return 1 AC06 | \
                5 of 1000 reject AC01 | message ID lose | seed 7""".formatted(number, line));
    }

    Fate of(String endToEndId, String iban) {
        for (OfAccount rule : accounts) {
            if (rule.iban().equals(iban)) {
                return rule.fate();
            }
        }
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            if (drawn(endToEndId, i) % share.all() < share.some()) {
                return share.fate();
            }
        }
        return PAID;
    }

    /// Whether the first answer to a payment file goes astray; a second file of the same number is answered.
    boolean losesAnswer(String messageId) {
        return lostAnswers.contains(messageId);
    }

    /// A number from the seed, the payment and the rule (SplitMix64 over FNV-1a).
    private long drawn(String endToEndId, int rule) {
        long hash = 0xcbf29ce484222325L ^ (seed * 31 + rule);
        for (int i = 0; i < endToEndId.length(); i++) {
            hash = (hash ^ endToEndId.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return (hash ^ (hash >>> 31)) >>> 1;
    }
}
