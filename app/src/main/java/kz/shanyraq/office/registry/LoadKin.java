package kz.shanyraq.office.registry;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Parents and guardians: named by the keys of a file, found as soon as all of them have arrived.
final class LoadKin {

    private static final String ARRIVING = """
            (select line, id as person_id, is_new, mother_id as mother_key, father_id as father_key, guardian_id as guardian_key
                from arriving where num_nonnulls(mother_id, father_id, guardian_id) > 0)""";

    private static final String WAITING = """
            (select w.line, w.person_id, h.person_id is null as is_new, w.mother_key, w.father_key, w.guardian_key
                from registry.kin_told w
                left join (select distinct person_id from registry.kinship) h using (person_id)
                where w.intake = :intake)""";

    private static final String FOUND = """
            create temp table kin on commit drop as
            select k.*, k.person_id as id, m.id as mother_id, f.id as father_id, g.id as guardian_id, daterange(:day, null) as valid,
                (k.mother_key is null or m.id is not null) and (k.father_key is null or f.id is not null)
                    and (k.guardian_key is null or g.id is not null) as found
            from %s k
            left join registry.person m on m.source_key = k.mother_key
            left join registry.person f on f.source_key = k.father_key
            left join registry.person g on g.source_key = k.guardian_key
            """;

    private static final String WAIT = """
            insert into registry.kin_told (intake, line, person_id, mother_key, father_key, guardian_key)
            select :intake, line, id, mother_key, father_key, guardian_key from kin where not found
            """;

    private static final String NEW = """
            insert into registry.kinship (person_id, intake, valid, mother_id, father_id, guardian_id)
            select id, :intake, valid, mother_id, father_id, guardian_id from kin
            where is_new and (found or not :waiting) and num_nonnulls(mother_id, father_id, guardian_id) > 0 order by line
            """;

    private static final String TOLD = """
            create temp table told on commit drop as
            select line, id, valid, mother_id, father_id, guardian_id from kin
            where not is_new and (found or not :waiting) and num_nonnulls(mother_id, father_id, guardian_id) > 0
            """;

    private final JdbcClient db;
    private final SheetFacts facts;

    LoadKin(JdbcClient db) {
        this.db = db;
        this.facts = new SheetFacts(db);
    }

    /// Finds the parents of those in the temporary table `arriving`; those who cannot be found yet wait for rows that
    /// follow.
    void arriving(LoadPart part) {
        take(part, ARRIVING, true);
    }

    /// Finds the parents of those who wait, at the end of a file.
    ///
    /// @return how many persons have a parent or guardian who is not in the registry
    long waiting(LoadPart part) {
        boolean any = db.sql("select exists (select from registry.kin_told where intake = :intake)")
                .param("intake", part.intake())
                .query(Boolean.class)
                .single();
        if (!any) {
            return 0;
        }
        db.sql(SheetRows.OUTCOME).update();
        long missing = take(part, WAITING, false);
        db.sql("delete from registry.kin_told where intake = :intake")
                .param("intake", part.intake())
                .update();
        db.sql("drop table outcome").update();
        return missing;
    }

    private long take(LoadPart part, String named, boolean waiting) {
        db.sql(FOUND.formatted(named))
                .param("day", part.validOn())
                .param("intake", part.intake())
                .update();
        long missing = db.sql("select count(*) from kin where not found")
                .query(Long.class)
                .single();
        if (missing > 0 && waiting) {
            db.sql(WAIT).param("intake", part.intake()).update();
        }
        db.sql(NEW).param("intake", part.intake()).param("waiting", waiting).update();
        if (db.sql("select exists (select from kin where not is_new)")
                .query(Boolean.class)
                .single()) {
            db.sql(TOLD).param("waiting", waiting).update();
            facts.take(Sheet.KINSHIP, part.teller("civil"));
        }
        db.sql("drop table kin").update();
        return missing;
    }
}
