package kz.shanyraq.office.access;

import java.util.Locale;

/// What the log knows of: the closed list of what is done to persons, families and rights.
public enum Action {
    /// A page of a person or family was shown.
    LOOK,
    /// A family stood in a list that was shown.
    LIST,
    /// Somebody searched.
    SEARCH,
    /// A family was in a file that was taken out.
    EXPORT,
    /// A fact was entered or corrected.
    CHANGE,
    /// A fact was called wrong.
    QUESTION,
    /// Two persons were made one, or parted.
    MERGE,
    /// A file was loaded.
    LOAD,
    /// Something was asked for without the right to it.
    DENIED,
    /// Somebody signed in.
    SIGN_IN,
    /// Somebody could not sign in.
    SIGN_IN_REFUSED,
    /// Somebody signed out.
    SIGN_OUT,
    /// A password or a second factor was changed.
    CREDENTIALS_CHANGED,
    /// A reason was given for a family outside the territory, or a break-glass asked for.
    PERMIT_ASKED,
    /// A second officer approved a break-glass.
    PERMIT_APPROVED,
    /// A second officer refused a break-glass.
    PERMIT_REFUSED,
    /// An officer was added or changed, a post given or ended.
    OFFICER_CHANGED,
    /// The log was read.
    LOG_READ,
    /// The log was taken out, signed.
    LOG_EXPORTED,
    /// The log was verified.
    LOG_VERIFIED;

    /// The action as the database writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
