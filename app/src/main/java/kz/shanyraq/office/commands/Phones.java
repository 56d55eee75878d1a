package kz.shanyraq.office.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The telephones of the local SMS gateway, as files in a folder that people and tests may read and
/// write:
///
/// * `phones/77010000001.tsv`: what the telephone got and sent, a line each: time, `in` or `out`, the
///   other number, the gateway's name of it, the words
/// * `rules.txt`: how the gateway treats a telephone, such as `lose +77010000001` or `delay
///   +77010000001 5`; `*` for all
/// * `answers.txt`: what telephones answer, such as `+77010000001 1`; each line that is added is sent
final class Phones {

    private static final String RULES = "rules.txt";
    private static final String ANSWERS = "answers.txt";
    private static final String TAKEN = "answers.done";

    /// What the gateway does with a message to a telephone.
    enum Treatment {
        /// It is delivered at once, and a receipt says so.
        DELIVER,
        /// It is delivered after some seconds.
        DELAY,
        /// It is taken and never heard of again.
        LOSE,
        /// It is taken, and a receipt says that it could not be delivered.
        FAIL,
        /// It is refused: there is no such number.
        REJECT,
        /// It is refused for now.
        BUSY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Treatment> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }
    }

    /// How a telephone is treated.
    record Rule(Treatment treatment, int seconds) {}

    /// What a telephone got or sent.
    ///
    /// @param received whether it got it; else it sent it
    /// @param other the number at the other end
    /// @param id what the gateway calls it
    record Entry(Instant at, boolean received, String other, String id, String words) {}

    /// What a telephone answers.
    record Answer(String phone, String words) {}

    /// Answers that were added.
    ///
    /// @param upTo how far the file was read
    record Fresh(List<Answer> answers, int upTo) {}

    private final Path folder;

    /// @param folder made if it is not there
    Phones(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("phones"));
    }

    /// Writes what a telephone got or sent; what stands there already is not written again.
    synchronized void append(String phone, Entry entry) throws IOException {
        if (of(phone).stream().anyMatch(before -> before.id().equals(entry.id()))) {
            return;
        }
        Files.writeString(
                file(phone),
                String.join(
                                "\t",
                                entry.at().toString(),
                                entry.received() ? "in" : "out",
                                entry.other(),
                                entry.id(),
                                escaped(entry.words()))
                        + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /// What a telephone got and sent, in order.
    synchronized List<Entry> of(String phone) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file(phone))) {
            for (String line : Files.readAllLines(file(phone))) {
                String[] parts = line.split("\t", 5);
                if (parts.length == 5) {
                    entries.add(new Entry(
                            Instant.parse(parts[0]), parts[1].equals("in"), parts[2], parts[3], unescaped(parts[4])));
                }
            }
        }
        return entries;
    }

    /// All telephones that got or sent something.
    synchronized SortedMap<String, List<Entry>> all() throws IOException {
        SortedMap<String, List<Entry>> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("phones"))) {
            for (Path file : files.toList()) {
                String phone = "+" + file.getFileName().toString().replaceAll("\\D", "");
                all.put(phone, of(phone));
            }
        }
        return all;
    }

    /// How a telephone is treated: by its own line, else by that of all; the last one holds.
    synchronized Rule rule(String phone) throws IOException {
        Rule ofAll = new Rule(Treatment.DELIVER, 0);
        Rule own = null;
        Path rules = folder.resolve(RULES);
        for (String line : Files.exists(rules) ? Files.readAllLines(rules) : List.<String>of()) {
            String[] words = line.strip().split("\\s+", 4);
            Optional<Treatment> treatment = Treatment.of(words[0].toLowerCase(Locale.ROOT));
            if (treatment.isPresent() && words.length > 1) {
                var rule = new Rule(
                        treatment.get(),
                        words.length > 2 && words[2].matches("\\d{1,6}") ? Integer.parseInt(words[2]) : 5);
                if (words[1].equals("*")) {
                    ofAll = rule;
                } else if (words[1].equals(phone)) {
                    own = rule;
                }
            }
        }
        return own == null ? ofAll : own;
    }

    /// Treats a telephone in another way from now on.
    synchronized void rule(String phone, Treatment treatment, int seconds) throws IOException {
        Files.writeString(
                folder.resolve(RULES),
                "%s %s %d\n".formatted(treatment.word(), phone, seconds),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /// A telephone answers.
    synchronized void answer(Answer answer) throws IOException {
        Files.writeString(
                folder.resolve(ANSWERS),
                "%s %s\n".formatted(answer.phone(), answer.words().replaceAll("[\\r\\n]+", " ")),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /// The answers that were added and not taken yet; a line without its end is not complete.
    synchronized Fresh answers() throws IOException {
        Path file = folder.resolve(ANSWERS);
        if (!Files.exists(file)) {
            return new Fresh(List.of(), 0);
        }
        List<Answer> fresh = new ArrayList<>();
        String text = Files.readString(file);
        int from = Math.min(taken(), text.length());
        int to = text.lastIndexOf('\n') + 1;
        if (to > from) {
            for (String line : text.substring(from, to).split("\n", -1)) {
                String[] words = line.strip().split("\\s+", 2);
                if (words.length == 2 && words[0].matches("\\+\\d{5,15}")) {
                    fresh.add(new Answer(words[0], words[1]));
                }
            }
        }
        return new Fresh(fresh, to);
    }

    /// These answers are taken.
    synchronized void taken(Fresh answers) throws IOException {
        write(folder.resolve(TAKEN), Integer.toString(answers.upTo()));
    }

    private int taken() throws IOException {
        Path file = folder.resolve(TAKEN);
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    }

    private Path file(String phone) {
        return folder.resolve("phones").resolve(phone.replaceAll("\\D", "") + ".tsv");
    }

    /// Writes a file whole or not at all.
    static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    static String unescaped(String line) {
        var words = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                words.append(
                        switch (next) {
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'n' -> '\n';
                            default -> next;
                        });
            } else {
                words.append(letter);
            }
        }
        return words.toString();
    }
}
