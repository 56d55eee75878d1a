package kz.shanyraq.office.registry;

/// What became of some rows of a file. Rows read = new + changed + unchanged + merged + disputed + rejected.
record LoadTally(long added, long changed, long unchanged, long merged, long disputed, long rejected) {

    static final LoadTally NOTHING = new LoadTally(0, 0, 0, 0, 0, 0);

    long sum() {
        return added + changed + unchanged + merged + disputed + rejected;
    }

    /// The same with the rows beyond it as merged; of a row that became several facts the strongest word counts.
    LoadTally within(long rows) {
        long left = rows;
        long c = Math.clamp(changed, 0, left);
        left -= c;
        long d = Math.clamp(disputed, 0, left);
        left -= d;
        long a = Math.clamp(added, 0, left);
        left -= a;
        long u = Math.clamp(unchanged, 0, left);
        left -= u;
        return new LoadTally(a, c, u, merged + left, d, rejected);
    }

    LoadTally plus(LoadTally other) {
        return new LoadTally(
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                merged + other.merged,
                disputed + other.disputed,
                rejected + other.rejected);
    }
}
