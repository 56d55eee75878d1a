package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Families, and who was ever of them.
@Component
class LegalFamilies {

    private static final String ONE = """
            select id, kato, restricted, closed from registry.family where id = :id
            """;

    /// Also who left, or was of it only by an error: the sheets tell on which day, and as known when.
    private static final String PERSONS = """
            with told as (
                select person_id from registry.membership where family_id = :family and superseded_by is null
                union
                select person_id from registry.membership where family_id = :family and superseded_by is not null)
            select p.id, coalesce(p.merged_into, p.id) as kept from registry.person p join told on told.person_id = p.id
            union
            select p.id, p.merged_into from registry.person p join told on told.person_id = p.merged_into
            union
            select k.id, k.id from registry.person p join told on told.person_id = p.id join registry.person k on k.id = p.merged_into
            """;

    private static final String GROUP = """
            with one as (select coalesce(merged_into, id) as kept from registry.person where id = :person)
            select p.id, one.kept from registry.person p, one where p.id = one.kept
            union
            select p.id, one.kept from registry.person p, one where p.merged_into = one.kept
            """;

    /// Persons of whom the one who asks may read every sheet: as the policies of the sheets say it.
    private static final String OPEN = """
            select p.id from registry.person p
            where p.id = any(:ids) and (select access.sees_incomes()) and (select access.sees_disability())
                and ((select access.role()) <> 'citizen' or p.id = (select access.person())
                    or p.birth_date > current_date - interval '18 years')
            """;

    private static final String FAMILY_OF = """
            select family_id from registry.person
            where id = (select coalesce(merged_into, id) from registry.person where id = :person)
            """;

    /// Who lives in a dwelling: members of families at home there, and persons who lodge there.
    private static final String DWELLERS = """
            with there as (
                select m.person_id from registry.home h join registry.membership m on m.family_id = h.family_id and m.superseded_by is null and m.valid @> :on::date
                where h.dwelling_key = :dwelling and h.superseded_by is null and h.valid @> :on::date
                    and not exists (select from registry.lodging l
                        where l.person_id = m.person_id and l.superseded_by is null and l.valid @> :on::date and l.dwelling_key <> :dwelling)
                union
                select l.person_id from registry.lodging l
                where l.dwelling_key = :dwelling and l.superseded_by is null and l.valid @> :on::date)
            select p.id, p.family_id, p.birth_date, concat_ws(' ', i.last_name, i.first_name, i.patronymic) as name
            from there join registry.person p on p.id = there.person_id and p.merged_into is null
            left join registry.identity i on i.person_id = p.id and i.superseded_by is null and i.valid @> :on::date
            order by p.birth_date limit 60
            """;

    private static final String NAMES = """
            select p.id, concat_ws(' ', i.last_name, i.first_name, i.patronymic) as name
            from registry.person p join registry.identity i on i.person_id = p.id and i.superseded_by is null and upper_inf(i.valid)
            where p.id = any(:ids)
            """;

    record Row(long id, int kato, boolean restricted, boolean closed) {}

    private record Grouped(long id, long kept) {}

    private record DwellerRow(
            long id, @Nullable Long familyId, @Nullable LocalDate birthDate, String name) {}

    private record Named(long id, String name) {}

    private final JdbcClient db;

    LegalFamilies(JdbcClient db) {
        this.db = db;
    }

    Optional<Row> find(FamilyId family) {
        return db.sql(ONE).param("id", family.value()).query(Row.class).optional();
    }

    /// The persons who were ever told to be of a family: by the number of the kept one, the numbers of all that are one
    /// with it.
    Map<Long, List<Long>> persons(FamilyId family) {
        return grouped(db.sql(PERSONS)
                .param("family", family.value())
                .query(Grouped.class)
                .list());
    }

    /// A person with those found to be one with them; empty if there is no such person to be seen.
    Map<Long, List<Long>> group(PersonId person) {
        return grouped(db.sql(GROUP)
                .param("person", person.value())
                .query(Grouped.class)
                .list());
    }

    /// Of these persons those of whom the one who asks may read every sheet.
    Set<Long> open(Collection<Long> persons) {
        return Set.copyOf(db.sql(OPEN)
                .param("ids", persons.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    Optional<FamilyId> familyOf(PersonId person) {
        return db.sql(FAMILY_OF).param("person", person.value()).query(Long.class).list().stream()
                .filter(java.util.Objects::nonNull)
                .map(FamilyId::new)
                .findFirst();
    }

    List<FamilyFile.Dweller> dwellers(String dwelling, LocalDate on) {
        return db.sql(DWELLERS).param("dwelling", dwelling).param("on", on).query(DwellerRow.class).list().stream()
                .map(row -> new FamilyFile.Dweller(
                        new PersonId(row.id()),
                        row.familyId() == null ? null : new FamilyId(row.familyId()),
                        row.name(),
                        row.birthDate()))
                .toList();
    }

    Map<Long, String> names(Collection<Long> persons) {
        return persons.isEmpty()
                ? Map.of()
                : db.sql(NAMES).param("ids", persons.toArray(Long[]::new)).query(Named.class).list().stream()
                        .collect(Collectors.toMap(Named::id, Named::name, (first, other) -> first));
    }

    private static Map<Long, List<Long>> grouped(List<Grouped> rows) {
        Map<Long, List<Long>> groups = new LinkedHashMap<>();
        for (Grouped row : rows) {
            List<Long> group = groups.computeIfAbsent(row.kept(), kept -> new ArrayList<>());
            if (!group.contains(row.id())) {
                group.add(row.id());
            }
        }
        return groups;
    }
}
