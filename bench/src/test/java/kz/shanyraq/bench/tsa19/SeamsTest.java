package kz.shanyraq.bench.tsa19;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kz.shanyraq.bench.tsa19.ParquetColumns.Decoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeamsTest {

    private static final int FAMILIES = 300;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "row groups of {0}, decoded by {1}")
    @CsvSource({"1, BULK", "2, BULK", "7, BULK", "7, LIBRARY", "100, BULK", "1000, LIBRARY"})
    void putsFamiliesTogetherAcrossRowGroups(int rowGroup, Decoder decoder) throws Exception {
        InputFiles.write(FAMILIES, rowGroup, families(), persons());
        var nation = new Nation(FAMILIES);
        nation.make(0, FAMILIES);
        var expected = new Decisions(FAMILIES);
        Assistance.assess(nation.block, 0, FAMILIES, Rates.law(), expected, 0);

        Households all = FamiliesFile.read(families(), decoder, 2);
        var decisions = new Decisions(FAMILIES);
        PersonsFile.decide(
                persons(),
                all,
                decoder,
                2,
                (block, from, to, row) -> Assistance.assess(block, from, to, Rates.law(), decisions, row));
        assertThat(decisions.amount).isEqualTo(expected.amount);
        assertThat(decisions.reason).isEqualTo(expected.reason);
        assertThat(decisions.type).isEqualTo(expected.type);
    }

    @Test
    void refusesFilesOfTwoNations() throws Exception {
        InputFiles.write(FAMILIES, 100, families(), persons());
        Households fewer = FamiliesFile.read(families(), Decoder.BULK, 1);
        fewer.families = FAMILIES - 50;
        assertThatThrownBy(() -> PersonsFile.decide(persons(), fewer, Decoder.BULK, 1, (block, from, to, row) -> {}))
                .hasMessageContaining("Maybe");

        InputFiles.write(FAMILIES - 50, 100, folder.resolve("fewer.parquet"), persons());
        Households all = FamiliesFile.read(families(), Decoder.BULK, 1);
        assertThatThrownBy(() -> PersonsFile.decide(persons(), all, Decoder.BULK, 1, (block, from, to, row) -> {}))
                .hasMessageContaining("Of 300 families only 250 have members");
    }

    private Path families() {
        return folder.resolve("families.parquet");
    }

    private Path persons() {
        return folder.resolve("persons.parquet");
    }
}
