package kz.shanyraq.office.registry;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of a single source: whom each tells of is found by the IIN, with the name as a check, else by name and birth
/// date if
/// these are one person's. Civil registration and migration also make persons who are not known yet.
final class LoadSingles implements LoadStep {

    /// Where a person lives whose place nobody has told: no region's range holds it, only the republic's.
    static final int NO_PLACE = 999_999_999;

    private static final List<String> REGISTERS_OF_PERSONS = List.of("civil", "migration");

    private static final String WHO = """
            create temp table who on commit drop as
            select s.*, :source || ':' || s.record as key, l.id as last_id, n.id as first_id,
                coalesce(k.id, i.id, case when b.n = 1 and (s.iin is null or b.iin is null) then b.id end) as person,
                null::bigint as family, null::text as wrong, coalesce(b.n, 0) as namesakes,
                k.id is null and i.id is not null and (
                    (i.birth_date <> s.birth_date and similarity(i.first, registry.fold(s.first_name)) < 0.5)
                    or (similarity(i.first, registry.fold(s.first_name)) < 0.3 and similarity(i.last, registry.fold(s.last_name)) < 0.3)) as other
            from %s s
            left join registry.name l on l.folded = registry.fold(s.last_name)
            left join registry.name n on n.folded = registry.fold(s.first_name)
            left join registry.person k on k.source_key = :source || ':' || s.record
            left join lateral (
                select p.id, p.birth_date, f.folded as first, g.folded as last
                from registry.person p left join registry.name f on f.id = p.first_name left join registry.name g on g.id = p.last_name
                where p.iin = s.iin and p.merged_into is null order by p.id limit 1) i on s.name <> 'birth'
            left join lateral (
                select count(*) as n, min(p.id) as id, min(p.iin) as iin from registry.person p
                where k.id is null and i.id is null
                    and p.last_name = l.id and p.first_name = n.id and p.birth_date = s.birth_date and p.merged_into is null) b on s.name <> 'birth'
            """;

    private static final String WRONG = """
            update who set wrong = case when other then 'the IIN is held by a person of another name and birth date'
                when namesakes > 1 then format('%s persons have this name and birth date', namesakes)
                else 'there is no such person' end
            where name <> 'birth' and (other or (person is null and not (:makes and last_name is not null and first_name is not null and birth_date is not null)))
            """;

    private static final String NEW_NAMES = """
            insert into registry.name (folded)
            select distinct registry.fold(n) from who, lateral (values (last_name), (first_name)) v (n)
            where n is not null and wrong is null and (person is null or name = 'birth')
                and not exists (select from registry.name o where o.folded = registry.fold(n))
            on conflict do nothing
            """;

    private static final String UNKNOWN = """
            create temp table unknown on commit drop as
            select distinct on (key) line, key, iin, last_name, first_name, patronymic, birth_date, sex, nextval('registry.person_id_seq') as id
            from (select *, coalesce(record, 'line ' || line) from who where person is null and wrong is null and name <> 'birth') w
            order by key, line
            """;

    private static final String NEW_PERSONS = """
            insert into registry.person (id, kato, last_name, first_name, birth_date, iin, source_key, intake)
            select u.id, :place, l.id, n.id, u.birth_date, u.iin, u.key, :intake
            from unknown u left join registry.name l on l.folded = registry.fold(u.last_name) left join registry.name n on n.folded = registry.fold(u.first_name)
            """;

    private static final String NEW_IDENTITIES = """
            insert into registry.identity (person_id, intake, valid, birth_date, iin, last_name, first_name, patronymic, sex)
            select id, :intake, daterange(birth_date, null), birth_date, iin, last_name, first_name, patronymic, sex from unknown
            """;

    private static final String MADE = """
            with made as (update who w set person = u.id from unknown u where w.key = u.key and w.person is null and w.wrong is null and w.name <> 'birth' returning w.line, u.id)
            insert into outcome (line, id, what, n) select line, id, 'new', 1 from made
            """;

    private static final String BIRTHS = """
            create temp table born on commit drop as
            select w.line, coalesce(w.key, :source || ':birth:' || w.line) as key, w.iin, w.last_name, w.first_name, w.patronymic, w.value::date as birth_date, w.sex,
                m.id as mother, m.family_id as family, f.kato, f.restricted, coalesce(c.id, c2.id) as known, null::bigint as id,
                case when w.mother_iin is null then 'a birth needs the IIN of the mother'
                    when m.id is null then 'there is no such mother' when m.family_id is null then 'the mother has no family' end as wrong,
                h.relation
            from who w
            left join lateral (select p.id, p.family_id from registry.person p where p.iin = w.mother_iin and p.merged_into is null order by p.id limit 1) m on true
            left join registry.family f on f.id = m.family_id
            left join registry.membership h on h.person_id = m.id and h.superseded_by is null and upper_inf(h.valid)
            left join registry.person c on c.source_key = w.key
            left join lateral (select p.id from registry.person p where p.iin = w.iin and p.merged_into is null limit 1) c2 on true
            where w.name = 'birth' and w.wrong is null
            """;

    private static final List<String> BORN = List.of(
            "update born set id = nextval('registry.person_id_seq') where known is null and wrong is null",
            """
            insert into registry.person (id, family_id, kato, last_name, first_name, birth_date, iin, source_key, restricted, intake)
            select b.id, b.family, b.kato, l.id, n.id, b.birth_date, b.iin, b.key, b.restricted, :intake
            from born b left join registry.name l on l.folded = registry.fold(b.last_name) left join registry.name n on n.folded = registry.fold(b.first_name)
            where b.id is not null
            """,
            """
            insert into registry.identity (person_id, intake, valid, birth_date, iin, last_name, first_name, patronymic, sex)
            select id, :intake, daterange(birth_date, null), birth_date, iin, last_name, first_name, patronymic, sex from born where id is not null
            """,
            """
            insert into registry.membership (person_id, family_id, intake, valid, relation)
            select id, family, :intake, daterange(birth_date, null), case when relation in ('head', 'spouse', 'partner') then 'child' else 'other' end
            from born where id is not null
            """,
            """
            insert into registry.kinship (person_id, intake, valid, mother_id)
            select id, :intake, daterange(birth_date, null), mother from born where id is not null
            """,
            "insert into outcome (line, id, what, n) select line, coalesce(id, known), case when id is null then 'unchanged' else 'new' end, 1 from born where wrong is null",
            "update who w set wrong = b.wrong from born b where b.line = w.line and b.wrong is not null");

    private static final String REJECT = """
            insert into registry.reject (intake, line, "column", value, reason, family_id)
            select :intake, w.line, case when w.name = 'birth' then 'mother_iin' else 'iin' end,
                coalesce(case when w.name = 'birth' then w.mother_iin else w.iin end, ''), w.wrong, p.family_id
            from who w left join registry.person p on p.id = w.person
            where w.wrong is not null
            """;

    private static final String FAMILIES = """
            update who w set family = p.family_id, wrong = case when p.family_id is null then 'the person has no family' end
            from registry.person p
            where p.id = w.person and w.wrong is null
                and (w.sheet = 'membership' or exists (select from registry.sheet s where s.code = w.sheet and s.about = 'family'))
            """;

    // One layer after another, each with one span of days a person or family: what tells of later days comes later.
    private static final String LAYERS = """
            create temp table layer on commit drop as
            select %1$s as id, line, name, value, since, until, dense_rank() over (partition by %1$s order by since, until) as layer
            from who where sheet = :sheet and wrong is null
            """;

    private static final String TOLD = """
            create temp table told on commit drop as
            select min(line) as line, id, daterange(min(since), min(until)) as valid, %s
            from layer where layer = :layer group by id
            """;

    private static final String INCOMES = """
            create temp table told on commit drop as
            with months as (
                select person as id, kind, month::date as month, sum(value::bigint) as amount, min(line) as line
                from who, generate_series(since, until - 1, interval '1 month') month
                where sheet = 'income' and wrong is null
                group by 1, 2, 3
            )
            select min(line) as line, id, kind, daterange(min(month), (max(month) + interval '1 month')::date) as valid,
                amount::bigint as amount, null::smallint as term_months
            from (select m.*, month - (row_number() over (partition by id, kind, amount order by month) || ' months')::interval as run from months m) r
            group by id, kind, amount, run
            """;

    private static final List<String> DEATHS = List.of(
            """
            create temp table died on commit drop as
            select person as id, max(value::date) as died_on from who where name = 'death' and wrong is null group by person
            """,
            """
            create temp table left_family on commit drop as
            select h.ctid as at, h.*, d.died_on from registry.membership h join died d on d.id = h.person_id
            where h.superseded_by is null and h.valid && daterange(d.died_on + 1, null)
            """,
            "update registry.membership h set superseded_by = :intake from left_family l where h.ctid = l.at and h.superseded_by is null",
            """
            insert into registry.membership (person_id, family_id, intake, origin, also, valid, relation, absence)
            select person_id, family_id, :intake, coalesce(origin, intake), also, valid * daterange(null, died_on + 1), relation, absence
            from left_family where not isempty(valid * daterange(null, died_on + 1))
            """,
            "drop table died, left_family");

    private static final String DIED = """
            create temp table told on commit drop as
            select min(w.line) as line, w.person as id, daterange(coalesce(min(p.birth_date), max(w.value::date)), null) as valid,
                null::date as birth_date, null::text as iin, null::text as last_name, null::text as first_name, null::text as patronymic,
                null::registry.sex as sex, null::registry.status as status, max(w.value::date) as died_on
            from who w join registry.person p on p.id = w.person
            where w.name = 'death' and w.wrong is null group by w.person
            """;

    private static final String TALLY = """
            select coalesce(sum(n) filter (where what = 'new'), 0) as added, coalesce(sum(n) filter (where what = 'changed'), 0) as changed,
                coalesce(sum(n) filter (where what = 'unchanged'), 0) as unchanged, 0 as merged,
                coalesce(sum(n) filter (where what = 'disputed'), 0) as disputed, 0 as rejected
            from (select line, case max(case what when 'new' then 4 when 'changed' then 3 when 'disputed' then 2 else 1 end)
                when 4 then 'new' when 3 then 'changed' when 2 then 'disputed' else 'unchanged' end as what, 1 as n from outcome group by line) o
            """;

    /// Rows that can change what a person is found by.
    private static final String SEARCHED =
            "(name in ('birth', 'death') or coalesce(sheet in ('identity', 'contact', 'membership'), true))";

    private final JdbcClient db;
    private final SheetFacts facts;
    private final LoadSearched searched;

    LoadSingles(JdbcClient db) {
        this.db = db;
        this.facts = new SheetFacts(db);
        this.searched = new LoadSearched(db);
    }

    @Override
    public LoadTally take(LoadPart part, String staging) {
        SheetFacts.Teller teller = part.teller("");
        // A register is full where this happens: how many rows arrive decides how they find their persons.
        db.sql("analyze " + staging).update();
        ByPages.ahead(
                db,
                "registry.person where",
                "iin",
                "text",
                "select distinct iin from %s where iin is not null".formatted(staging));
        db.sql(SheetRows.OUTCOME).update();
        db.sql(WHO.formatted(staging)).param("source", teller.source()).update();
        db.sql("analyze who").update();
        db.sql(WRONG)
                .param("makes", REGISTERS_OF_PERSONS.contains(teller.source()))
                .update();
        db.sql(NEW_NAMES).update();
        make(teller);
        births(teller);
        db.sql(FAMILIES).update();
        for (Sheet sheet : Sheet.values()) {
            boolean told = tells("sheet = '%s'".formatted(sheet.code()));
            if (told && sheet == Sheet.INCOME) {
                db.sql(INCOMES).update();
                facts.take(sheet, teller);
            } else if (told) {
                layers(sheet, teller);
            }
        }
        deaths(teller);
        db.sql(REJECT).param("intake", part.intake()).update();
        if (tells(SEARCHED)) {
            searched.renew();
        }
        searched.moved();
        long rows = db.sql("select count(*) from who where wrong is null")
                .query(Long.class)
                .single();
        long rejected = db.sql("select count(*) from who where wrong is not null")
                .query(Long.class)
                .single();
        LoadTally tally = db.sql(TALLY).query(LoadTally.class).single().within(rows);
        db.sql("drop table who, outcome").update();
        return tally.plus(new LoadTally(0, 0, 0, 0, 0, rejected));
    }

    private boolean tells(String condition) {
        return db.sql("select exists (select from who where %s and wrong is null)".formatted(condition))
                .query(Boolean.class)
                .single();
    }

    private void make(SheetFacts.Teller teller) {
        db.sql(
                        "update who set key = :source || ':' || intake_line from (select line as at, 'delivery ' || :intake || ' line ' || line as intake_line from who) x where at = line and key is null")
                .param("source", teller.source())
                .param("intake", teller.intake())
                .update();
        db.sql(UNKNOWN).update();
        db.sql(NEW_PERSONS)
                .param("intake", teller.intake())
                .param("place", NO_PLACE)
                .update();
        db.sql(NEW_IDENTITIES).param("intake", teller.intake()).update();
        db.sql(MADE).update();
        db.sql("drop table unknown").update();
    }

    private void births(SheetFacts.Teller teller) {
        db.sql(BIRTHS).param("source", teller.source()).update();
        for (String statement : BORN) {
            db.sql(statement).param("intake", teller.intake()).update();
        }
        db.sql("drop table born").update();
    }

    private void layers(Sheet sheet, SheetFacts.Teller teller) {
        db.sql(LAYERS.formatted(sheet.ofPersons() ? "person" : "family"))
                .param("sheet", sheet.code())
                .update();
        int layers = db.sql("select coalesce(max(layer), 0) from layer")
                .query(Integer.class)
                .single();
        String values = sheet.cells().stream()
                .map(cell -> "(array_agg(value order by line desc) filter (where name = '%1$s'))[1]::%2$s as %1$s"
                        .formatted(cell.column(), cell.type()))
                .collect(Collectors.joining(", "));
        for (int layer = 1; layer <= layers; layer++) {
            db.sql(TOLD.formatted(values)).param("layer", layer).update();
            facts.take(sheet, teller);
        }
        db.sql("drop table layer").update();
    }

    private void deaths(SheetFacts.Teller teller) {
        if (!tells("name = 'death'")) {
            return;
        }
        db.sql(DIED).update();
        facts.take(Sheet.IDENTITY, teller);
        for (String statement : DEATHS) {
            db.sql(statement).param("intake", teller.intake()).update();
        }
    }
}
