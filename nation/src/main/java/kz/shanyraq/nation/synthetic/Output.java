package kz.shanyraq.nation.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.TableWriter;
import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.nation.run.AssessmentTable;
import kz.shanyraq.nation.synthetic.ErrorRows.Civil;
import kz.shanyraq.nation.synthetic.ErrorRows.Planted;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Sex;

/// The files of a nation being written: what the registers say in the folder itself, the truth in `truth/`,
/// one register's own records in `registers/`. Chunks come in their order; what is reported and what is true
/// are written by a thread each.
final class Output implements AutoCloseable {

    private static final List<TableWriter.Column> FACTS =
            texts("person_id", "family_id", "column", "value", "source", "valid_from", "valid_to", "received_on");
    private static final List<TableWriter.Column> ERRORS =
            texts("source", "file", "key", "column", "true_value", "wrong_value", "kind");
    private static final List<TableWriter.Column> DUPLICATES = texts("source_record_id", "person_id");
    private static final List<TableWriter.Column> CIVIL = texts(
            "source_record_id",
            "iin",
            "last_name",
            "first_name",
            "birth_date",
            "column",
            "value",
            "valid_from",
            "valid_to");
    private static final List<TableWriter.Column> SOURCES = texts("kind", "asked_from", "asked_to", "received_on");

    private final Iins iins = new Iins();
    private final HouseholdTables reported;
    private final HouseholdTables truth;
    private final TableWriter facts;
    private final TableWriter errors;
    private final TableWriter duplicates;
    private final TableWriter civil;
    private final TableWriter entitlements;
    private final AssessmentTable assessments;
    private final String on;
    private long civilRecords;

    private static List<TableWriter.Column> texts(String... names) {
        return java.util.Arrays.stream(names).map(TableWriter.Column::text).toList();
    }

    Output(Path folder, SyntheticNation.Wanted wanted, Coverage coverage, Catalogue catalogue) {
        Path inTruth = folder.resolve("truth");
        Path registers = folder.resolve("registers");
        this.on = wanted.on().toString();
        this.reported = new HouseholdTables(folder, wanted.ending());
        this.truth = new HouseholdTables(inTruth, wanted.ending());
        try {
            Files.createDirectories(registers);
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder %s cannot be made.".formatted(registers), broken);
        }
        this.facts = TableWriter.create(folder.resolve("facts" + wanted.ending()), FACTS);
        this.errors = TableWriter.create(inTruth.resolve("errors.csv"), ERRORS);
        this.duplicates = TableWriter.create(inTruth.resolve("duplicates.csv"), DUPLICATES);
        this.civil = TableWriter.create(registers.resolve("civil.csv"), CIVIL);
        this.entitlements =
                TableWriter.create(inTruth.resolve("entitlements" + wanted.ending()), AssessmentTable.COLUMNS);
        this.assessments = new AssessmentTable(catalogue);
        writeSources(folder.resolve("sources" + wanted.ending()), coverage);
        writeSources(inTruth.resolve("sources" + wanted.ending()), coverage);
    }

    private void writeSources(Path file, Coverage coverage) {
        try (TableWriter sources = TableWriter.create(file, SOURCES)) {
            Batch batch = sources.batch();
            for (Coverage.Asked asked : coverage.asked()) {
                row(
                        batch,
                        asked.kind(),
                        Day.month(asked.from()).toString(),
                        Day.month(asked.to()).toString(),
                        on);
            }
            sources.write(batch);
        }
    }

    private static void row(Batch batch, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            batch.column(i).add(cells[i]);
        }
        batch.rows++;
    }

    /// Numbers the persons of a chunk; chunks must come in their order.
    void number(Chunk chunk) {
        Households h = chunk.truth;
        for (int p = 0; p < h.persons; p++) {
            chunk.iin.add(iins.next(h.birthDate[p], Sex.M.is(h.sex[p])));
        }
    }

    /// Writes what the registers say.
    void writeReported(Chunk chunk) {
        reported.write(chunk.reported, new Texts(chunk));
        Batch batch = facts.batch();
        for (Planted planted : chunk.errors.planted) {
            String person = planted.person() < 0 ? "" : personId(chunk, planted.person());
            String family = chunk.familyId.text(planted.family());
            if (planted.key().isEmpty()) {
                row(
                        batch,
                        person,
                        person.isEmpty() ? family : "",
                        planted.column(),
                        planted.wrong(),
                        planted.source(),
                        on,
                        "",
                        on);
                if (planted.conflict()) {
                    row(
                            batch,
                            person,
                            person.isEmpty() ? family : "",
                            planted.column(),
                            planted.truth(),
                            "survey",
                            on,
                            "",
                            on);
                }
            }
        }
        facts.write(batch);
        writeCivil(chunk);
    }

    private void writeCivil(Chunk chunk) {
        Batch records = civil.batch();
        Batch copies = duplicates.batch();
        for (Civil record : chunk.errors.civil) {
            int p = record.person();
            String id = "C%08d".formatted(++civilRecords);
            boolean copy = record.copy() > 0;
            String birth = Column.BIRTH_DATE.format(chunk.truth.birthDate[p]);
            row(
                    records,
                    id,
                    copy ? "" : chunk.iin.text(p),
                    copy ? Errors.slip(chunk.lastName.text(p)) : chunk.lastName.text(p),
                    chunk.firstName.text(p),
                    birth,
                    "birth_date",
                    birth,
                    birth,
                    "");
            row(copies, id, personId(chunk, p));
        }
        civil.write(records);
        duplicates.write(copies);
    }

    /// Writes the truth.
    void writeTruth(Chunk chunk) {
        truth.write(chunk.truth, new Texts(chunk));
        Batch batch = errors.batch();
        for (Planted planted : chunk.errors.planted) {
            String id =
                    planted.person() < 0 ? chunk.familyId.text(planted.family()) : personId(chunk, planted.person());
            String key = planted.key().isEmpty() ? id : id + "|" + planted.key();
            row(
                    batch,
                    planted.source(),
                    planted.file(),
                    key,
                    planted.column(),
                    planted.truth(),
                    planted.wrong(),
                    planted.kind());
        }
        errors.write(batch);
        writeEntitlements(chunk);
    }

    private void writeEntitlements(Chunk chunk) {
        Batch batch = entitlements.batch();
        Assessments rows = chunk.entitlements;
        Households h = chunk.truth;
        for (int row = 0; row < rows.size; row++) {
            int f = rows.family[row];
            batch.column(0).add(chunk.familyId.text(f));
            if (rows.person[row] < 0) {
                batch.column(3).addEmpty();
            } else {
                batch.column(3).add(personId(chunk, h.firstPerson[f] + rows.person[row]));
            }
            assessments.add(
                    batch,
                    Benefit.values()[rows.benefit[row]],
                    rows.kind[row],
                    rows.unmet[row],
                    rows.missing[row],
                    rows.monthly[row],
                    rows.once[row],
                    rows.incomePerHead[row],
                    rows.povertyLine[row]);
            batch.rows++;
        }
        entitlements.write(batch);
    }

    private static int familyOf(Households h, int p) {
        int low = 0;
        int high = h.families - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (h.firstPerson[middle] <= p) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static String personId(Chunk chunk, int p) {
        int f = familyOf(chunk.truth, p);
        int member = p - chunk.truth.firstPerson[f] + 1;
        return chunk.familyId.text(f) + (member < 10 ? "-0" : "-") + member;
    }

    /// The texts of a chunk: keys, names, addresses. Rows are asked in ascending order, so that the family of
    /// a person is the latest or the next.
    private static final class Texts implements HouseholdTables.Texts {
        private final Chunk chunk;
        private int f;

        Texts(Chunk chunk) {
            this.chunk = chunk;
        }

        private int family(int[] first, int row) {
            if (row < first[f]) {
                f = 0;
            }
            while (first[f + 1] <= row) {
                f++;
            }
            return f;
        }

        @Override
        public void add(Column column, Households h, int row, Vector cells) {
            switch (column) {
                case FAMILY_ID -> copy(chunk.familyId, row, cells);
                case DISTRICT -> copy(chunk.district, row, cells);
                case SETTLEMENT -> copy(chunk.settlement, row, cells);
                case ADDRESS -> copy(chunk.address, row, cells);
                case FAMILY_DWELLING_ID -> copy(chunk.dwelling, row, cells);
                case PERSON_ID -> person(h, row, cells);
                case PERSON_FAMILY_ID -> copy(chunk.familyId, family(h.firstPerson, row), cells);
                case IIN -> copy(chunk.iin, row, cells);
                case LAST_NAME -> copy(chunk.lastName, row, cells);
                case FIRST_NAME -> copy(chunk.firstName, row, cells);
                case PATRONYMIC -> copy(chunk.patronymic, row, cells);
                case PHONE -> copy(chunk.phone, row, cells);
                case LANGUAGE -> copy(chunk.language, row, cells);
                case OCCUPATION -> copy(chunk.occupation, row, cells);
                case MOTHER_ID -> link(h, h.mother, row, cells);
                case FATHER_ID -> link(h, h.father, row, cells);
                case GUARDIAN_ID -> link(h, h.guardian, row, cells);
                case PERSON_DWELLING_ID -> {
                    if (h.livesWithFamily[row] == 1) {
                        cells.addEmpty();
                    } else {
                        String home = chunk.dwelling.text(family(h.firstPerson, row));
                        cells.add("A" + home.substring(1) + "-" + row % 100);
                    }
                }
                case INCOME_PERSON_ID -> person(h, owner(h, row), cells);
                case LIVESTOCK_FAMILY_ID -> copy(chunk.familyId, family(h.firstLivestock, row), cells);
                case PLOT_FAMILY_ID -> copy(chunk.familyId, family(h.firstPlot, row), cells);
                default -> throw new IllegalStateException(column.name());
            }
        }

        private int ownerOfLatest;

        private int owner(Households h, int income) {
            if (income < h.firstIncome[ownerOfLatest]) {
                ownerOfLatest = 0;
            }
            while (h.firstIncome[ownerOfLatest + 1] <= income) {
                ownerOfLatest++;
            }
            return ownerOfLatest;
        }

        private static void copy(Vector from, int row, Vector cells) {
            if (from.empty[row]) {
                cells.addEmpty();
            } else {
                cells.add(from.bytes, from.start(row), from.length(row));
            }
        }

        private final byte[] id = new byte[32];

        /// A person's id: that of the family, and the number among its members.
        private void person(Households h, int row, Vector cells) {
            int family = family(h.firstPerson, row);
            int member = row - h.firstPerson[family] + 1;
            Vector families = chunk.familyId;
            int length = families.length(family);
            System.arraycopy(families.bytes, families.start(family), id, 0, length);
            id[length] = '-';
            id[length + 1] = (byte) ('0' + member / 10);
            id[length + 2] = (byte) ('0' + member % 10);
            cells.add(id, 0, length + 3);
        }

        private void link(Households h, short[] links, int row, Vector cells) {
            if (links[row] < 0) {
                cells.addEmpty();
            } else {
                person(h, h.firstPerson[family(h.firstPerson, row)] + links[row], cells);
            }
        }
    }

    @Override
    public void close() {
        reported.close();
        truth.close();
        List.of(facts, errors, duplicates, civil, entitlements).forEach(TableWriter::close);
    }
}
