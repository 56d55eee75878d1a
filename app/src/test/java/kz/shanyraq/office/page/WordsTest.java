package kz.shanyraq.office.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The words of all modules: complete in three languages, and used as they are.
class WordsTest {
    private static final Path APP =
            Path.of(System.getProperty("shanyraq.root", "..")).resolve("app");
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:say|done|failed|info|wait)\\(\\s*\"([a-z][a-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)+)\"\\s*[,)]");
    /// Latin letters of Norwegian words that the design system brings.
    private static final Pattern NORWEGIAN =
            Pattern.compile("\\b(tegn|igjen|lukk|tøm|velg|valgt)\\b", Pattern.CASE_INSENSITIVE);

    private final Words words;

    WordsTest() throws IOException {
        words = new Words();
    }

    @Test
    void every_key_has_words_in_three_languages() {
        var kazakh = words.all(Language.KK).keySet();
        assertThat(words.all(Language.RU).keySet()).containsExactlyInAnyOrderElementsOf(kazakh);
        assertThat(words.all(Language.EN).keySet()).containsExactlyInAnyOrderElementsOf(kazakh);
    }

    @Test
    void the_words_of_a_key_take_the_same_arguments_in_each_language() {
        var different = new TreeMap<String, List<Object>>();
        words.all(Language.EN).forEach((key, english) -> {
            var arguments = Words.arguments(english);
            var kazakh = Words.arguments(words.all(Language.KK).getOrDefault(key, ""));
            var russian = Words.arguments(words.all(Language.RU).getOrDefault(key, ""));
            if (!kazakh.equals(arguments) || !russian.equals(arguments)) {
                different.put(key, List.of(kazakh, russian, arguments));
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    void no_words_are_empty_doubtful_or_norwegian() {
        List<String> bad = new ArrayList<>();
        for (Language language : Language.values()) {
            words.all(language).forEach((key, pattern) -> {
                if (pattern.isBlank()
                        || pattern.contains("??")
                        || pattern.contains("TODO")
                        || NORWEGIAN.matcher(pattern).find()) {
                    bad.add(language + " " + key + "=" + pattern);
                }
                if (!key.equals(key.toLowerCase(Locale.ROOT))) {
                    bad.add(key);
                }
            });
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void kazakh_and_russian_words_are_written_in_their_own_letters() {
        List<String> bad = new ArrayList<>();
        Pattern kazakhLetters = Pattern.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]");
        words.all(Language.RU).forEach((key, pattern) -> {
            String plain = pattern.replaceAll("\\{[^}]*}", "");
            boolean name = key.startsWith("page.brand")
                    || key.contains(".region.")
                    || key.contains(".tile.")
                    || key.contains(".district.");
            if (!name && kazakhLetters.matcher(plain).find() && !plain.matches(".*[«\"].*[»\"].*")) {
                bad.add("Kazakh letters in Russian " + key + "=" + pattern);
            }
        });
        assertThat(bad).isEmpty();
    }

    @Test
    void each_key_begins_with_the_module_whose_file_has_it() throws IOException {
        List<String> bad = new ArrayList<>();
        try (Stream<Path> files = Files.list(APP.resolve("src/main/resources/messages"))) {
            for (Path file : files.toList()) {
                String module = file.getFileName().toString().replaceFirst("_(kk|ru|en)\\.properties$", "");
                for (String line : Files.readAllLines(file)) {
                    if (line.contains("=")
                            && !line.startsWith("#")
                            && !line.startsWith(" ")
                            && !line.startsWith(module + ".")) {
                        bad.add(file.getFileName() + ": " + line);
                    }
                }
            }
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void whatever_a_template_or_a_class_says_has_words() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (String folder : List.of("src/main/jte", "src/main/java")) {
            try (Stream<Path> files = Files.walk(APP.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    var said = SAID.matcher(Files.readString(file));
                    while (said.find()) {
                        if (!words.has(said.group(1)) && !file.endsWith("Notice.java")) {
                            unknown.add(file.getFileName() + " says " + said.group(1));
                        }
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void a_key_without_words_is_refused_by_name() {
        assertThatThrownBy(() -> words.get(Language.KK, "page.nothing"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There are no words for 'page.nothing' in Қазақша.");
    }
}
