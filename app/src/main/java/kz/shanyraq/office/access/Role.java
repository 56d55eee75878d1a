package kz.shanyraq.office.access;

import java.util.Locale;

/// What somebody is in the office. An officer holds roles by posts; a citizen is always only that.
public enum Role {

    /// Social worker (әлеуметтік қызметкер, социальный работник): works with the families of a territory.
    SOCIAL_WORKER(Purpose.CASE_WORK, true),
    /// Specialist of a career centre (мансап орталығының маманы, специалист карьерного центра).
    CAREER_SPECIALIST(Purpose.PLACEMENT, true),
    /// Works with a provider of services (қызмет көрсетуші ұйымның қызметкері, сотрудник поставщика услуг).
    PROVIDER_STAFF(Purpose.OPERATION, false),
    /// Plans for an akimat (әкімдік жоспарлаушысы, плановик акимата): numbers, no names.
    AKIMAT_PLANNER(Purpose.STATISTICS, false),
    /// Analyst of the ministry (министрлік талдаушысы, аналитик министерства): numbers, no names.
    MINISTRY_ANALYST(Purpose.STATISTICS, false),
    /// The second pair of eyes (екінші бекітуші, второй утверждающий): decisions and break-glass.
    SECOND_APPROVER(Purpose.DECISION, true),
    /// Auditor (аудитор): the log, no names of families.
    AUDITOR(Purpose.AUDIT, false),
    /// Operator of the system (жүйе операторы, оператор системы): deliveries, sources, officers.
    OPERATOR(Purpose.OPERATION, false),
    /// Citizen (азамат, гражданин): the own family.
    CITIZEN(Purpose.OWN_DATA, false);

    private final Purpose purpose;
    private final boolean named;

    Role(Purpose purpose, boolean named) {
        this.purpose = purpose;
        this.named = named;
    }

    /// The role as the database writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of a word of the database.
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// What the role works for, unless a request says otherwise.
    public Purpose purpose() {
        return purpose;
    }

    /// Whether the role sees families of its territory by name.
    public boolean named() {
        return named;
    }
}
