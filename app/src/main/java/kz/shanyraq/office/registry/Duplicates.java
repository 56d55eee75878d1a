package kz.shanyraq.office.registry;

import java.util.List;
import javax.sql.DataSource;
import kz.shanyraq.nation.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds persons who may be one. Pairs are compared only where a block brings them together (the same IIN, an IIN with
/// one other
/// digit or two exchanged, birth date and first name, birth date and last name, both names and year of birth,
/// telephone); each pair is
/// weighed after Fellegi and Sunter: the sum of logarithms of how much likelier an agreement is between two records of
/// one person
/// than between two persons, rarer names weighing more. It runs in the database, in sets: the records lie there
/// already, and
/// the blocks are index look-ups.
public final class Duplicates {

    /// From this probability on a pair is shown to an officer.
    static final double SHOWN = 0.5;

    /// How many new persons are looked up by every slip of their IIN; of more, slips are found only where name and
    /// birth date agree.
    private static final long MOST_SLIPS = 50_000;

    // Persons who are new since the last search, each paired with all whom a block brings together with it.
    private static final String FRESH = """
            create temp table fresh on commit drop as
            select p.id, p.iin, p.last_name, p.first_name, p.birth_date, p.phone, p.family_id
            from registry.person p
            where p.intake > :after and p.intake <= :until and p.merged_into is null
            """;

    private static final List<String> BLOCKS = List.of("""
            insert into pair select f.id, p.id, 'iin' from fresh f join registry.person p on p.iin = f.iin
            where p.merged_into is null and p.id <> f.id
            """, """
            insert into pair select f.id, p.id, 'iin_digit' from fresh f, registry.iin_slips(f.iin) s join registry.person p on p.iin = s.slip
            where f.iin is not null and p.merged_into is null and p.id <> f.id and (p.birth_date = f.birth_date or p.first_name = f.first_name)
            """, """
            insert into pair select f.id, p.id, 'birth_first' from fresh f join registry.person p on p.birth_date = f.birth_date and p.first_name = f.first_name
            where p.merged_into is null and p.id <> f.id and (p.iin is null or f.iin is null or p.last_name = f.last_name)
            """, """
            insert into pair select f.id, p.id, 'names_day' from fresh f join registry.person p on p.last_name = f.last_name and p.first_name = f.first_name
                and p.birth_date = make_date(extract(year from f.birth_date)::int, extract(day from f.birth_date)::int, extract(month from f.birth_date)::int)
            where extract(day from f.birth_date) <= 12 and p.merged_into is null and p.id <> f.id and (p.iin is null or f.iin is null)
            """, """
            insert into pair select f.id, p.id, 'phone' from fresh f join registry.person p on p.phone = f.phone
            where p.merged_into is null and p.id <> f.id and (p.birth_date = f.birth_date or p.first_name = f.first_name and p.last_name = f.last_name)
            """);

    private static final String COMPARED = """
            create temp table compared on commit drop as
            select least(x.a, x.b) as a, greatest(x.a, x.b) as b, min(x.block) as block
            from pair x
            where not exists (select from registry.duplicate d where d.person_id = least(x.a, x.b) and d.other_id = greatest(x.a, x.b))
            group by 1, 2
            """;

    private static final String SCORED = """
            insert into registry.duplicate (person_id, other_id, score, rule, reasons, found_by)
            select a, b, score, block, reasons, :intake
            from (
                select c.a, c.b, c.block, w.reasons, 1 / (1 + exp(-w.weight * ln(2.0))) as score
                from compared c
                join registry.person p on p.id = c.a
                join registry.person o on o.id = c.b,
                lateral registry.weigh(p, o, :persons) w
            ) s
            where score >= :shown
            on conflict (person_id, other_id) do nothing
            """;

    // Who lives nowhere yet is shown to the officer of the likeliest other.
    private static final String PLACED = """
            update registry.person p set kato = o.kato
            from (
                select distinct on (u.id) u.id, u.other
                from registry.duplicate d, lateral (values (d.person_id, d.other_id), (d.other_id, d.person_id)) u (id, other)
                where d.found_by = :intake order by u.id, d.score desc
            ) b join registry.person o on o.id = b.other
            where p.id = b.id and p.kato = 999999999
            """;

    private final DataSource source;
    private final Progress progress;

    /// A search over the pool of the registry's mass work.
    public Duplicates(DataSource source, Progress progress) {
        this.source = source;
        this.progress = progress;
    }

    /// Searches for those who came since the last search.
    ///
    /// @return how many pairs were found
    public long find() {
        JdbcClient db = JdbcClient.create(source);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        List<Integer> deliveries = db.sql("""
                        select i.id from registry.intake i
                        where i.id > (select searched_to from registry.duplicate_search) and i.state = 'done'
                            and exists (select from registry.person p where p.intake = i.id)
                        order by 1
                        """).query(Integer.class).list();
        long persons =
                db.sql("select registry.persons_about()").query(Long.class).single();
        long found = 0;
        for (int delivery : deliveries) {
            progress.begin("Comparing persons of delivery %d".formatted(delivery), "blocks", BLOCKS.size());
            Long pairs = transaction.execute(status -> search(db, delivery, persons));
            found += pairs == null ? 0 : pairs;
            progress.end();
        }
        return found;
    }

    private long search(JdbcClient db, int delivery, long persons) {
        db.sql("select registry.count_names()").query((row, n) -> 0).list();
        db.sql(FRESH).param("after", delivery - 1).param("until", delivery).update();
        db.sql("analyze fresh").update();
        db.sql("create temp table pair (a bigint, b bigint, block text) on commit drop")
                .update();
        long fresh = db.sql("select count(*) from fresh").query(Long.class).single();
        for (String block : BLOCKS) {
            if (fresh <= MOST_SLIPS || !block.contains("iin_slips")) {
                db.sql(block).update();
            }
            progress.done(1);
        }
        db.sql(COMPARED).update();
        db.sql("analyze compared").update();
        long found = db.sql(SCORED)
                .param("intake", delivery)
                .param("persons", persons)
                .param("shown", SHOWN)
                .update();
        db.sql(PLACED).param("intake", delivery).update();
        db.sql("update registry.duplicate_search set searched_to = :to")
                .param("to", delivery)
                .update();
        db.sql("drop table fresh, pair, compared").update();
        return found;
    }
}
