package kz.shanyraq.bench.tsa19;

import java.util.List;
import kz.shanyraq.bench.measure.Contender;

/// Who takes part, in which work, and under which conditions. Each runs in a Java process of its own, so that its
/// memory
/// and its compiled code are its own.
enum Entrant {
    SNAPSHOT(Task.SNAPSHOT, "ours", OnSnapshot::rule, 256, "fresh arrays of decisions in each run"),
    SNAPSHOT_FLOOR(Task.SNAPSHOT, "floor", OnSnapshot::floor, 256, "reads all columns, copies known decisions"),

    RULE_ONE_CORE(Task.RULE_ONE_CORE, "ours", InMemory::oneCore, 640, "the arrays of decisions are reused"),
    RULE(Task.RULE, "ours", InMemory::allCores, 640, "the arrays of decisions are reused"),
    RULE_FLOOR(Task.RULE, "floor", InMemory::floor, 640, "reads all columns, copies known decisions"),
    RULE_DUCKDB(Task.RULE, "DuckDB", DuckDb::inMemory, 256, "from tables in memory to a table in memory"),
    RULE_DROOLS(
            Task.RULE,
            "Drools",
            Drools::new,
            768,
            "the first %d families, time scaled to all; facts in memory, a thousand families a session"
                    .formatted(Drools.MOST)),

    PARQUET_LIBRARY(Task.PARQUET, "ours, parquet-java", OnParquet::library, 640, "values decoded by parquet-java"),
    PARQUET_BULK(Task.PARQUET, "ours, own page decoder", OnParquet::bulk, 640, "pages by parquet-java, values by us"),
    PARQUET_FLOOR(Task.PARQUET, "floor", OnParquet::floor, 640, "decodes all columns, writes known decisions"),
    PARQUET_DUCKDB(Task.PARQUET, "DuckDB", DuckDb::onFiles, 256, "COPY (…) TO, zstd"),

    COLD(Task.COLD, "ours, own page decoder", OnParquet::bulk, 640, "a new process from start to end"),
    COLD_AOT(
            Task.COLD,
            "ours, with an AOT cache",
            OnParquet::bulk,
            640,
            "the same; the JDK's cache was made once before"),
    COLD_DUCKDB(
            Task.COLD,
            "DuckDB",
            DuckDb::onFiles,
            256,
            "a new process from start to end; its native library was unpacked once before");

    /// What is done, from where to where.
    enum Task {
        SNAPSHOT("snapshot → decisions in arrays"),
        RULE_ONE_CORE("rule alone, one core"),
        RULE("rule alone"),
        PARQUET("Parquet → Parquet"),
        COLD("Parquet → Parquet, cold process");

        /// As the table says it.
        final String title;

        Task(String title) {
            this.title = title;
        }
    }

    /// How a contender is opened.
    interface Opening {
        Contender open(Work work) throws Exception;
    }

    final Task task;
    final String contender;
    final Opening opening;
    final int heapMb;
    final String note;

    Entrant(Task task, String contender, Opening opening, int heapMb, String note) {
        this.task = task;
        this.contender = contender;
        this.opening = opening;
        this.heapMb = heapMb;
        this.note = note;
    }

    /// Whether each run is a new process.
    boolean cold() {
        return task == Task.COLD;
    }

    /// Whether it does without the rule.
    boolean floor() {
        return contender.equals("floor");
    }

    /// How many of the families it decides; its times are scaled to all.
    int decides(int families) {
        return this == RULE_DROOLS ? Math.min(Drools.MOST, families) : families;
    }

    /// The flags of its process.
    List<String> flags() {
        return List.of(
                "-Xmx%dm".formatted(heapMb),
                "-XX:+UseG1GC",
                "-XX:FreqInlineSize=600",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
