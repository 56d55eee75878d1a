package kz.shanyraq.office.page;

import java.text.Normalizer;
import java.util.Locale;

/// Names as search compares them: without the letters that Kazakh and Russian spellings exchange (ә/а, ғ/г, қ/к, ң/н,
/// ө/о, ұ ү/у, һ/х, і/и,
/// ё/е), in lower case, with one space where there was a hyphen, a dot or several spaces.
public final class Folding {
    private static final String FROM = "әғқңөұүһіё";
    private static final String TO = "агкноуухие";

    private Folding() {}

    /// The folded form; two spellings of one name mostly fold to the same.
    public static String fold(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                gap = !out.isEmpty();
                continue;
            }
            if (gap) {
                out.append(' ');
                gap = false;
            }
            int known = FROM.indexOf(c);
            out.append(known < 0 ? c : TO.charAt(known));
        }
        return out.toString();
    }
}
