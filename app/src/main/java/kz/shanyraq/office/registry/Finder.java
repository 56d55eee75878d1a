package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds persons and families for the one search field. What is alike is found by functions that see everything and
/// give back numbers of the
/// caller's territory; what is shown of these is read under the caller's own rights.
@Component
public class Finder {

    private static final String SHOWN = """
            select distinct on (n.place, p.id) p.id, concat_ws(' ', i.last_name, i.first_name, i.patronymic) as name, p.birth_date, m.relation, p.family_id, p.kato
            from unnest(:ids::bigint[]) with ordinality as n (id, place)
            join registry.person p on p.id = n.id
            left join registry.identity i on i.person_id = p.id and i.superseded_by is null and i.valid @> current_date
            left join registry.membership m on m.person_id = p.id and m.superseded_by is null and m.valid @> current_date
            order by n.place, p.id
            """;
    private static final String SHOWN_FAMILIES = """
            select f.id, f.kato, h.address, coalesce(x.head, '') as head, coalesce(x.persons, 0)::integer as persons
            from unnest(:ids::bigint[]) with ordinality as n (id, place)
            join registry.family f on f.id = n.id
            left join registry.home h on h.family_id = f.id and h.superseded_by is null and h.valid @> current_date
            left join lateral (
                select count(*) as persons, (array_agg(concat_ws(' ', i.last_name, i.first_name, i.patronymic) order by m.relation = 'head' desc, p.birth_date))[1] as head
                from registry.membership m join registry.person p on p.id = m.person_id and p.merged_into is null
                left join registry.identity i on i.person_id = m.person_id and i.superseded_by is null and i.valid @> current_date
                where m.family_id = f.id and m.superseded_by is null and m.valid @> current_date) x on true
            order by n.place
            """;
    private static final String BY_IIN = "select person_id, family_id, place from registry.find_iin(:iin)";
    private static final String BY_FAMILY =
            "select null::bigint as person_id, family_id, place from registry.find_family(:family)";
    private static final String BY_PHONE = "select person_id from registry.find_phone(:phone)";
    private static final String BY_NAMES = """
            select person_id from registry.find_names(:words, daterange(:from::date, :to::date, '[]')) group by person_id order by max(likeness) desc, person_id limit 51
            """;
    private static final String BY_ADDRESS = "select family_id from registry.find_address(:words)";

    private record Hit(@Nullable Long personId, @Nullable Long familyId, String place) {
        boolean here() {
            return place.equals("here");
        }
    }

    private record PersonRow(
            long id,
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String relation,
            @Nullable Long familyId,
            int kato) {}

    private record FamilyRow(long id, int kato, @Nullable String address, String head, int persons) {}

    private final JdbcClient db;

    Finder(JdbcClient db) {
        this.db = db;
    }

    /// Finds what was typed.
    @Transactional(readOnly = true)
    public Found find(String text) {
        return switch (Asked.of(text)) {
            case Asked.ByIin asked -> exact(asked, db.sql(BY_IIN).param("iin", asked.iin()));
            case Asked.ByFamily asked ->
                exact(asked, db.sql(BY_FAMILY).param("family", asked.family().value()));
            case Asked.ByPhone asked ->
                persons(
                        asked,
                        db.sql(BY_PHONE)
                                .param("phone", asked.phone())
                                .query(Long.class)
                                .list());
            case Asked.ByWords asked -> words(asked);
            case Asked.WrongIin asked -> none(asked);
            case Asked.WrongFamily asked -> none(asked);
            case Asked.Nothing asked -> none(asked);
        };
    }

    private Found words(Asked.ByWords asked) {
        if (asked.address()) {
            return addresses(asked);
        }
        Found byName = persons(
                asked,
                db.sql(BY_NAMES)
                        .param("words", asked.words().toArray(String[]::new))
                        .param("from", asked.from())
                        .param("to", asked.to())
                        .query(Long.class)
                        .list());
        return byName.nothing() && asked.from() == null ? addresses(asked) : byName;
    }

    private Found addresses(Asked.ByWords asked) {
        List<Long> found = db.sql(BY_ADDRESS)
                .param("words", String.join(" ", asked.words()))
                .query(Long.class)
                .list();
        boolean more = found.size() > Found.MOST;
        return new Found(asked, List.of(), families(first(found)), more, null);
    }

    private Found exact(Asked asked, JdbcClient.StatementSpec search) {
        List<Hit> hits = search.query(Hit.class).list();
        List<Long> persons = hits.stream()
                .filter(Hit::here)
                .map(Hit::personId)
                .filter(Objects::nonNull)
                .toList();
        List<Long> families = hits.stream()
                .filter(Hit::here)
                .map(Hit::familyId)
                .filter(Objects::nonNull)
                .toList();
        FamilyId elsewhere = hits.stream()
                .filter(hit -> !hit.here() && hit.familyId() != null)
                .map(hit -> new FamilyId(Objects.requireNonNull(hit.familyId())))
                .findFirst()
                .orElse(null);
        return new Found(
                asked,
                persons(persons),
                families(families),
                false,
                persons.isEmpty() && families.isEmpty() ? elsewhere : null);
    }

    private Found persons(Asked asked, List<Long> found) {
        List<Long> once = found.stream().distinct().toList();
        return new Found(asked, persons(first(once)), List.of(), once.size() > Found.MOST, null);
    }

    private static Found none(Asked asked) {
        return new Found(asked, List.of(), List.of(), false, null);
    }

    private static List<Long> first(List<Long> found) {
        return found.subList(0, Math.min(found.size(), Found.MOST));
    }

    private List<Found.Person> persons(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Found.Person> persons = new LinkedHashMap<>();
        db.sql(SHOWN)
                .param("ids", ids.toArray(Long[]::new))
                .query(PersonRow.class)
                .list()
                .forEach(row -> persons.putIfAbsent(
                        row.id(),
                        new Found.Person(
                                new PersonId(row.id()),
                                row.name(),
                                row.birthDate(),
                                row.relation(),
                                row.familyId() == null ? null : new FamilyId(row.familyId()),
                                row.kato())));
        return List.copyOf(persons.values());
    }

    private List<Found.Family> families(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(SHOWN_FAMILIES).param("ids", ids.toArray(Long[]::new)).query(FamilyRow.class).list().stream()
                        .map(row -> new Found.Family(
                                new FamilyId(row.id()), row.head(), row.persons(), row.address(), row.kato()))
                        .toList();
    }
}
