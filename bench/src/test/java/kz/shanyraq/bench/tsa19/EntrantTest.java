package kz.shanyraq.bench.tsa19;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntrantTest {

    private static final int FAMILIES = 20_000;

    @TempDir
    static Path folder;

    static Work work = new Work(Path.of(""), 0);
    static long expected;

    @BeforeAll
    static void makeTheNationAndAskTheOracle() throws Exception {
        work = new Work(folder, FAMILIES);
        work.make();
        Households h = work.resident();
        for (int f = 0; f < FAMILIES; f++) {
            var answer = Oracle.decide(h, f, Oracle.Parameters.A);
            expected += Checksum.row(h.familyId[f], answer.eligible(), answer.reason(), answer.amount(), answer.type());
        }
    }

    @ParameterizedTest
    @EnumSource
    void decidesAsTheOracleDoes(Entrant entrant) throws Exception {
        try (var contender = entrant.opening.open(work)) {
            contender.run();
            assertThat(contender.checksum()).isEqualTo(expected);
            contender.run();
            assertThat(contender.checksum()).as("the second run").isEqualTo(expected);
        }
    }

    @Test
    void oursAndDuckDbAgreeRowByRow() throws Exception {
        try (var ours = OnParquet.bulk(work);
                var duckDb = DuckDb.onFiles(work)) {
            ours.run();
            duckDb.run();
        }
        assertThat(count("""
                select count(*) from (
                    (from '%1$s' except from '%2$s') union all (from '%2$s' except from '%1$s'))""".formatted(work.decisions("bulk"), work.decisions("duckdb"))))
                .isZero();
        assertThat(count("select count(*) from '%s'".formatted(work.decisions("bulk"))))
                .isEqualTo(FAMILIES);
    }

    private static long count(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
