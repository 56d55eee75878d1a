package kz.shanyraq.office.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.nation.reading.Warnings;
import kz.shanyraq.policy.household.HouseholdFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Files of registers flow into the registry: each is taken in once, portion by portion, and goes on where it stopped
/// if it is
/// interrupted. One load runs at a time.
public final class Intake {

    private static final String HOUSEHOLDS = "households";
    private static final String SINGLE = "single_source";
    private static final int PORTION = 65_536;
    private static final int PORTION_OF_INCOMES = 4 * PORTION;

    /// From this size of the file of persons on, the first load of an empty register takes its constraints away.
    private static final long LARGE = 1L << 20;

    private static final int LAST_STEP = 6;

    /// What is wanted of a load.
    ///
    /// @param data the folder of the household files
    /// @param on the day from which the facts hold; null: as the files say, else today
    /// @param officer who gave the files, if an officer did
    public record Wanted(
            Path data, @Nullable LocalDate on, @Nullable UUID officer) {}

    private final DataSource source;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Intakes intakes;
    private final Progress progress;
    private final Consumer<String> tell;
    private long large = LARGE;
    private int portion = PORTION;

    /// An intake over the pool of the registry's mass work.
    ///
    /// @param tell hears, in sentences, what is taken in, skipped, or waited for
    public Intake(DataSource source, Progress progress, Consumer<String> tell) {
        this.source = source;
        this.db = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.intakes = new Intakes(db);
        this.progress = progress;
        this.tell = tell;
    }

    /// The same with other sizes, for tests.
    Intake sized(int rowsOfPortion, long bytesOfLarge) {
        portion = rowsOfPortion;
        large = bytesOfLarge;
        return this;
    }

    /// Takes in a folder of household data.
    ///
    /// @return the deliveries, one a file; those that were taken in before are not among them
    /// @throws Unreadable if a required file or column is missing, or a file is not UTF-8 or is cut off
    public List<Loaded> households(Wanted wanted) {
        for (HouseholdFile file : List.of(HouseholdFile.FAMILIES, HouseholdFile.PERSONS)) {
            if (Table.find(wanted.data, file.code()) == null) {
                throw new Unreadable("""
                        There is neither %s.csv nor %s.parquet in %s.
                        Maybe this is not a directory of household data.""".formatted(file.code(), file.code(), wanted.data));
            }
        }
        try (var lock = LoadLock.wait(source, tell)) {
            lock.hold();
            LocalDate day = day(wanted);
            boolean bare = undress(wanted);
            var loaded = new ArrayList<Loaded>();
            for (HouseholdFile file : HouseholdFile.values()) {
                if (file == HouseholdFile.FACTS) {
                    dress();
                    bare = false;
                }
                Path path = Table.find(wanted.data, file.code());
                if (path != null) {
                    file(wanted, file, path, day, bare).ifPresent(loaded::add);
                }
            }
            return loaded;
        }
    }

    private Optional<Loaded> file(Wanted wanted, HouseholdFile kind, Path path, LocalDate day, boolean bare) {
        var warnings = new Warnings();
        byte[] checksum = checksum(path);
        Optional<Intakes.Opened> before = intakes.find(checksum, HOUSEHOLDS, null);
        if (before.isPresent() && before.get().state().equals("done")) {
            tell.accept("%s is not taken in again: it is delivery %d of %s."
                    .formatted(
                            path.getFileName(), before.get().id(), before.get().openedOn()));
            return Optional.empty();
        }
        try (LoadRows rows = kind == HouseholdFile.INCOMES
                ? new LoadIncomeRows(path, warnings)
                : new LoadHouseholdRows(path, kind, warnings)) {
            LoadPart part;
            progress.begin("Taking in " + path.getFileName(), "rows", rows.total());
            if (before.isPresent()) {
                part = new LoadPart(before.get().id(), null, before.get().validOn(), bare);
                tell.accept("%s goes on after row %s."
                        .formatted(
                                path.getFileName(),
                                Progress.grouped(before.get().rowsRead())));
                rows.skip(before.get().rowsRead());
                progress.done(before.get().rowsRead());
            } else {
                String name = String.valueOf(path.getFileName());
                int id = intakes.open(
                        HOUSEHOLDS,
                        null,
                        name,
                        kind.code(),
                        checksum,
                        day,
                        rows.total() < 0 ? null : rows.total(),
                        wanted.officer);
                part = new LoadPart(id, null, day, bare);
            }
            return Optional.of(take(part, kind, rows));
        } finally {
            progress.end();
            warnings.sentences().forEach(tell);
        }
    }

    private Loaded take(LoadPart part, @Nullable HouseholdFile kind, LoadRows rows) {
        try {
            int size = kind == HouseholdFile.INCOMES && portion == PORTION ? PORTION_OF_INCOMES : portion;
            new LoadRun(source, transaction, intakes, progress).run(part, rows, step(kind), size);
        } catch (Unreadable cutOff) {
            intakes.close(part.intake(), "failed", cutOff.getMessage());
            throw cutOff;
        }
        transaction.executeWithoutResult(status -> {
            long missing = kind == HouseholdFile.PERSONS ? new LoadKin(db).waiting(part) : 0;
            intakes.close(
                    part.intake(),
                    "done",
                    missing == 0
                            ? null
                            : "%d persons name a parent or guardian who is not in the registry.".formatted(missing));
        });
        return intakes.loaded(part.intake());
    }

    /// Takes in the file of a single source.
    ///
    /// @param name the source's code
    /// @param on the day from which a value holds whose row does not say; null: today
    /// @return the delivery; empty if the file was taken in before
    /// @throws Unreadable if a required column is missing, or the file is not UTF-8 or is cut off
    /// @throws IllegalArgumentException if there is no such source
    public Optional<Loaded> single(String name, Path file, @Nullable LocalDate on, @Nullable UUID officer) {
        List<String> sources = db.sql("select code from registry.source order by 1")
                .query(String.class)
                .list();
        if (!sources.contains(name)) {
            throw new IllegalArgumentException("""
                    There is no source '%s'.
                    Maybe one of: %s.""".formatted(name, String.join(", ", sources)));
        }
        try (var lock = LoadLock.wait(source, tell)) {
            lock.hold();
            dress();
            byte[] checksum = checksum(file);
            Optional<Intakes.Opened> before = intakes.find(checksum, SINGLE, name);
            if (before.isPresent() && before.get().state().equals("done")) {
                tell.accept("%s is not taken in again: it is delivery %d of %s."
                        .formatted(
                                file.getFileName(),
                                before.get().id(),
                                before.get().openedOn()));
                return Optional.empty();
            }
            LocalDate day = before.map(Intakes.Opened::validOn)
                    .orElseGet(() -> on == null ? LocalDate.now(ZoneId.of("Asia/Almaty")) : on);
            try (var rows = new LoadSourceRows(file, day)) {
                progress.begin("Taking in " + file.getFileName(), "rows", rows.total());
                int id;
                if (before.isPresent()) {
                    id = before.get().id();
                    rows.skip(before.get().rowsRead());
                    progress.done(before.get().rowsRead());
                } else {
                    id = intakes.open(
                            SINGLE, name, String.valueOf(file.getFileName()), "single", checksum, day, null, officer);
                }
                return Optional.of(take(new LoadPart(id, name, day, false), null, rows));
            } finally {
                progress.end();
            }
        }
    }

    private LoadStep step(@Nullable HouseholdFile kind) {
        if (kind == null) {
            return new LoadSingles(db);
        }
        return switch (kind) {
            case FAMILIES -> new LoadFamilies(db);
            case PERSONS -> new LoadPersons(db);
            case INCOMES -> new LoadIncomes(db);
            case LIVESTOCK -> new LoadFarm(db, Sheet.LIVESTOCK);
            case PLOTS -> new LoadFarm(db, Sheet.PLOTS);
            case SOURCES -> new LoadAnswers(db);
            case FACTS -> new LoadFacts(db);
        };
    }

    /// The day of the facts: that which is asked for, else the day on which the registers answered, else today.
    private static LocalDate day(Wanted wanted) {
        if (wanted.on != null) {
            return wanted.on;
        }
        LocalDate latest = null;
        Path sources = Table.find(wanted.data, HouseholdFile.SOURCES.code());
        if (sources != null) {
            try (Table table = Table.open(sources)) {
                if (table.columns().contains("received_on")) {
                    var batch = table.choose(List.of("received_on"));
                    while (table.read(batch)) {
                        for (int row = 0; row < batch.rows; row++) {
                            String text = batch.column(0).text(row);
                            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                                LocalDate told = LocalDate.parse(text);
                                latest = latest == null || told.isAfter(latest) ? told : latest;
                            }
                        }
                    }
                }
            } catch (java.time.DateTimeException wrong) {
                return LocalDate.now(ZoneId.of("Asia/Almaty"));
            }
        }
        return latest == null ? LocalDate.now(ZoneId.of("Asia/Almaty")) : latest;
    }

    /// Takes the constraints of an empty register away before a large load, or finds them taken away by one that was
    /// interrupted.
    private boolean undress(Wanted wanted) {
        boolean away = !missing().isEmpty();
        boolean empty = db.sql(
                        "select not exists (select from registry.person) and not exists (select from registry.family)")
                .query(Boolean.class)
                .single();
        if (away) {
            Path families = Table.find(wanted.data, HouseholdFile.FAMILIES.code());
            if (empty
                    || (families != null
                            && intakes.find(checksum(families), HOUSEHOLDS, null)
                                    .isPresent())) {
                return true;
            }
            dress();
            return false;
        }
        try {
            Path persons = Table.find(wanted.data, HouseholdFile.PERSONS.code());
            if (!empty || persons == null || Files.size(persons) < large) {
                return false;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        transaction.executeWithoutResult(status ->
                db.sql("select registry.lay_bare()").query(Integer.class).single());
        return true;
    }

    private record Missing(int place, int step, String name) {}

    private List<Missing> missing() {
        return db.sql("select place, step, name from registry.taken_away order by step, place")
                .query(Missing.class)
                .list();
    }

    /// Puts back the constraints and indexes that a first load took away, two at a time.
    void dress() {
        List<Missing> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        progress.begin("Putting constraints and indexes back", "pieces", missing.size());
        try (var workers = Executors.newFixedThreadPool(2)) {
            for (int step = 1; step <= LAST_STEP; step++) {
                int now = step;
                List<Callable<Void>> tasks = missing.stream()
                        .filter(piece -> piece.step == now)
                        .<Callable<Void>>map(piece -> () -> {
                            JdbcClient.create(source)
                                    .sql("select registry.put_back(:place)")
                                    .param("place", piece.place)
                                    .query((row, number) -> 0)
                                    .list();
                            progress.done(1);
                            return null;
                        })
                        .toList();
                for (Future<Void> task : workers.invokeAll(tasks)) {
                    task.get();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The constraints are not all back; the next load puts them back.", stopped);
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(broken.getCause());
        }
        progress.end();
        db.sql("select registry.look_around()").query((row, number) -> 0).list();
    }

    static byte[] checksum(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 20];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        } catch (IOException broken) {
            throw new Unreadable("The file %s cannot be read: %s".formatted(file, broken.getMessage()), broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
