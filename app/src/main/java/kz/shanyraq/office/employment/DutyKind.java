package kz.shanyraq.office.employment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be promised by a social contract (Social Code, art. 122).
public enum DutyKind {
    /// To be registered as a job-seeker.
    REGISTER,
    /// To look for work.
    JOB_SEARCH,
    /// To learn an occupation.
    TRAINING,
    /// Public works.
    PUBLIC_WORKS,
    /// A subsidised job: youth practice, a social job and the like.
    SUBSIDISED_JOB,
    /// To begin a business.
    BUSINESS,
    /// Social adaptation.
    SOCIAL_ADAPTATION;

    /// As the database and the words have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of a code.
    public static Optional<DutyKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
