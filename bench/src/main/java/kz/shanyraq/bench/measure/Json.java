package kz.shanyraq.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as far as files of results need it: maps, lists, texts, numbers as `Double`, truth values, null.
public final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /// Reads an object.
    ///
    /// @throws IllegalArgumentException if the text is not one
    public static Map<String, @Nullable Object> object(String text) {
        var json = new Json(text);
        Map<String, @Nullable Object> object = json.object();
        json.blanks();
        if (json.at < text.length()) {
            throw json.wrong("the end");
        }
        return object;
    }

    /// A text with its quotation marks.
    public static String text(String text) {
        var json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"', '\\' -> json.append('\\').append(letter);
                case '\n' -> json.append("\\n");
                default -> json.append(letter < ' ' ? String.format("\\u%04x", (int) letter) : letter);
            }
        }
        return json.append('"').toString();
    }

    private @Nullable Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        expect('{');
        if (next() != '}') {
            do {
                String key = string();
                expect(':');
                object.put(key, value());
            } while (more());
        }
        expect('}');
        return object;
    }

    private List<@Nullable Object> list() {
        var list = new ArrayList<@Nullable Object>();
        expect('[');
        if (next() != ']') {
            do {
                list.add(value());
            } while (more());
        }
        expect(']');
        return list;
    }

    private boolean more() {
        boolean more = next() == ',';
        at += more ? 1 : 0;
        return more;
    }

    private String string() {
        expect('"');
        var string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char letter = text.charAt(at++);
            string.append(letter == '\\' ? escaped() : letter);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() {
        char letter = at < text.length() ? text.charAt(at++) : ' ';
        return switch (letter) {
            case '"', '\\' -> letter;
            case 'n' -> '\n';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw wrong("escaped letter that is known");
        };
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return meaning;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(from, at));
        } catch (NumberFormatException none) {
            throw wrong("a value");
        }
    }

    private char next() {
        blanks();
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private void expect(char letter) {
        if (next() != letter) {
            throw wrong("'" + letter + "'");
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("The JSON has no %s at its letter %d: …%s"
                .formatted(
                        expected, at, text.substring(Math.min(at, text.length()), Math.min(at + 20, text.length()))));
    }
}
