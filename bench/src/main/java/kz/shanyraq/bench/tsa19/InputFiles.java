package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;

/// The two Parquet files of the common work, written by parquet-java's own writer with its defaults but for Zstandard
/// and the size of a row group, so that they favour no reader.
final class InputFiles {

    /// Rows of a row group.
    static final int ROW_GROUP = 1_000_000;

    private static final int BLOCK = 100_000;

    private static final MessageType FAMILIES = MessageTypeParser.parseMessageType("""
            message families {
              required int32 family_id;
              required int32 region (INTEGER(8,false));
              required int32 cattle (INTEGER(8,false));
              required int32 sheep (INTEGER(8,false));
              required int32 land (INTEGER(16,false));
            }""");

    private static final MessageType PERSONS = MessageTypeParser.parseMessageType("""
            message persons {
              required int32 person_id;
              required int32 family_id;
              required int32 age (INTEGER(16,true));
              required boolean able;
              required boolean employed;
              required boolean studying;
              required boolean registered;
              required int32 disab (INTEGER(8,false));
              required int32 inc0;
              required int32 inc1;
              required int32 inc2;
              required int32 inc3;
              required int32 inc4;
            }""");

    /// Writes the first families of the nation and their members.
    static void write(int families, int rowGroup, Path familiesFile, Path personsFile) throws IOException {
        var nation = new Nation(Math.min(BLOCK, families));
        try (var familyRows = open(familiesFile, FAMILIES, rowGroup);
                var personRows = open(personsFile, PERSONS, rowGroup)) {
            int personId = 1;
            for (int from = 0; from < families; from += BLOCK) {
                int to = Math.min(families, from + BLOCK);
                nation.make(from, to);
                for (int f = 0; f < to - from; f++) {
                    int family = f;
                    familyRows.write(row -> family(nation.block, family, row));
                    for (int p = nation.block.firstPerson[f]; p < nation.block.firstPerson[f + 1]; p++) {
                        int person = p;
                        int id = personId++;
                        personRows.write(row -> person(nation, family, person, id, row));
                    }
                }
            }
        }
    }

    private static void family(Households h, int f, Row row) {
        row.add(h.familyId[f]);
        row.add(h.region[f]);
        row.add(h.cattle[f]);
        row.add(h.sheep[f]);
        row.add(h.land[f]);
    }

    private static void person(Nation nation, int f, int p, int id, Row row) {
        Households h = nation.block;
        row.add(id);
        row.add(h.familyId[f]);
        row.add(h.age[p]);
        row.add(h.is(p, Households.ABLE));
        row.add(h.is(p, Households.EMPLOYED));
        row.add(h.is(p, Households.STUDYING));
        row.add(h.is(p, Households.REGISTERED));
        row.add(h.disability(p));
        row.add(h.wage[p]);
        row.add(h.pension[p]);
        row.add(h.alimony[p]);
        row.add(nation.benefit[p]);
        row.add(nation.aid[p]);
    }

    private static ParquetWriter<Source> open(Path file, MessageType schema, int rowGroup) throws IOException {
        Files.deleteIfExists(file);
        return new Builder(new LocalOutputFile(file), schema)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Zstandard())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupRowCountLimit(rowGroup)
                .withRowGroupSize(1L << 30)
                .build();
    }

    /// Where a row comes from.
    private interface Source {
        void fill(Row row);
    }

    /// A row being written, cell by cell.
    private static final class Row {
        private final RecordConsumer out;
        private final MessageType schema;
        private int column;

        private Row(RecordConsumer out, MessageType schema) {
            this.out = out;
            this.schema = schema;
        }

        private void add(int value) {
            out.startField(schema.getFieldName(column), column);
            out.addInteger(value);
            out.endField(schema.getFieldName(column), column++);
        }

        private void add(boolean value) {
            out.startField(schema.getFieldName(column), column);
            out.addBoolean(value);
            out.endField(schema.getFieldName(column), column++);
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Source, Builder> {
        private final MessageType schema;

        private Builder(OutputFile file, MessageType schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in its parent; never called with a plain configuration
        protected WriteSupport<Source> getWriteSupport(Configuration configuration) {
            return new Support(schema);
        }

        @Override
        protected WriteSupport<Source> getWriteSupport(ParquetConfiguration configuration) {
            return new Support(schema);
        }
    }

    private static final class Support extends WriteSupport<Source> {
        private final MessageType schema;
        private @Nullable Row row;

        private Support(MessageType schema) {
            this.schema = schema;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in its parent; never called with a plain configuration
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer out) {
            row = new Row(out, schema);
        }

        @Override
        public void write(Source source) {
            Row next = Objects.requireNonNull(row);
            next.column = 0;
            next.out.startMessage();
            source.fill(next);
            next.out.endMessage();
        }
    }

    private InputFiles() {}
}
