package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Corrections and entries of officers: new deliveries of one fact or person. What was known before stays, replaced.
/// They are written with the
/// officer's own rights, so that row-level security holds here too.
@Component
public class Corrections {

    private static final String OPEN = """
            insert into registry.intake (kind, source, state, rows_read, rows_new, rows_changed, officer, reason, document, valid_on, closed_at)
            values (:kind, 'officer', 'done', 1, :new, :changed, :officer, :reason, :document, current_date, clock_timestamp()) returning id
            """;
    private static final String FAMILY = """
            insert into registry.family (kato, intake) values (:kato, :intake) returning id
            """;
    private static final String PERSON = """
            insert into registry.person (family_id, kato, last_name, first_name, birth_date, iin, phone, intake)
            values (:family, :kato, registry.name_number(:last), registry.name_number(:first), :birth, :iin, :phone, :intake) returning id
            """;
    private static final String IDENTITY = """
            insert into registry.identity (person_id, intake, valid, birth_date, iin, last_name, first_name, patronymic, sex, status)
            values (:person, :intake, daterange(coalesce(:birth, current_date), null), :birth, :iin, :last, :first, :patronymic, :sex, null)
            """;
    private static final String CONTACT = """
            insert into registry.contact (person_id, intake, valid, phone) values (:person, :intake, daterange(current_date, null), :phone)
            """;
    private static final String MEMBERSHIP = """
            insert into registry.membership (person_id, family_id, intake, valid, relation) values (:person, :family, :intake, daterange(current_date, null), :relation)
            """;
    private static final String HOME = """
            insert into registry.home (family_id, intake, valid, kato, address) values (:family, :intake, daterange(current_date, null), :kato, :address)
            """;
    private static final String SEARCHED_NAMES = """
            update registry.person p set last_name = registry.name_number(i.last_name), first_name = registry.name_number(i.first_name), birth_date = i.birth_date, iin = i.iin
            from registry.identity i where p.id = :person and i.person_id = p.id and i.superseded_by is null and i.valid @> current_date
            """;
    private static final String SEARCHED_PHONE = """
            update registry.person p set phone = c.phone
            from registry.contact c where p.id = :person and c.person_id = p.id and c.superseded_by is null and c.valid @> current_date
            """;
    private static final String PLACE_OF_PERSONS = """
            update registry.person p set kato = h.kato
            from registry.home h where p.family_id = :family and h.family_id = :family and h.superseded_by is null and h.valid @> current_date
            """;
    private static final String PLACE_OF_FAMILY = """
            update registry.family f set kato = h.kato
            from registry.home h where f.id = :family and h.family_id = f.id and h.superseded_by is null and h.valid @> current_date
            """;
    private static final String DISAGREE = """
            insert into registry.disagreement (sheet, person_id, family_id, "column", valid, held, held_source, other, other_source, rule, intake)
            values (:sheet, :person, :family, :column, daterange(:from, null), :held, 'officer', :other, :other_source, 'rank', :intake)
            """;
    private static final String SOURCE_OF = """
            select coalesce(o.source, s.source) from registry.%s t join registry.intake o on o.id = coalesce((t.also ->> '%s')::integer, t.origin, t.intake), registry.sheet s
            where s.code = '%s' and t.%s = :subject and t.superseded_by is null and t.valid @> :from::date
            """;
    private static final String VALUE_OF = """
            select t.%s::text from registry.%s t where t.%s = :subject and t.superseded_by is null and t.valid @> :from::date
            """;
    private static final String KEEPER = """
            select source from registry.sheet where code = :sheet
            """;

    private final JdbcClient db;
    private final Questions questions;

    Corrections(JdbcClient db, Questions questions) {
        this.db = db;
        this.questions = questions;
    }

    /// Corrects a fact: the row that held is replaced by what stays of it and by the corrected one.
    @Transactional
    public void correct(Correction correction, UUID officer) {
        FactSheet sheet = correction.sheet();
        if (sheet.several() || sheet.column(correction.column()).isEmpty()) {
            throw new IllegalArgumentException(
                    "The fact %s of %s cannot be corrected one by one.".formatted(correction.column(), sheet.code()));
        }
        String key = sheet.ofFamily() ? "family_id" : "person_id";
        PersonId person = correction.person();
        if (!sheet.ofFamily() && person == null) {
            throw new IllegalArgumentException("Of whom is this %s?".formatted(sheet.code()));
        }
        long subject = sheet.ofFamily() || person == null ? correction.family().value() : person.value();
        Optional<String> source = one(
                SOURCE_OF.formatted(sheet.code(), correction.column(), sheet.code(), key), subject, correction.from());
        Optional<String> before =
                one(VALUE_OF.formatted(correction.column(), sheet.code(), key), subject, correction.from());
        int intake = open("correction", source.isPresent(), officer, correction.reason(), correction.document());
        if (source.isPresent()) {
            replace(correction, key, subject, intake);
        } else {
            db.sql(
                            "insert into registry.%1$s (%2$s, intake, valid, %3$s%4$s) values (:subject, :intake, daterange(:from, null), %5$s%6$s)"
                                    .formatted(
                                            sheet.code(),
                                            key,
                                            correction.column(),
                                            homeKey(sheet),
                                            value(correction),
                                            homeValue(sheet)))
                    .param("subject", subject)
                    .param("intake", intake)
                    .param("from", correction.from())
                    .param("value", correction.value())
                    .update();
        }
        if (source.isPresent()
                && !source.get().equals("officer")
                && before.isPresent()
                && !before.get().equals(correction.value())) {
            db.sql(DISAGREE)
                    .param("sheet", sheet.code())
                    .param("person", sheet.ofFamily() ? null : subject)
                    .param("family", sheet.ofFamily() ? subject : null)
                    .param("column", correction.column())
                    .param("from", correction.from())
                    .param("held", correction.value())
                    .param("other", before.get())
                    .param("other_source", source.get())
                    .param("intake", intake)
                    .update();
        }
        searched(sheet, correction.family().value(), subject);
    }

    /// What holds before a day stays, as told by whom it was; from the day on the corrected row holds until the old one
    /// would have ended.
    private void replace(Correction correction, String key, long subject, int intake) {
        FactSheet sheet = correction.sheet();
        List<String> columns = new ArrayList<>(
                sheet.columns().stream().map(FactSheet.Column::name).toList());
        if (sheet == FactSheet.MEMBERSHIP) {
            columns.add("family_id");
        }
        String kept = String.join(", ", columns);
        String corrected = columns.stream()
                .map(column -> column.equals(correction.column()) ? value(correction) : column)
                .collect(Collectors.joining(", "));
        // The officer tells one column; the others stay those of who told them.
        String others = columns.stream()
                .filter(column -> !column.equals(correction.column()))
                .map(column ->
                        "'%1$s', case when %1$s is not null then coalesce((also ->> '%1$s')::integer, origin, intake) end"
                                .formatted(column))
                .collect(Collectors.joining(", "));
        String replace = """
                with old as (
                    update registry.%1$s t set superseded_by = :intake
                    where t.%2$s = :subject and t.superseded_by is null and t.valid @> :from::date
                    returning t.*)
                insert into registry.%1$s (%2$s, intake, origin, also, valid, %3$s)
                select %2$s, :intake, coalesce(origin, intake), also, daterange(lower(valid), :from), %3$s from old where not isempty(daterange(lower(valid), :from))
                union all
                select %2$s, :intake, null, nullif(jsonb_strip_nulls(jsonb_build_object(%5$s)), '{}'), daterange(:from, upper(valid)), %4$s from old
                """.formatted(sheet.code(), key, kept, corrected, others);
        db.sql(replace)
                .param("intake", intake)
                .param("subject", subject)
                .param("from", correction.from())
                .param("value", correction.value())
                .update();
    }

    private static String value(Correction correction) {
        FactSheet.Form form =
                correction.sheet().column(correction.column()).orElseThrow().form();
        return switch (form) {
            case TEXT, CODE, LANGUAGE, BENEFITS, KIND -> ":value";
            case DATE, EVENT -> ":value::date";
            case BOOLEAN -> ":value::boolean";
            case AREA -> ":value::numeric";
            case NUMBER, PLACE, INCOME_KIND -> ":value::integer";
            case MONEY, PERSON -> ":value::bigint";
        };
    }

    private static String homeKey(FactSheet sheet) {
        return sheet == FactSheet.HOME ? ", kato" : sheet == FactSheet.MEMBERSHIP ? ", family_id" : "";
    }

    private static String homeValue(FactSheet sheet) {
        return sheet == FactSheet.HOME ? ", (select kato from registry.family where id = :subject)" : "";
    }

    private void searched(FactSheet sheet, long family, long subject) {
        switch (sheet) {
            case IDENTITY -> db.sql(SEARCHED_NAMES).param("person", subject).update();
            case CONTACT -> db.sql(SEARCHED_PHONE).param("person", subject).update();
            case HOME -> {
                db.sql(PLACE_OF_PERSONS).param("family", family).update();
                db.sql(PLACE_OF_FAMILY).param("family", family).update();
            }
            case MEMBERSHIP,
                    KINSHIP,
                    HEALTH,
                    ACTIVITY,
                    STANDING,
                    LODGING,
                    INCOME,
                    PROPERTY,
                    VEHICLES,
                    CONDUCT,
                    FINANCE,
                    LIVESTOCK,
                    PLOTS -> {}
        }
    }

    /// Enters a family with its first person.
    @Transactional
    public FamilyId enter(int kato, String address, Entered head, UUID officer, String reason) {
        int intake = open("entry", false, officer, reason, null);
        long family = db.sql(FAMILY)
                .param("kato", kato)
                .param("intake", intake)
                .query(Long.class)
                .single();
        db.sql(HOME)
                .param("family", family)
                .param("intake", intake)
                .param("kato", kato)
                .param("address", address)
                .update();
        person(new FamilyId(family), kato, head, intake);
        return new FamilyId(family);
    }

    /// Enters a person into a family.
    @Transactional
    public PersonId enter(FamilyId family, int kato, Entered person, UUID officer, String reason) {
        return person(family, kato, person, open("entry", false, officer, reason, null));
    }

    private PersonId person(FamilyId family, int kato, Entered entered, int intake) {
        long person = db.sql(PERSON)
                .param("family", family.value())
                .param("kato", kato)
                .param("last", entered.lastName())
                .param("first", entered.firstName())
                .param("birth", entered.birthDate())
                .param("iin", entered.iin())
                .param("phone", entered.phone())
                .param("intake", intake)
                .query(Long.class)
                .single();
        db.sql(IDENTITY)
                .param("person", person)
                .param("intake", intake)
                .param("birth", entered.birthDate(), java.sql.Types.DATE)
                .param("iin", entered.iin())
                .param("last", entered.lastName())
                .param("first", entered.firstName())
                .param("patronymic", entered.patronymic())
                .param("sex", entered.sex())
                .update();
        db.sql(MEMBERSHIP)
                .param("person", person)
                .param("family", family.value())
                .param("intake", intake)
                .param("relation", entered.relation())
                .update();
        if (entered.phone() != null) {
            db.sql(CONTACT)
                    .param("person", person)
                    .param("intake", intake)
                    .param("phone", entered.phone())
                    .update();
        }
        return new PersonId(person);
    }

    /// Says that a fact is wrong: a question to the owner of its source, due in five working days.
    ///
    /// @param officer who asks, if an officer does
    /// @param citizen who asks, if a citizen does
    @Transactional
    public Question ask(NewQuestion question, @Nullable UUID officer, @Nullable Long citizen, LocalDate today) {
        FactSheet sheet = question.sheet();
        String key = sheet.ofFamily() ? "family_id" : "person_id";
        PersonId person = question.person();
        long subject = sheet.ofFamily() || person == null ? question.family().value() : person.value();
        String source = sheet.several()
                ? keeper(sheet)
                : one(SOURCE_OF.formatted(sheet.code(), question.column(), sheet.code(), key), subject, today)
                        .orElseGet(() -> keeper(sheet));
        long id = questions.ask(question, source, officer, citizen, WorkingDays.plus(today, 5));
        return questions.find(id).orElseThrow();
    }

    /// Enters what the owner of the source answered.
    ///
    /// @param state confirmed, corrected or withdrawn
    /// @return whether there was such a question that waited
    @Transactional
    public boolean answer(long question, String state, String answer, @Nullable UUID officer) {
        return questions.answer(question, state, answer, officer, null);
    }

    /// Questions that wait, of the families that may be seen, the most urgent first.
    @Transactional(readOnly = true)
    public List<Question> waiting(int most) {
        return questions.open(most);
    }

    /// How many questions, of the families that may be seen, are due on each day from one to another; a day on which
    /// none is due is not there.
    @Transactional(readOnly = true)
    public Map<LocalDate, Long> due(LocalDate from, LocalDate to) {
        return questions.due(from, to);
    }

    /// Questions that are due on a day, of the families that may be seen.
    @Transactional(readOnly = true)
    public List<Question> due(LocalDate day, int most) {
        return questions.due(day, most);
    }

    private String keeper(FactSheet sheet) {
        return db.sql(KEEPER).param("sheet", sheet.code()).query(String.class).single();
    }

    private Optional<String> one(String sql, long subject, LocalDate from) {
        return db.sql(sql).param("subject", subject).param("from", from).query(String.class).list().stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private int open(String kind, boolean changes, UUID officer, String reason, @Nullable String document) {
        return db.sql(OPEN)
                .param("kind", kind)
                .param("new", changes ? 0 : 1)
                .param("changed", changes ? 1 : 0)
                .param("officer", officer)
                .param("reason", reason)
                .param("document", document)
                .query(Integer.class)
                .single();
    }
}
