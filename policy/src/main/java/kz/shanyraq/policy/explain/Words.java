package kz.shanyraq.policy.explain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Shipped;
import org.jspecify.annotations.Nullable;

/// The words of explanations, in three languages side by side: a table `key, Kazakh, Russian, English`
/// separated by tabs. `{0}`, `{1}`, … stand for values.
public final class Words {

    private static final class Holder {
        private static final Map<String, String[]> TABLE = read();

        /// What figures say of their sources, in English as there, to its key.
        private static final Map<String, String> SOURCES = TABLE.entrySet().stream()
                .filter(words -> words.getKey().startsWith("source."))
                .collect(Collectors.toUnmodifiableMap(
                        words -> words.getValue()[Language.EN.ordinal()], Map.Entry::getKey));
    }

    private static final Pattern ARTICLES = Pattern.compile("arts?[.]? (.+)");
    private static final Pattern ARTICLE = Pattern.compile("([0-9–-]+)(?: §([0-9–-]+)| [(]([0-9]+)[)])?");

    private static final Pattern SOURCE = Pattern.compile("(?:unconfirmed: )?(.*?)( [(][A-Z][A-Za-z0-9; ]*[)])?");
    private static final Pattern YEAR = Pattern.compile("\\b[0-9]{4}\\b");

    private final int column;

    private Words(int column) {
        this.column = column;
    }

    /// The words of a language.
    public static Words in(Language language) {
        return new Words(language.ordinal());
    }

    private static Map<String, String[]> read() {
        var table = new HashMap<String, String[]>();
        for (String line : Shipped.lines("words.tsv")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 1 + Language.values().length) {
                throw new IllegalStateException("The words have a line of %d cells: %s".formatted(cells.length, line));
            }
            if (table.put(cells[0], new String[] {cells[1], cells[2], cells[3]}) != null) {
                throw new IllegalStateException("The words have two lines for %s.".formatted(cells[0]));
            }
        }
        return Map.copyOf(table);
    }

    /// Every key that has words.
    public static Set<String> keys() {
        return Set.copyOf(Holder.TABLE.keySet());
    }

    /// The words of a key, with values put in.
    ///
    /// @throws IllegalArgumentException if the key has no words
    public String say(String key, String... values) {
        String words = find(key);
        if (words == null) {
            throw new IllegalArgumentException("There are no words for '%s'.".formatted(key));
        }
        for (int i = 0; i < values.length; i++) {
            words = words.replace("{" + i + "}", values[i]);
        }
        return words;
    }

    /// A place in an act in the words of the language: `art. 125 (4)` is the fourth point of article 125. The
    /// law cites in English, which stays as it is.
    String place(String place) {
        if (column == Language.EN.ordinal()) {
            return place;
        }
        if (place.equals("annexes")) {
            return say("place.annexes");
        }
        Matcher articles = ARTICLES.matcher(place);
        return articles.matches()
                ? Arrays.stream(articles.group(1).split(", "))
                        .map(this::article)
                        .collect(Collectors.joining(", "))
                : place;
    }

    private String article(String text) {
        Matcher article = ARTICLE.matcher(text);
        if (!article.matches()) {
            throw new IllegalArgumentException("'%s' is not an article.".formatted(text));
        }
        String number = article.group(1);
        String paragraph = article.group(2);
        String point = article.group(3);
        if (paragraph != null) {
            return say(isRange(paragraph) ? "place.paragraphs" : "place.paragraph", number, paragraph);
        }
        if (point != null) {
            return say("place.point", number, point);
        }
        return say(isRange(number) ? "place.articles" : "place.article", number);
    }

    private static boolean isRange(String numbers) {
        return numbers.contains("–");
    }

    /// The words of a key, if there are any.
    public @Nullable String find(String key) {
        String[] words = Holder.TABLE.get(key);
        return words == null ? null : words[column];
    }

    /// The name of a figure.
    String figure(Figure figure) {
        return figure.name().startsWith(Figures.FARM_NORM)
                ? say("figure.farm_norm") + ", "
                        + say("code.kind." + figure.name().substring(Figures.FARM_NORM.length()))
                : say("figure." + figure.name());
    }

    /// A figure with its value and source, and what it stands in for.
    String figure(Looked looked) {
        String instead = looked.instead() == Looked.Instead.NOTHING
                ? ""
                : "; " + say("instead." + looked.instead().name().toLowerCase(Locale.ROOT));
        return figure(looked.figure()) + ": " + looked.figure().text() + (looked.confirmed() ? "" : " *") + "  ("
                + source(looked.figure()) + instead + ")";
    }

    /// Where a figure is from, with the keys of the publications. What has no words, as in the figures that a
    /// deployment
    /// brings, stays as it was written.
    public String source(Figure figure) {
        Matcher source = SOURCE.matcher(figure.source());
        if (!source.matches()) {
            return figure.source();
        }
        String keys = source.group(2);
        return Arrays.stream(source.group(1).split("; ")).map(this::phrase).collect(Collectors.joining("; "))
                + (keys == null ? "" : keys);
    }

    private String phrase(String english) {
        Matcher year = YEAR.matcher(english);
        String key = Holder.SOURCES.get(year.replaceFirst("{0}"));
        return key == null ? english : say(key, year.reset().find() ? year.group() : "");
    }
}
