package kz.shanyraq.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.shanyraq.bench.measure.Results;
import kz.shanyraq.bench.nation.NationBench;
import kz.shanyraq.bench.office.OfficeBench;
import kz.shanyraq.bench.one.OneBench;
import kz.shanyraq.bench.pages.LineBench;
import kz.shanyraq.bench.pages.PagesBench;
import kz.shanyraq.bench.tsa19.Tsa19;
import kz.shanyraq.bench.visits.VisitsBench;

/// The benchmarks: runs those named, or all, and writes their results to `bench/results` and their page to
/// `docs/benchmarks.md`. Runs of another size than the full one are written to `bench/target/results` only.
public final class Bench {

    private static final int DONE = 0;
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    /// A benchmark by its name.
    enum Name {
        TSA19,
        NATION,
        ONE,
        OFFICE,
        PAGES,
        LINE,
        VISITS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is wanted.
    ///
    /// @param names what to run; none if only the page is to be made anew
    /// @param persons of the nation; 0 for the full size
    record Wanted(List<Name> names, boolean small, long persons) {

        /// Reads the words of a call.
        ///
        /// @throws IllegalArgumentException if one is not understood
        static Wanted of(String... words) {
            var names = new ArrayList<Name>();
            boolean small = false;
            long persons = 0;
            boolean page = false;
            for (int i = 0; i < words.length; i++) {
                switch (words[i]) {
                    case "--small" -> small = true;
                    case "--page" -> page = true;
                    case "--persons" -> persons = persons(++i < words.length ? words[i] : "");
                    default -> names.add(name(words[i]));
                }
            }
            boolean all = names.isEmpty() && !page;
            return new Wanted(all ? List.of(Name.values()) : List.copyOf(names), small, persons);
        }

        private static Name name(String word) {
            for (Name name : Name.values()) {
                if (name.word().equals(word)) {
                    return name;
                }
            }
            throw new IllegalArgumentException("""
                    There is no benchmark '%s'.
                    Maybe tsa19, nation, one, office, pages, line or visits.""".formatted(word));
        }

        private static long persons(String word) {
            if (!word.matches("[1-9][0-9]{2,8}")) {
                throw new IllegalArgumentException("""
                        A nation of '%s' persons cannot be made.
                        Maybe --persons 1000000.""".formatted(word));
            }
            return Long.parseLong(word);
        }

        private boolean full() {
            return !small && persons == 0;
        }
    }

    /// Arguments: `tsa19`, `nation`, `one`, `office`, `pages`, `line`, `visits`, or none for all; `--small` for a size
    /// that is over soon; `--persons N` for a nation of another size; `--page` alone to make only the page anew.
    public static void main(String... words) {
        System.exit(run(words));
    }

    private static int run(String... words) {
        Wanted wanted;
        try {
            wanted = Wanted.of(words);
        } catch (IllegalArgumentException notUnderstood) {
            System.err.println(notUnderstood.getMessage());
            return USAGE;
        }
        try {
            Path home = Path.of(System.getProperty("shanyraq.home", "."))
                    .toAbsolutePath()
                    .normalize();
            Path kept = home.resolve("bench/results");
            for (Name name : wanted.names) {
                System.err.println(name.word() + " …");
                Results results = measure(name, wanted, home);
                (wanted.small ? results.withoutGoals() : results)
                        .publish(wanted.full() ? kept : home.resolve("bench/target/results"));
            }
            if (wanted.full()) {
                System.out.println("Written: " + Page.write(kept, home.resolve("docs/benchmarks.md")));
            }
            return DONE;
        } catch (Exception failed) {
            failed.printStackTrace();
            return FAULT;
        }
    }

    private static Results measure(Name name, Wanted wanted, Path home) throws Exception {
        Path data = home.resolve(".shanyraq/bench");
        return switch (name) {
            case TSA19 -> Tsa19.run(home, data, wanted.small ? Tsa19.Size.SMALL : Tsa19.Size.FULL);
            case NATION -> NationBench.run(home, data, nation(wanted));
            case ONE -> OneBench.run(home, wanted.small ? OneBench.Size.SMALL : OneBench.Size.FULL);
            case OFFICE -> OfficeBench.run(home, data, persons(wanted));
            case VISITS -> VisitsBench.run(home, data, folder("nation", data, wanted), persons(wanted));
            case PAGES -> PagesBench.run(home, folder("office", data, wanted));
            case LINE -> line(home, data, wanted);
        };
    }

    /// The weight of a page does not hang on how many people the office has, so that a region is enough.
    private static Results line(Path home, Path data, Wanted wanted) throws Exception {
        String kept = System.getProperty("shanyraq.bench.office");
        String demo = kept != null ? "nation" : wanted.small ? "village" : "region";
        Path office = kept != null ? Path.of(kept) : data.toAbsolutePath().resolve("office-" + demo);
        return LineBench.run(home, office, demo);
    }

    /// A nation or an office that is kept, for it takes hours to make one of the full size.
    private static Path folder(String what, Path data, Wanted wanted) {
        String kept = System.getProperty("shanyraq.bench." + what);
        return kept != null ? Path.of(kept) : data.toAbsolutePath().resolve(what + "-" + persons(wanted));
    }

    private static long persons(Wanted wanted) {
        return nation(wanted).persons();
    }

    private static NationBench.Size nation(Wanted wanted) {
        NationBench.Size size = wanted.small ? NationBench.Size.SMALL : NationBench.Size.FULL;
        return wanted.persons > 0 ? size.of(wanted.persons) : size;
    }

    private Bench() {}
}
