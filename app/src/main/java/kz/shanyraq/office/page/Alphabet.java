package kz.shanyraq.office.page;

import com.ibm.icu.text.Collator;
import java.util.Comparator;

/// The order of names. The JDK's own collator puts Ғ Қ Ң Ү Ұ Һ Ә Ө after Ы, so ICU's is used; it is frozen, so that
/// threads may share it.
final class Alphabet {
    private static final Collator KAZAKH = frozen(Language.KK);
    private static final Collator RUSSIAN = frozen(Language.RU);
    private static final Collator ENGLISH = frozen(Language.EN);

    private Alphabet() {}

    static Comparator<String> of(Language language) {
        Collator collator = switch (language) {
            case KK -> KAZAKH;
            case RU -> RUSSIAN;
            case EN -> ENGLISH;
        };
        return collator::compare;
    }

    private static Collator frozen(Language language) {
        return Collator.getInstance(language.locale()).freeze();
    }
}
