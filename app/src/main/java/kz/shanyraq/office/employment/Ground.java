package kz.shanyraq.office.employment;

import java.util.Locale;

/// Why a member of a family has no duties (Social Code, arts 121 and 122 §4).
public enum Ground {
    /// Not able-bodied: by age, as a pensioner, of disability group I or II, with a long illness.
    NOT_ABLE,
    /// The one carer of the family.
    CARER,
    /// Studies full-time or has a permanent job.
    STUDY_OR_WORK;

    /// As the database and the words have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Ground of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
