package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Invented families for tests, by name and story. A bean in every test of the office; it writes as mass work does.
@Component
public class Families {

    /// A family of a test: its number, and its persons by first name.
    public record Known(FamilyId id, int kato, Map<String, PersonId> persons) {
        /// A person by first name.
        public PersonId person(String name) {
            return Objects.requireNonNull(persons.get(name), name);
        }
    }

    private final JdbcClient db;

    Families(@Qualifier("intakeDb") JdbcClient db) {
        this.db = db;
    }

    /// Aigul Serikova with husband, three children of whom one has a disability, and the grandmother: a family that
    /// everything is known of.
    public Known aigulWithThreeChildren(int kato) {
        int told = delivery("2025-01-05");
        long family = family(kato, told, "Бәйтерек көшесі, 83-27", "D-" + System.nanoTime());
        var persons = new LinkedHashMap<String, PersonId>();
        persons.put("Айгүл", person(family, kato, told, "Серікова", "Айгүл", "Болатқызы", "1987-03-04", "f", "head"));
        persons.put("Ерлан", person(family, kato, told, "Сериков", "Ерлан", "Қанатұлы", "1984-07-11", "m", "spouse"));
        persons.put("Дамир", person(family, kato, told, "Сериков", "Дамир", "Ерланұлы", "2011-09-01", "m", "child"));
        persons.put(
                "Аружан", person(family, kato, told, "Серікова", "Аружан", "Ерланқызы", "2016-02-20", "f", "child"));
        persons.put("Санжар", person(family, kato, told, "Сериков", "Санжар", "Ерланұлы", "2022-10-10", "m", "child"));
        persons.put("Күләш", person(family, kato, told, "Серікова", "Күләш", null, "1954-05-09", "f", "parent"));
        health(persons.get("Аружан"), told, "child", true);
        activity(persons.get("Дамир"), told, "school", "none", "none");
        activity(persons.get("Айгүл"), told, "none", "none", "disabled_child");
        activity(persons.get("Ерлан"), told, "none", "permanent", "none");
        income(persons.get("Ерлан"), told, 0, 210_000, "2024-10-01", "2025-01-01");
        income(persons.get("Күләш"), told, 2, 118_000, "2024-10-01", "2025-01-01");
        for (String child : List.of("Дамир", "Аружан", "Санжар")) {
            sheet(
                    "kinship",
                    "person_id",
                    persons.get(child).value(),
                    told,
                    "2011-01-01",
                    null,
                    "mother_id",
                    persons.get("Айгүл").value(),
                    "father_id",
                    persons.get("Ерлан").value());
        }
        sheet(
                "property",
                "family_id",
                family,
                told,
                "2025-01-01",
                null,
                "dwellings",
                1,
                "dwelling_area_m2",
                54.5,
                "unsafe_dwellings",
                0,
                "premises_for_profit",
                false,
                "building_plot",
                false);
        sheet("vehicles", "family_id", family, told, "2025-01-01", null, "cars", 1, "heavy_vehicles", false);
        sheet("livestock", "family_id", family, told, "2025-01-01", null, "kind", "sheep", "heads", 12);
        return new Known(new FamilyId(family), kato, persons);
    }

    /// A person alone.
    public Known alone(int kato, String lastName, String firstName, String birth) {
        int told = delivery("2025-01-05");
        long family = family(kato, told, "Абай көшесі, 1", null);
        PersonId person = person(family, kato, told, lastName, firstName, null, birth, "f", "head");
        return new Known(new FamilyId(family), kato, Map.of(firstName, person));
    }

    /// Puts a family under protection.
    public void restrict(Known family) {
        db.sql("update registry.family set restricted = true where id = :id")
                .param("id", family.id().value())
                .update();
        db.sql("update registry.person set restricted = true where family_id = :id")
                .param("id", family.id().value())
                .update();
    }

    /// Says that two persons are one.
    public void merge(PersonId person, PersonId kept) {
        db.sql("update registry.person set merged_into = :kept where id = :id")
                .param("kept", kept.value())
                .param("id", person.value())
                .update();
    }

    /// A delivery that was done on a day, and speaks of it.
    public int delivery(String day) {
        return delivery(day, "households", null);
    }

    /// A delivery of a source.
    public int delivery(String day, String kind, @Nullable String source) {
        return db.sql("""
                        insert into registry.intake (kind, source, format, state, valid_on, opened_at, beat_at, closed_at)
                        values (:kind, :source, 'families', 'done', :day::date, :day::date + time '10:00', :day::date + time '10:05', :day::date + time '10:05') returning id
                        """)
                .param("kind", kind)
                .param("source", source)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /// A family with its home.
    public long family(int kato, int told, String address, @Nullable String dwelling) {
        long family = db.sql("insert into registry.family (kato, intake) values (:kato, :told) returning id")
                .param("kato", kato)
                .param("told", told)
                .query(Long.class)
                .single();
        sheet(
                "home",
                "family_id",
                family,
                told,
                "2025-01-01",
                null,
                "kato",
                kato,
                "settlement_type",
                "urban",
                "dwelling_key",
                dwelling,
                "address",
                address,
                "water",
                true,
                "heating",
                null,
                "sewer",
                false);
        return family;
    }

    /// A person of a family.
    public PersonId person(
            long family,
            int kato,
            int told,
            String last,
            String first,
            @Nullable String patronymic,
            String birth,
            String sex,
            String relation) {
        long id = db.sql("""
                        insert into registry.person (family_id, kato, birth_date, last_name, first_name, intake)
                        values (:family, :kato, :birth::date, registry.name_number(:last), registry.name_number(:first), :told) returning id
                        """)
                .param("family", family)
                .param("kato", kato)
                .param("birth", birth)
                .param("last", last)
                .param("first", first)
                .param("told", told)
                .query(Long.class)
                .single();
        String iin = iin(birth, sex, (int) (id % 10_000));
        db.sql("update registry.person set iin = :iin, phone = :phone where id = :id")
                .param("iin", iin)
                .param("phone", "+7700" + "%07d".formatted(id))
                .param("id", id)
                .update();
        sheet(
                "identity",
                "person_id",
                id,
                told,
                birth,
                null,
                "birth_date",
                LocalDate.parse(birth),
                "iin",
                iin,
                "last_name",
                last,
                "first_name",
                first,
                "patronymic",
                patronymic,
                "sex",
                sex,
                "status",
                "citizen");
        sheet(
                "membership",
                "person_id",
                id,
                told,
                "2025-01-01",
                null,
                "family_id",
                family,
                "relation",
                relation,
                "absence",
                "none");
        return new PersonId(id);
    }

    /// A number of the nineteenth century, which nobody alive has.
    static String iin(String birth, String sex, int serial) {
        String digits =
                birth.substring(2, 4) + birth.substring(5, 7) + birth.substring(8, 10) + (sex.equals("m") ? 1 : 2);
        for (int s = serial; ; s = (s + 1) % 10_000) {
            String stem = digits + "%04d".formatted(s);
            int check = kz.shanyraq.nation.Iin.checkDigit(stem);
            if (check >= 0) {
                return stem + check;
            }
        }
    }

    /// The IIN of a person.
    public String iinOf(PersonId person) {
        return db.sql("select iin from registry.person where id = :id")
                .param("id", person.value())
                .query(String.class)
                .single();
    }

    void health(@Nullable PersonId person, int told, String disability, boolean care) {
        sheet(
                "health",
                "person_id",
                Objects.requireNonNull(person).value(),
                told,
                "2025-01-01",
                null,
                "disability",
                disability,
                "needs_care",
                care,
                "rehab_programme",
                true);
    }

    void activity(@Nullable PersonId person, int told, String study, String work, String caresFor) {
        sheet(
                "activity",
                "person_id",
                Objects.requireNonNull(person).value(),
                told,
                "2025-01-01",
                null,
                "study",
                study,
                "work",
                work,
                "cares_for",
                caresFor);
    }

    void income(@Nullable PersonId person, int told, int kind, long amount, String from, String until) {
        sheet(
                "income",
                "person_id",
                Objects.requireNonNull(person).value(),
                told,
                from,
                until,
                "kind",
                (short) kind,
                "amount",
                amount);
    }

    /// Supersedes what stands of a sheet.
    public void supersede(String sheet, String key, long subject, int by) {
        db.sql("update registry." + sheet + " set superseded_by = :by where " + key
                        + " = :id and superseded_by is null")
                .param("by", by)
                .param("id", subject)
                .update();
    }

    /// A row of a sheet.
    public void sheet(
            String sheet,
            String key,
            long subject,
            int told,
            String from,
            @Nullable String until,
            @Nullable Object... cells) {
        var columns = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i + 1] != null) {
                columns.add((String) cells[i]);
                values.put((String) cells[i], cells[i + 1]);
            }
        }
        String sql =
                "insert into registry.%s (%s, intake, valid, %s) values (:subject, :told, daterange(:from::date, :until::date), %s)"
                        .formatted(
                                sheet,
                                key,
                                String.join(", ", columns),
                                columns.stream().map(c -> ":" + c).collect(Collectors.joining(", ")));
        JdbcClient.StatementSpec statement = db.sql(sql)
                .param("subject", subject)
                .param("told", told)
                .param("from", from)
                .param("until", until);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            statement = statement.param(value.getKey(), value.getValue());
        }
        statement.update();
    }
}
