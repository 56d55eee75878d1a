package kz.shanyraq.office.registry;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The columns of a person that are searched, and the open or closed state of families, told anew for those whose
/// sheets
/// have changed.
final class LoadSearched {

    private static final String CHANGED = """
            create temp table changed on commit drop as
            select distinct id from outcome where persons and what in ('new', 'changed')
            """;

    private static final String NEW_NAMES = """
            insert into registry.name (folded)
            select distinct registry.fold(n) from changed c
            join registry.identity i on i.person_id = c.id and i.superseded_by is null and upper_inf(i.valid),
            lateral (values (i.last_name), (i.first_name)) v (n)
            where n is not null and not exists (select from registry.name o where o.folded = registry.fold(n))
            on conflict do nothing
            """;

    private static final String PERSONS = """
            with renewed as (
                update registry.person p
                set last_name = l.id, first_name = n.id, birth_date = i.birth_date, iin = i.iin, phone = c.phone,
                    family_id = m.family_id, kato = coalesce(f.kato, p.kato), restricted = coalesce(f.restricted, p.restricted)
                from changed o
                left join registry.identity i on i.person_id = o.id and i.superseded_by is null and upper_inf(i.valid)
                left join registry.name l on l.folded = registry.fold(i.last_name)
                left join registry.name n on n.folded = registry.fold(i.first_name)
                left join registry.contact c on c.person_id = o.id and c.superseded_by is null and upper_inf(c.valid)
                left join registry.membership m on m.person_id = o.id and m.superseded_by is null and upper_inf(m.valid)
                left join registry.family f on f.id = m.family_id
                where p.id = o.id and (p.last_name, p.first_name, p.birth_date, p.iin, p.phone, p.family_id, p.kato, p.restricted)
                    is distinct from (l.id, n.id, i.birth_date, i.iin, c.phone, m.family_id, coalesce(f.kato, p.kato), coalesce(f.restricted, p.restricted))
                returning old.family_id as before, new.family_id as after
            )
            select before as family from renewed where before is distinct from after and before is not null
            union select after from renewed where before is distinct from after and after is not null
            """;

    private static final String FAMILIES = """
            update registry.family f
            set closed = not exists (
                select from registry.membership m where m.family_id = f.id and m.superseded_by is null and upper_inf(m.valid))
            where f.id = any(:families)
            """;

    private static final String MOVED = """
            with moved as (
                update registry.family f set kato = h.kato
                from (select distinct id from outcome where not persons and what in ('new', 'changed')) o
                join registry.home h on h.family_id = o.id and h.superseded_by is null and upper_inf(h.valid)
                where f.id = o.id and f.kato <> h.kato
                returning f.id, f.kato
            )
            update registry.person p set kato = m.kato from moved m where p.family_id = m.id
            """;

    private final JdbcClient db;

    LoadSearched(JdbcClient db) {
        this.db = db;
    }

    /// Renews the place of the families of the temporary table `outcome` whose home has changed, and of their members.
    void moved() {
        db.sql(MOVED).update();
    }

    /// Renews the persons of the temporary table `outcome` whose facts are new or changed.
    void renew() {
        db.sql(CHANGED).update();
        db.sql("analyze changed").update();
        db.sql(NEW_NAMES).update();
        Long[] families = db.sql(PERSONS).query(Long.class).list().toArray(Long[]::new);
        if (families.length > 0) {
            db.sql(FAMILIES).param("families", families).update();
        }
        db.sql("drop table changed").update();
    }
}
