package kz.shanyraq.policy.cases;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each table as one test: what [CasesTest] checks row by row, for mutation tests, to which more than a
/// thousand single tests for every mutant would be too many.
@Tag("slow")
class WholeTablesTest {

    private static final List<CaseFile> TABLES = CaseFile.of("cases");

    static Stream<CaseFile> tables() {
        return TABLES.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_holds(CaseFile table) {
        table.cases().forEach(row -> CasesTest.check(table.name(), row));
    }
}
