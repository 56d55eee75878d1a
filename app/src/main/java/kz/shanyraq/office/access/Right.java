package kz.shanyraq.office.access;

import java.util.Locale;

/// What can be allowed. Which role has which, where and what for, is the table in [Rights].
public enum Right {
    /// The page one comes to.
    SEE_HOME,
    /// To search for families and persons.
    SEARCH,
    /// To list families by name.
    LIST,
    /// To see numbers without names.
    COUNT,
    /// To read a family's page and its persons.
    SEE_FAMILY,
    /// To read incomes and property.
    SEE_INCOME,
    /// To read disability and health.
    SEE_DISABILITY,
    /// To see who looked at a person or family.
    SEE_LOOKS,
    /// To take lists of families out of the system.
    EXPORT,
    /// To enter a person or family.
    ENTER_FAMILY,
    /// To say that a fact is wrong.
    QUESTION_FACT,
    /// To correct a fact with a document.
    CORRECT_FACT,
    /// To put a finding of the law aside until a day.
    PAUSE_FINDING,
    /// To take applications, propose decisions, hold awards, and put right what an appeal found wrong.
    DECIDE_BENEFITS,
    /// To put a decision in force as the second person, and to answer appeals.
    APPROVE_DECISIONS,
    /// To plan a visit or call, and to say how it ended.
    PLAN_VISIT,
    /// To write duties into social contracts, take in signatures and proofs, warn, and propose an end.
    MANAGE_CONTRACTS,
    /// To decide, as the second person, whether a social contract ends because it was broken.
    DECIDE_BREACH,
    /// To offer families what was found due to them, and to write down their answer.
    OFFER_BENEFITS,
    /// To decide whether two persons are one.
    RESOLVE_DUPLICATES,
    /// To see pay lists, orders and what the bank says of them.
    SEE_PAYMENTS,
    /// To prepare a pay list, lock it and give it to the bank when it is authorised.
    PREPARE_PAYMENTS,
    /// To approve a pay list that somebody else prepared.
    APPROVE_PAYMENTS,
    /// To authorise a pay list that two others prepared and approved.
    AUTHORISE_PAYMENTS,
    /// To load deliveries of registers.
    LOAD_DATA,
    /// To see which source is late.
    SEE_SOURCES,
    /// To ask for a family outside the territory, or under protection.
    ASK_PERMIT,
    /// To approve the break-glass of another officer.
    APPROVE_BREAK_GLASS,
    /// To add officers, give posts and end them.
    MANAGE_OFFICERS,
    /// To see the table of roles.
    SEE_ROLES,
    /// To read the log.
    READ_LOG,
    /// To take the log out of the system, signed.
    EXPORT_LOG,
    /// The own account: sessions, password, second factor.
    OWN_ACCOUNT,
    /// A citizen: the own family and data.
    SEE_OWN;

    /// The last part of its message key.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
