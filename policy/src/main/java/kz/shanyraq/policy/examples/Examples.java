package kz.shanyraq.policy.examples;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.figures.Shipped;
import org.jspecify.annotations.Nullable;

/// The examples in this library's own jar. They rest on the shipped figures alone.
///
/// A line has cells separated by tabs: benefit, month, turn, place, family, about, outcome, monthly, once, working. The
/// family is told by lines joined by `;` in the notation of [Household]; one that begins with `+` says something
/// anew of the family that was told last without it.
public final class Examples {

    private static final int CELLS = 10;

    private static final class Holder {
        private static final List<Example> ALL = parse(Shipped.lines("examples.tsv"));
    }

    /// All examples, those of a benefit beside each other.
    public static List<Example> shipped() {
        return Holder.ALL;
    }

    /// Reads examples; empty lines and those that begin with `#` are for the reader.
    ///
    /// @throws IllegalArgumentException with the line that is wrong
    public static List<Example> parse(List<String> lines) {
        var examples = new ArrayList<Example>();
        Household last = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                String[] cells = cells(line);
                boolean anew = !cells[4].startsWith("+");
                Household family = family(cells[4], anew ? null : last);
                last = anew ? family : last;
                examples.add(example(cells, family));
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException(
                        "Line %d of the examples: %s".formatted(i + 1, wrong.getMessage()), wrong);
            }
        }
        return List.copyOf(examples);
    }

    private static String[] cells(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException(
                    "it has %d cells, not %d. Maybe blanks stand for a tab.".formatted(cells.length, CELLS));
        }
        return cells;
    }

    private static Household family(String text, @Nullable Household before) {
        if (text.startsWith("+") && before == null) {
            throw new IllegalArgumentException("there is no family before it that '%s' could change.".formatted(text));
        }
        Household family = before == null ? new Household() : before.copy();
        for (String said : text.substring(before == null ? 0 : 1).split(";", -1)) {
            if (!said.isBlank()) {
                family.say(said);
            }
        }
        return family;
    }

    private static Example example(String[] cells, Household family) {
        return new Example(
                of(Benefit.values(), cells[0]),
                YearMonth.parse(cells[1]),
                cells[2],
                of(Example.Place.values(), cells[3]),
                family,
                cells[5],
                Answer.told(cells[6], sum(cells[7]), sum(cells[8])),
                cells[9]);
    }

    private static <C extends Code> C of(C[] codes, String text) {
        return Arrays.stream(codes)
                .filter(code -> code.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is not one of %s."
                        .formatted(
                                text,
                                String.join(
                                        ", ",
                                        Arrays.stream(codes).map(Code::code).toList()))));
    }

    private static long sum(String cell) {
        return cell.isEmpty() ? 0 : Long.parseLong(cell);
    }

    private Examples() {}
}
