package kz.shanyraq.nation.reading;

import kz.shanyraq.policy.household.Column;

/// The form of a column of text that the law does not read.
public enum TextForm {
    ANY("any text") {
        @Override
        public boolean fits(String text) {
            return true;
        }
    },
    KATO("a KATO code of nine digits") {
        @Override
        public boolean fits(String text) {
            return digits(text, 9, 9);
        }
    },
    IIN("an IIN of twelve digits") {
        @Override
        public boolean fits(String text) {
            return digits(text, 12, 12) && !text.equals("000000000000");
        }
    },
    LANGUAGE("kk or ru") {
        @Override
        public boolean fits(String text) {
            return text.equals("kk") || text.equals("ru");
        }
    },
    OCCUPATION("an ISCO-08 code of one to four digits") {
        @Override
        public boolean fits(String text) {
            return digits(text, 1, 4);
        }
    };

    private final String words;

    TextForm(String words) {
        this.words = words;
    }

    /// The form of a column.
    public static TextForm of(Column column) {
        return switch (column) {
            case DISTRICT, SETTLEMENT -> KATO;
            case IIN -> TextForm.IIN;
            case LANGUAGE -> TextForm.LANGUAGE;
            case OCCUPATION -> TextForm.OCCUPATION;
            default -> ANY;
        };
    }

    /// Whether a text, which is not empty, has the form.
    public abstract boolean fits(String text);

    /// What is expected, in words.
    public String words() {
        return words;
    }

    private static boolean digits(String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
