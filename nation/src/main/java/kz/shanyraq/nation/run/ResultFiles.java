package kz.shanyraq.nation.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.TableWriter;
import kz.shanyraq.nation.files.TableWriter.Column;
import kz.shanyraq.nation.snapshot.Ids;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.signals.Signal;
import kz.shanyraq.policy.wellbeing.Dimension;
import kz.shanyraq.policy.wellbeing.Model;

/// Writes the results of all parts in their fixed order: assessments by family, act, person; beside them
/// wellbeing and signals.
public final class ResultFiles {

    private static final int ROWS = 8192;

    /// The columns of wellbeing.
    public static final List<Column> WELLBEING = List.of(
            Column.text("family_id"),
            Column.text("month"),
            Column.text("model"),
            Column.text("dimension"),
            Column.count("points"),
            Column.text("level"),
            Column.text("missing"));

    /// The columns of signals.
    public static final List<Column> SIGNALS = List.of(
            Column.text("family_id"),
            Column.text("person_id"),
            Column.text("month"),
            Column.text("code"),
            Column.text("reason"),
            Column.text("missing"));

    private final Snapshot snapshot;
    private final Catalogue catalogue;
    private final List<Model.InForce> models;
    private final AssessmentTable table;
    private final byte[][] signalCodes = AssessmentTable.codes(Signal.values());
    private final byte[][] modelCodes = AssessmentTable.codes(Model.values());
    private final byte[][] dimensions = AssessmentTable.codes(Dimension.values());
    private final Ids families = new Ids();
    private final Ids persons = new Ids();
    private final Households h = new Households();

    /// Results of a snapshot in a month.
    public ResultFiles(Snapshot snapshot, Catalogue catalogue, List<Model.InForce> models) {
        this.snapshot = snapshot;
        this.catalogue = catalogue;
        this.models = List.copyOf(models);
        this.table = new AssessmentTable(catalogue);
    }

    /// Writes the files.
    ///
    /// @param work where the parts are
    /// @param out the file of assessments; the others get its directory and ending
    /// @param withSteps whether to write every step of every row
    /// @param withWellbeing whether to write wellbeing; likewise signals
    public Tally write(
            Path work, Path out, boolean withSteps, boolean withWellbeing, boolean withSignals, Progress progress) {
        var columns = new ArrayList<>(AssessmentTable.COLUMNS);
        if (withSteps) {
            columns.add(Column.text("steps"));
        }
        var total = new Tally();
        progress.begin("Writing results", "families", snapshot.families());
        try (var assessments = new Rows(out, columns, true);
                var wellbeing = new Rows(beside(out, "wellbeing"), WELLBEING, withWellbeing);
                var signals = new Rows(beside(out, "signals"), SIGNALS, withSignals)) {
            StepsJson steps = withSteps ? new StepsJson(new Explainer(catalogue)) : null;
            for (int part = 0; part < Run.parts(snapshot); part++) {
                total.add(new PartFile(work, part).read(Run.first(part), Run.last(snapshot, part), (block, in) -> {
                    snapshot.readIds(block, families, persons);
                    snapshot.read(block, h);
                    assessments(in, assessments, steps);
                    wellbeing(in, wellbeing);
                    signals(in, signals);
                    progress.done(h.families);
                }));
            }
        } finally {
            progress.end();
        }
        return total;
    }

    /// The file of a name beside another, with the same ending.
    public static Path beside(Path out, String name) {
        String file = out.getFileName().toString();
        return out.resolveSibling(name + file.substring(file.lastIndexOf('.')));
    }

    private void assessments(DataInputStream in, Rows into, @org.jspecify.annotations.Nullable StepsJson steps)
            throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            int f = in.readInt();
            int person = in.readShort();
            Benefit benefit = Benefit.values()[in.readByte()];
            int kind = in.readByte();
            int unmet = in.readInt();
            long missing = in.readLong();
            Batch batch = into.batch;
            id(batch, 0, families, f);
            if (person < 0) {
                batch.column(3).addEmpty();
            } else {
                id(batch, 3, persons, h.firstPerson[f] + person);
            }
            table.add(batch, benefit, kind, unmet, missing, in.readInt(), in.readInt(), in.readLong(), in.readLong());
            if (steps != null) {
                batch.column(13).add(steps.of(h, f, person, benefit));
            }
            into.row();
        }
    }

    private static void id(Batch batch, int column, Ids ids, int row) {
        batch.column(column).add(ids.bytes, ids.start[row], ids.length(row));
    }

    private void wellbeing(DataInputStream in, Rows into) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            int f = in.readInt();
            Model model = Model.values()[in.readByte()];
            int dimension = in.readByte();
            int points = in.readByte();
            long missing = in.readLong();
            Batch batch = into.batch;
            id(batch, 0, families, f);
            batch.column(1).add(table.month());
            batch.column(2).add(modelCodes[model.ordinal()]);
            batch.column(3).add(dimensions[dimension]);
            if (points < 0) {
                batch.column(4).addEmpty();
                batch.column(5).addEmpty();
            } else {
                batch.column(4).add(points);
                batch.column(5).add(level(model, points));
            }
            batch.column(6).add(table.facts(missing));
            into.row();
        }
    }

    private String level(Model model, int points) {
        return models.stream()
                .filter(inForce -> inForce.model() == model)
                .findFirst()
                .orElseThrow()
                .level(points);
    }

    private void signals(DataInputStream in, Rows into) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            int f = in.readInt();
            int person = in.readShort();
            Signal signal = Signal.values()[in.readByte()];
            long missing = in.readLong();
            Batch batch = into.batch;
            id(batch, 0, families, f);
            id(batch, 1, persons, h.firstPerson[f] + person);
            batch.column(2).add(table.month());
            batch.column(3).add(signalCodes[signal.ordinal()]);
            batch.column(4).add(table.facts(signal.restsOn()));
            batch.column(5).add(table.facts(missing));
            into.row();
        }
    }

    /// A file being written row by row, or nothing.
    private static final class Rows implements AutoCloseable {
        private final TableWriter writer;
        private final Batch batch;

        Rows(Path file, List<Column> columns, boolean wanted) {
            writer = wanted ? TableWriter.create(file, columns) : new Nothing(columns);
            batch = writer.batch();
        }

        void row() {
            if (++batch.rows == ROWS) {
                flush();
            }
        }

        private void flush() {
            writer.write(batch);
            batch.clear();
        }

        @Override
        public void close() {
            flush();
            writer.close();
        }
    }

    private record Nothing(List<Column> columns) implements TableWriter {
        @Override
        public Batch batch() {
            return new Batch(
                    columns.stream().map(Column::name).toList(),
                    columns.stream().map(Column::kind).toList());
        }

        @Override
        public void write(Batch batch) {
            // Nothing was asked for.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
