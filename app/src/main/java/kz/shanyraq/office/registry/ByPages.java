package kz.shanyraq.office.registry;

import org.springframework.jdbc.core.simple.JdbcClient;

/// How the rows of many keys are fetched: in the order of their pages and many pages at a time, instead of one after
/// another. Of a table that does not fit into memory, 300 000 rows come in 3 to 6 s in this way and in 30 s in the
/// other (20 million persons, cold; PostgreSQL 18 reads asynchronously below a bitmap of the heap).
final class ByPages {

    /// For the rest of a transaction.
    static final String ON = "set local enable_indexscan = off; set local effective_io_concurrency = 64";

    private static final String OFF =
            "set local enable_indexscan to default; set local effective_io_concurrency to default";

    private ByPages() {}

    /// Fetches the rows of keys, so that the statement after this one finds them in memory.
    ///
    /// @param table the table; a condition may follow it
    /// @param keys a query for the keys, one column
    static void ahead(JdbcClient db, String table, String column, String type, String keys) {
        db.sql(ON).update();
        db.sql(
                        "select count(*) from (select from %s %s = any ((select array_agg(k) from (%s) k (k))::%s[]) offset 0) ahead"
                                .formatted(table, column, keys, type))
                .query(Long.class)
                .single();
        db.sql(OFF).update();
    }
}
