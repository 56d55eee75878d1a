package kz.shanyraq.office.matrix;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.shanyraq.office.registry.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The families of [Household] in a database, each with something on every sheet, so that each table has a row
/// that somebody must not see.
public final class Village {

    /// Birzhan sal district of Aqmola region: the officers' own.
    public static final int DISTRICT = 114500000;

    /// Ereymentau district of the same region.
    public static final int NEXT_DISTRICT = 114600000;

    /// A district of Qaragandy region.
    public static final int FAR_DISTRICT = 354000000;

    // Numbers that stand nowhere by chance, so that one that is seen was meant.
    private static final long FIRST_FAMILY = 73_100_419L;
    private static final long FIRST_PERSON = 84_200_533L;

    private static final String IBAN = "KZ758560000000000001";

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private final JdbcClient db;
    private final Map<Household, FamilyId> families = new EnumMap<>(Household.class);
    private final Map<Neighbour, Long> persons = new java.util.HashMap<>();
    private final Map<Household, Long> applications = new EnumMap<>(Household.class);
    private final Map<Household, Long> decisions = new EnumMap<>(Household.class);
    private final Map<Household, Long> awards = new EnumMap<>(Household.class);
    private final Map<Household, Long> appeals = new EnumMap<>(Household.class);
    private final Map<Household, Long> offers = new EnumMap<>(Household.class);
    private int intake;

    private Village(JdbcClient db) {
        this.db = db;
    }

    /// Writes the village as a delivery of registers would, through the role of mass work.
    public static Village in(DataSource intake) {
        var village = new Village(JdbcClient.create(intake));
        village.write();
        return village;
    }

    /// The number of a family.
    public FamilyId id(Household family) {
        return java.util.Objects.requireNonNull(families.get(family));
    }

    /// The number of a person.
    public long id(Neighbour person) {
        return java.util.Objects.requireNonNull(persons.get(person));
    }

    /// The pair of persons of a family that may be one; 0 where there is none.
    public long pair(Household family) {
        return db.sql("select coalesce(max(id), 0) from registry.duplicate where ? in (person_id, other_id)")
                .param(id(family.head()))
                .query(Long.class)
                .single();
    }

    /// The open question about a family.
    public long question(Household family) {
        return db.sql("select max(id) from registry.question where family_id = ?")
                .param(id(family).value())
                .query(Long.class)
                .single();
    }

    /// The social contract of a family.
    public long contract(Household family) {
        return db.sql("select max(id) from employment.contract where family_id = ?")
                .param(id(family).value())
                .query(Long.class)
                .single();
    }

    /// The application of a family.
    public long application(Household family) {
        return java.util.Objects.requireNonNull(applications.get(family));
    }

    /// The decision about a family.
    public long decision(Household family) {
        return java.util.Objects.requireNonNull(decisions.get(family));
    }

    /// The award of a family.
    public long award(Household family) {
        return java.util.Objects.requireNonNull(awards.get(family));
    }

    /// The appeal of a family.
    public long appeal(Household family) {
        return java.util.Objects.requireNonNull(appeals.get(family));
    }

    /// The offer to a family.
    public long offer(Household family) {
        return java.util.Objects.requireNonNull(offers.get(family));
    }

    /// What tells that a family is there: its number and those of its persons.
    public java.util.List<String> numbers(Household family) {
        var numbers = new java.util.ArrayList<String>();
        numbers.add(Long.toString(id(family).value()));
        family.members().forEach(member -> numbers.add(Long.toString(id(member))));
        return numbers;
    }

    /// The delivery that brought them.
    public int intake() {
        return intake;
    }

    /// Gives an officer what the village tells of: a live permit, one that has run out, and an approved
    /// break-glass. Needs an administrator.
    public void permits(JdbcClient admin, UUID officer, UUID approver) {
        permit(admin, officer, "outside_territory", Household.PERMITTED, null, "8 hours");
        permit(admin, officer, "outside_territory", Household.EXPIRED, null, "-1 hours");
        permit(admin, officer, "break_glass", Household.OPENED, approver, "8 hours");
    }

    private void permit(
            JdbcClient admin,
            UUID officer,
            String kind,
            Household family,
            @org.jspecify.annotations.Nullable UUID approver,
            String until) {
        admin.sql("""
                        insert into access.permit (officer, kind, family, number, reason, answer, answered_by, answered_at, until)
                        values (:officer, :kind, :family, :number, 'Отбасы көшіп келеді деп хабарлады', 'approved', :approver,
                            case when :approver::uuid is not null then now() end, now() + :until::interval)
                        """)
                .param("officer", officer)
                .param("kind", kind)
                .param("family", id(family).value())
                .param("number", id(family).number())
                .param("approver", approver)
                .param("until", until)
                .update();
    }

    private void write() {
        intake = db.sql("""
                        insert into registry.intake (kind, file, format, checksum, valid_on, state, rows_total, rows_read, rows_new, rows_rejected, closed_at)
                        values ('households', 'village.zip', 'persons', sha256('village'), current_date - 12, 'done', 17, 17, 16, 1, now()) returning id
                        """).param("since", SINCE).query(Integer.class).single();
        for (Household family : Household.values()) {
            write(family);
            help(family);
        }
    }

    /// What a family applied for, was awarded and disputes.
    private void help(Household family) {
        long id = id(family).value();
        long head = id(family.head());
        db.sql("""
                        insert into benefits.consent (family_id, person_id, topic, language, words, channel, until)
                        values (?, ?, 12, 'kk', ?, 'page', current_date + 365)
                        """).params(id, head, family.head().lastName() + " келіседі").update();
        applications.put(
                family, db.sql("""
                                insert into benefits.application (family_id, topic, applicant_id, channel, month, iban, due_on)
                                values (?, 12, ?, 'page', date_trunc('month', current_date)::date, ?, current_date + 8) returning id
                                """).params(id, head, IBAN).query(Long.class).single());
        long award = db.sql("""
                        insert into benefits.award (family_id, topic, payee_id, iban, kato, held, held_since, held_reason)
                        values (?, 8, ?, ?, ?, 'suspended', current_date, ?) returning id
                        """)
                .params(id, head, IBAN, family.kato(), family.head().firstName() + " табылмады")
                .query(Long.class)
                .single();
        long decision = db.sql("""
                        insert into benefits.decision (award_id, family_id, topic, kind, month, facts_on, known, edition, monthly, once, months, steps,
                            state, approved_at)
                        values (?, ?, 8, 'grant', date_trunc('month', current_date)::date, current_date, ?, 'village', 7777, 0,
                            daterange(date_trunc('month', current_date)::date, null), '[]', 'in_force', now()) returning id
                        """).params(award, id, intake).query(Long.class).single();
        db.sql("""
                        insert into benefits.award_month (award_id, months, monthly, decision_id)
                        values (?, daterange(date_trunc('month', current_date)::date, null), 7777, ?)
                        """).params(award, decision).update();
        offers.put(
                family,
                db.sql("""
                                insert into benefits.offer (family_id, topic, asked_id, monthly, once, month, sweep, language, words)
                                values (?, 10, ?, 6161, 0, date_trunc('month', current_date)::date, 1, 'kk', ?) returning id
                                """)
                        .params(id, head, family.head().lastName() + " отбасына тиесілі")
                        .query(Long.class)
                        .single());
        awards.put(family, award);
        decisions.put(family, decision);
        appeals.put(
                family,
                db.sql("""
                                insert into benefits.appeal (decision_id, family_id, condition, words, channel, person_id, due_on)
                                values (?, ?, 'sum', ?, 'page', ?, current_date + 20) returning id
                                """)
                        .params(decision, id, family.head().lastName() + " келіспейді", head)
                        .query(Long.class)
                        .single());
    }

    private void write(Household family) {
        long id = FIRST_FAMILY + 1117L * family.ordinal();
        db.sql("insert into registry.family (id, kato, restricted, source_key, intake) values (?, ?, ?, ?, ?)")
                .params(id, family.kato(), family.restricted(), "village-" + family.name(), intake)
                .update();
        families.put(family, new FamilyId(id));
        for (Neighbour member : family.members()) {
            persons.put(member, write(family, id, member));
        }
        sheet("""
                home (family_id, intake, valid, kato, settlement_type, dwelling_key, address, water, heating, housing_costs)
                values (?, ?, ?::daterange, ?, 'rural', ?, ?, true, true, 21000)""", id, family.kato(), "d-" + id, family.address());
        sheet(
                "property (family_id, intake, valid, dwellings, dwelling_area_m2) values (?, ?, ?::daterange, 1, 64.5)",
                id);
        sheet("vehicles (family_id, intake, valid, cars) values (?, ?, ?::daterange, 1)", id);
        sheet("conduct (family_id, intake, valid, survey_refused) values (?, ?, ?::daterange, false)", id);
        sheet("finance (family_id, intake, valid, loans_quarter, deposits) values (?, ?, ?::daterange, 150000, 0)", id);
        sheet("livestock (family_id, intake, valid, kind, heads) values (?, ?, ?::daterange, 'sheep', 12)", id);
        sheet("plots (family_id, intake, valid, kind, area_m2) values (?, ?, ?::daterange, 'garden', 800)", id);
        Neighbour head = family.head();
        long person = id(head);
        db.sql("""
                        insert into registry.disagreement (sheet, family_id, "column", valid, held, held_source, other, other_source, rule, intake)
                        values ('home', ?, 'address', daterange(?, null), ?, 'address', ?, 'survey', 'keeper', ?)
                        """)
                .params(id, SINCE, family.address(), family.address() + " 2", intake)
                .update();
        db.sql("""
                        insert into registry.question (person_id, family_id, sheet, "column", seen, claimed, words, source, asked_by_person, due_on)
                        values (?, ?, 'contact', 'phone', ?, '+77010009999', ?, 'person', ?, current_date + 5)
                        """)
                .params(person, id, head.phone(), head.firstName() + ": телефон өзгерді", person)
                .update();
        if (family.members().size() > 1) {
            db.sql("""
                            insert into registry.duplicate (person_id, other_id, score, rule, reasons, found_by)
                            values (least(?, ?), greatest(?, ?), 0.5, 'same_phone', '[]'::jsonb, ?)
                            """)
                    .params(
                            person,
                            id(family.members().get(1)),
                            person,
                            id(family.members().get(1)),
                            intake)
                    .update();
        }
        contract(family, id, head);
        db.sql("insert into registry.reject (intake, line, \"column\", value, reason) values (?, ?, 'last_name', ?, ?)")
                .params(intake, 100 + id, head.lastName(), "'" + head.lastName() + "' is not what it should be")
                .update();
    }

    private void contract(Household family, long id, Neighbour head) {
        long contract = db.sql("""
                        insert into employment.contract (family_id, kato, decision, period)
                        values (?, ?, ?, daterange(current_date - 10, current_date + 80)) returning id
                        """)
                .params(id, family.kato(), "village-" + id)
                .query(Long.class)
                .single();
        long person = id(head);
        db.sql("""
                        insert into employment.request (decision, contract_id, family_id, period)
                        select decision, id, family_id, period from employment.contract where id = ?
                        """).param(contract).update();
        db.sql("insert into employment.party (contract_id, family_id, person_id, standing) values (?, ?, ?, 'duty')")
                .params(contract, id, person)
                .update();
        if (family.members().size() > 1) {
            long other = id(family.members().getLast());
            db.sql(
                            "insert into employment.party (contract_id, family_id, person_id, standing) values (?, ?, ?, 'exempt')")
                    .params(contract, id, other)
                    .update();
            db.sql(
                            "insert into employment.exemption (contract_id, person_id, family_id, ground) values (?, ?, ?, 'not_able')")
                    .params(contract, other, id)
                    .update();
        }
        long duty = db.sql("""
                        insert into employment.duty (contract_id, family_id, person_id, kind, words, due)
                        values (?, ?, ?, 'training', ?, current_date + 30) returning id
                        """)
                .params(contract, id, person, head.lastName())
                .query(Long.class)
                .single();
        db.sql("""
                        insert into employment.duty_word (duty_id, family_id, person_id, state, words)
                        values (?, ?, ?, 'excused', ?)
                        """).params(duty, id, person, family.address()).update();
        db.sql("""
                        insert into employment.step (contract_id, family_id, person_id, day, words)
                        values (?, ?, ?, current_date + 5, ?)
                        """).params(contract, id, person, family.address()).update();
        db.sql("""
                        insert into employment.breach (contract_id, family_id, kind, warning, answer_by, warned_by)
                        values (?, ?, 'refused', ?, current_date + 5, ?)
                        """).params(contract, id, head.lastName(), new UUID(0, 1)).update();
    }

    private long write(Household family, long familyId, Neighbour member) {
        long id = FIRST_PERSON + 1013L * persons.size();
        db.sql("""
                        insert into registry.person (id, family_id, kato, last_name, first_name, birth_date, iin, phone, source_key, restricted, intake)
                        values (?, ?, ?, registry.name_number(?), registry.name_number(?), ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        familyId,
                        family.kato(),
                        member.lastName(),
                        member.firstName(),
                        member.birth(),
                        member.iin(),
                        member.phone(),
                        "village-" + member.iin(),
                        family.restricted(),
                        intake)
                .update();
        boolean grown = member.birth().isBefore(LocalDate.of(2008, 1, 1));
        sheet(
                """
                identity (person_id, intake, valid, birth_date, iin, last_name, first_name, patronymic, sex, status)
                values (?, ?, ?::daterange, ?, ?, ?, ?, ?, ?, 'citizen')""",
                id,
                member.birth(),
                member.iin(),
                member.lastName(),
                member.firstName(),
                member.patronymic(),
                String.valueOf(member.sex()));
        sheet(
                "contact (person_id, intake, valid, phone, language) values (?, ?, ?::daterange, ?, 'kk')",
                id,
                member.phone());
        sheet(
                "membership (person_id, intake, valid, family_id, relation, absence) values (?, ?, ?::daterange, ?, ?, 'none')",
                id,
                familyId,
                member.relation());
        sheet(
                "kinship (person_id, intake, valid, mother_id) values (?, ?, ?::daterange, ?)",
                id,
                grown ? null : persons.get(family.head()));
        sheet(
                "health (person_id, intake, valid, disability, long_illness) values (?, ?, ?::daterange, ?, false)",
                id,
                grown ? "group2" : "none");
        sheet(
                "activity (person_id, intake, valid, study, work) values (?, ?, ?::daterange, ?, ?)",
                id,
                grown ? "none" : "school",
                grown ? "temporary" : "none");
        sheet(
                "standing (person_id, intake, valid, award, receives, homeless) values (?, ?, ?::daterange, 'none', null, ?)",
                id,
                grown);
        sheet("lodging (person_id, intake, valid, dwelling_key) values (?, ?, ?::daterange, ?)", id, "d-" + familyId);
        if (grown) {
            sheet("""
                    income (person_id, intake, valid, kind, amount)
                    values (?, ?, ?::daterange * '[2025-01-01,2026-07-01)', (select id from registry.income_kind where code = 'wage'), 96000)""", id);
        }
        return id;
    }

    private void sheet(String insert, long about, @org.jspecify.annotations.Nullable Object... more) {
        var all = new java.util.ArrayList<@org.jspecify.annotations.Nullable Object>();
        all.add(about);
        all.add(intake);
        all.add("[" + SINCE + ",)");
        all.addAll(java.util.Arrays.asList(more));
        var statement = db.sql("insert into registry." + insert);
        for (int i = 0; i < all.size(); i++) {
            statement = statement.param(i + 1, all.get(i));
        }
        statement.update();
    }
}
