package kz.shanyraq.office.page;

import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;

/// A language of the pages, in the order in which the switch shows them.
public enum Language {
    KK("kk", "Қазақша", "Қаз"),
    RU("ru", "Русский", "Рус"),
    EN("en", "English", "Eng");

    private final String code;
    private final String ownName;
    private final String shortName;
    private final Locale locale;

    Language(String code, String ownName, String shortName) {
        this.code = code;
        this.ownName = ownName;
        this.shortName = shortName;
        this.locale = Locale.forLanguageTag(code + (code.equals("en") ? "-GB" : "-KZ"));
    }

    /// The two letters that stand in addresses, cookies and `lang`.
    public String code() {
        return code;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// The same in three letters.
    public String shortName() {
        return shortName;
    }

    /// Where libraries ask for a locale.
    public Locale locale() {
        return locale;
    }

    /// The language with this code, if there is one.
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /// The first of the wanted languages that we speak; Kazakh if there is none.
    static Language firstOf(Enumeration<Locale> wanted) {
        while (wanted.hasMoreElements()) {
            Optional<Language> spoken = of(wanted.nextElement().getLanguage());
            if (spoken.isPresent()) {
                return spoken.get();
            }
        }
        return KK;
    }
}
