package kz.shanyraq.nation.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.WholeFolder;
import kz.shanyraq.nation.reading.Rejects;

/// Brings a set of survey microdata into the household format: every household whose rows can be read, none in
/// part. All is written to a folder beside the wanted one, which is renamed when it is whole.
public final class SurveyImport {

    /// The file that says how a folder of families came about.
    public static final String ABOUT = "import.md";

    private static final String REJECTS = "rejects.csv";

    /// What is wanted.
    ///
    /// @param folder the folder of the survey's files
    /// @param ending `.parquet` or `.csv`
    public record Wanted(SurveySet set, Path folder, Move move, Path out, String ending) {}

    /// What was done.
    ///
    /// @param rowsRead rows of the survey's files; each is brought over or skipped
    /// @param rowsSkipped rows that could not be read, with the other rows of their households
    /// @param families more than households where persons who are not related share a dwelling
    /// @param incomes incomes of a person, kind and month
    /// @param remarks what there is to know of rows that were brought over, with their number
    public record Done(
            long rowsRead,
            long rowsSkipped,
            long households,
            long families,
            long persons,
            long incomes,
            Map<String, Long> remarks,
            Path rejects) {}

    private final Wanted wanted;
    private final Progress progress;
    private final Survey survey;
    private final Remarks remarks = new Remarks();
    private long rowsRead;
    private long households;
    private long families;
    private long persons;

    private SurveyImport(Wanted wanted, Progress progress) {
        this.wanted = wanted;
        this.progress = progress;
        this.survey = wanted.set.survey();
    }

    /// Brings a set over.
    ///
    /// @throws kz.shanyraq.nation.files.Unreadable if the files cannot be read; nothing is written then
    public static Done run(Wanted wanted, Progress progress) {
        return new SurveyImport(wanted, progress).run();
    }

    private Done run() {
        var folder = new SurveyFolder(wanted.set, wanted.folder);
        List<SurveyRow> ofHouseholds = folder.rows("households");
        Map<String, List<SurveyRow>> ofMembers = byHousehold(folder.rows(survey.members()));
        rowsRead += ofHouseholds.size();
        Path unfinished = wanted.out.resolveSibling(wanted.out.getFileName() + ".unfinished");
        WholeFolder.remove(unfinished);
        boolean whole = false;
        try {
            Done done = write(unfinished, ofHouseholds, ofMembers);
            tell(unfinished, done);
            WholeFolder.replace(wanted.out, unfinished);
            whole = true;
            return done;
        } finally {
            if (!whole) {
                WholeFolder.remove(unfinished);
            }
        }
    }

    private Done write(Path unfinished, List<SurveyRow> ofHouseholds, Map<String, List<SurveyRow>> ofMembers) {
        long incomes;
        long skipped;
        try (var files =
                        new FamilyFiles(unfinished, wanted.ending, survey.columns(wanted.move.presume()), wanted.move);
                var rejects = new Rejects(unfinished.resolve(REJECTS))) {
            progress.begin("Bringing households over", "households", ofHouseholds.size());
            var seen = new HashSet<String>();
            for (SurveyRow household : ofHouseholds) {
                String id = household.text("household");
                boolean first = seen.add(id);
                List<SurveyRow> rows = first ? ofMembers.getOrDefault(id, List.of()) : List.of();
                bring(household, first, rows, files, rejects);
                progress.done(1);
            }
            progress.end();
            ofMembers.forEach((id, rows) -> {
                if (!seen.contains(id)) {
                    rows.forEach(
                            row -> reject(row, "household", id, "there is no household '%s'".formatted(id), rejects));
                }
            });
            files.writeSources(survey.months(), survey.notAsked());
            incomes = files.incomeRows();
            skipped = rejects.rows();
        }
        return new Done(
                rowsRead,
                skipped,
                households,
                families,
                persons,
                incomes,
                new LinkedHashMap<>(remarks.counts()),
                wanted.out.resolve(REJECTS));
    }

    private Map<String, List<SurveyRow>> byHousehold(List<SurveyRow> rows) {
        rowsRead += rows.size();
        var byHousehold = new LinkedHashMap<String, List<SurveyRow>>();
        for (SurveyRow row : rows) {
            byHousehold
                    .computeIfAbsent(row.text("household"), none -> new ArrayList<>())
                    .add(row);
        }
        return byHousehold;
    }

    /// One household: as families, or all its rows to the rejects.
    private void bring(SurveyRow household, boolean first, List<SurveyRow> rows, FamilyFiles files, Rejects rejects) {
        var notWritten = new Remarks();
        try {
            if (!first) {
                throw household.unfit("household", "a second row with the same number");
            }
            household.whole();
            rows.forEach(SurveyRow::whole);
            List<Draft.Family> drafts = survey.families(household, rows, wanted.move, notWritten);
            drafts.forEach(files::write);
            households++;
            families += drafts.size();
            persons += drafts.stream().mapToInt(draft -> draft.persons.size()).sum();
            remarks.add(notWritten);
        } catch (SurveyRow.Unfit unfit) {
            var all = new ArrayList<>(List.of(household));
            all.addAll(rows);
            for (SurveyRow row : all) {
                if (row.equals(unfit.row)) {
                    reject(row, unfit.column, unfit.value, unfit.reason, rejects);
                } else {
                    reject(row, "", "", "another row of the household cannot be read", rejects);
                }
            }
        }
    }

    private static void reject(SurveyRow row, String column, String value, String reason, Rejects rejects) {
        rejects.add(row.file(), row.line(), column, value, reason);
    }

    /// Says in the folder how it came about.
    private void tell(Path folder, Done done) {
        Move move = wanted.move;
        var text = new StringBuilder("""
                # Families of %s

                Survey microdata in the household format, written by `shanyraq import`. They describe nobody in
                Kazakhstan: the families are asked as if they lived in region %02d on %s, with their incomes of the
                %d months before at %s tenge for one %s. %s

                Read: %d rows. Skipped: %d. Written: %d families, %d persons, %d incomes.
                """.formatted(
                        wanted.set.code(),
                        move.region(),
                        move.day(),
                        survey.months(),
                        move.factor(),
                        wanted.set.currency(),
                        move.presume()
                                ? "What the survey did not ask is presumed (`facts`, source `%s`)."
                                        .formatted(Presumption.SOURCE)
                                : "What the survey did not ask is not known.",
                        done.rowsRead,
                        done.rowsSkipped,
                        done.families,
                        done.persons,
                        done.incomes));
        done.remarks.forEach((what, count) -> text.append("\n* %s: %d".formatted(what, count)));
        try {
            Files.writeString(folder.resolve(ABOUT), text.append('\n'), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder %s cannot be written.".formatted(folder), broken);
        }
    }
}
