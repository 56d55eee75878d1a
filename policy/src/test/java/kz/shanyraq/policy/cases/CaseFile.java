package kz.shanyraq.policy.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.shanyraq.policy.examples.Household;
import kz.shanyraq.policy.figures.Figures;

/// Cases of a benefit as a page that a lawyer can read and a test can run: sections with a provision in plain
/// words, the family in a block of code, and a table of changes with what follows from each.
///
/// The first line of the block names month, benefit and, for the proposal, the edition; lines that begin with
/// `figure` lay a figure over the shipped ones (name, region, from, until, value); the others are those of
/// [Household]. The table's columns are `change` (lines joined by `;`, or `month 2025-04`), `about` (the
/// person whose row is meant), `outcome` (with its grounds or missing facts, or `no row`), `monthly`, `once`,
/// `kind`, and any others for the reader. A sum not written is 0. Tests of other parts of the library name that
/// part instead of a benefit, and have columns of their own.
public record CaseFile(String name, List<Case> cases) {

    /// A row of a table with its family.
    public record Case(
            String section,
            int line,
            String month,
            String benefit,
            String edition,
            List<String> figures,
            Household household,
            Map<String, String> row) {

        /// The cell of a column; empty where the table has no such column.
        public String cell(String column) {
            return row.getOrDefault(column, "");
        }

        /// The shipped figures with those of the block laid over them.
        public Figures effectiveFigures() {
            if (figures.isEmpty()) {
                return Figures.shipped();
            }
            var lines = new ArrayList<String>();
            lines.add(Figures.HEADER);
            lines.addAll(figures);
            return Figures.shipped().overlaidBy(Figures.parse(lines));
        }

        @Override
        public String toString() {
            return "line %d: %s | %s".formatted(line, section, String.join(" | ", row.values()));
        }
    }

    /// The case files of a directory of the test resources, in the order of their names.
    public static List<CaseFile> of(String directory) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", directory))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static CaseFile read(Path file) {
        try {
            return new Parser().parse(file.getFileName().toString(), Files.readAllLines(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Parser {
        private final List<Case> cases = new ArrayList<>();
        private String section = "";
        private String[] head = {};
        private List<String> figures = List.of();
        private Household household = new Household();
        private List<String> columns = List.of();
        private boolean block;

        CaseFile parse(String name, List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                try {
                    read(lines.get(i).strip(), i + 1);
                } catch (RuntimeException wrong) {
                    throw new IllegalArgumentException(
                            "%s, line %d: %s".formatted(name, i + 1, wrong.getMessage()), wrong);
                }
            }
            return new CaseFile(name, cases);
        }

        private void read(String line, int number) {
            if (line.startsWith("```")) {
                block = !block;
                if (block) {
                    head = new String[0];
                    figures = new ArrayList<>();
                    household = new Household();
                }
            } else if (block) {
                tell(line);
            } else if (line.startsWith("##")) {
                section = line.replaceFirst("^#+\\s*", "");
                columns = List.of();
            } else if (line.startsWith("|")) {
                row(cells(line), number);
            } else {
                columns = List.of();
            }
        }

        private void tell(String line) {
            if (line.isEmpty()) {
                return;
            }
            if (head.length == 0) {
                head = line.split("\\s+");
            } else if (line.startsWith("figure ")) {
                figures.add(String.join(",", line.substring(7).strip().split("\\s+", 5)) + ",case");
            } else {
                household.say(line);
            }
        }

        private static List<String> cells(String line) {
            return Stream.of(line.replaceAll("^\\||\\|$", "").split("\\|", -1))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
        }

        private void row(List<String> cells, int number) {
            if (columns.isEmpty()) {
                columns = cells;
                return;
            }
            if (cells.getFirst().matches(":?-+:?")) {
                return;
            }
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "the row has %d cells, the table %d columns".formatted(cells.size(), columns.size()));
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            Household changed = household.copy();
            String month = head[0];
            for (String change : row.getOrDefault("change", "").split(";")) {
                String text = change.strip();
                if (text.startsWith("month ")) {
                    month = text.substring(6).strip();
                } else if (!text.isEmpty() && !text.equals("–")) {
                    changed.say(text);
                }
            }
            cases.add(new Case(
                    section,
                    number,
                    month,
                    head[1],
                    head.length > 2 ? head[2] : "",
                    List.copyOf(figures),
                    changed,
                    row));
        }
    }
}
