package kz.shanyraq.policy.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.shanyraq.policy.figures.Shipped;
import org.jspecify.annotations.Nullable;

/// The words of explanations, in three languages side by side: a table `key, Kazakh, Russian, English`
/// separated by tabs. `{0}`, `{1}`, … stand for values.
public final class Words {

    private static final class Holder {
        private static final Map<String, String[]> TABLE = read();
    }

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

    /// A place in an act, with "article" and "annex" in the words of the language.
    String place(String place) {
        return place.replace("arts ", say("place.articles") + " ")
                .replace("art. ", say("place.article") + " ")
                .replace("annexes", say("place.annexes"));
    }

    /// The words of a key, if there are any.
    public @Nullable String find(String key) {
        String[] words = Holder.TABLE.get(key);
        return words == null ? null : words[column];
    }
}
