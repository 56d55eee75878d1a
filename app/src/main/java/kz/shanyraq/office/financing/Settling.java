package kz.shanyraq.office.financing;

import java.util.List;
import java.util.UUID;

/// Writes off what is no longer asked back, when two persons have said so: never more than is still owed.
final class Settling {

    private static final String APPROVED =
            "select id, answered_by from financing.write_off where answer = 'approved' and entry is null order by id";
    private static final String ENTRY =
            "insert into financing.entry (kind, day, officer) values ('write_off', access.today(), :officer) returning id";
    private static final String POST = """
            insert into financing.posting (entry, award_id, month, stage, amount, family_id, topic, kato, budget_line)
            select :entry, b.award_id, b.month, v.stage, v.amount, b.family_id, b.topic, b.kato, b.budget_line
            from financing.write_off w join financing.balance b on b.award_id = w.award_id and b.month = w.month
            cross join lateral (values ('receivable', -least(w.amount, b.receivable)), ('written_off', least(w.amount, b.receivable))) as v (stage, amount)
            where w.id = :id and v.amount <> 0
            """;
    private static final String DONE = "update financing.write_off set entry = :entry where id = :id";

    private final Books books;

    Settling(Books books) {
        this.books = books;
    }

    private record Approved(long id, UUID answeredBy) {}

    int writeOff() {
        return books.write(db -> {
            List<Approved> approved = db.sql(APPROVED).query(Approved.class).list();
            for (Approved each : approved) {
                long entry = db.sql(ENTRY)
                        .param("officer", each.answeredBy)
                        .query(Long.class)
                        .single();
                db.sql(POST).param("entry", entry).param("id", each.id).update();
                db.sql(DONE).param("entry", entry).param("id", each.id).update();
            }
            return approved.size();
        });
    }
}
