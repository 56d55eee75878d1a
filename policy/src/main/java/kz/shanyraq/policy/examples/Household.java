package kz.shanyraq.policy.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;
import kz.shanyraq.policy.household.LivestockKind;
import kz.shanyraq.policy.household.PlotKind;
import kz.shanyraq.policy.household.Relation;
import org.jspecify.annotations.Nullable;

/// A family as a case or an example tells it, in lines: who, then what is said of them. What is not said is ordinary: a
/// citizen without work, study or illness, in one dwelling of 54 m² in Astana, without a car. `?` is "not
/// known".
///
/// ```
/// family region=61 cars=1 sheep=10 garden=600
/// head   birth_date=1985-03-04 sex=m work=permanent wage=120000 loan@2024-11=600000/12
/// child1 birth_date=2015-05-05 mother=spouse lives=elsewhere
/// data   no=persons.award asked=wage:2024-10..2024-11
/// ```
///
/// An income without a month is of the first month of the reference quarter.
public final class Household {

    private static final Map<String, String> ORDINARY_FAMILY = cells(
            "region=71 settlement_type=urban dwellings=1 dwelling_area_m2=54 unsafe_dwellings=0 water=true heating=true "
                    + "sewer=true premises_for_profit=false building_plot=false cars=0 heavy_vehicles=false "
                    + "survey_refused=false overdue_debt=false loans_quarter=0 outflows_quarter=0 deposits=0 "
                    + "housing_costs=0 only_dwelling=true");

    private static final Map<String, String> ORDINARY_PERSON =
            cells("sex=f status=citizen absence=none disability=none study=none work=none cares_for=none "
                    + "long_illness=false needs_care=false education_level=school probation=false homeless=false "
                    + "rehab_programme=false job_loss_months_paid=0 insured_months=0 insured_income_24m=0 "
                    + "award=none breadwinner_lost=none");

    private final Map<String, Map<String, String>> lines = new LinkedHashMap<>();

    private static Map<String, String> cells(String text) {
        var cells = new LinkedHashMap<String, String>();
        for (String cell : text.strip().split("\\s+", -1)) {
            int equals = cell.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'%s' is not a cell like cars=1".formatted(cell));
            }
            cells.put(cell.substring(0, equals), cell.substring(equals + 1));
        }
        return Collections.unmodifiableMap(cells);
    }

    /// Says a line: who, then cells; what was said of them before is kept where it is not said anew.
    public Household say(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        String who = parts[0];
        if (parts.length == 2 && parts[1].equals("gone")) {
            lines.remove(who);
            return this;
        }
        Map<String, String> known = lines.computeIfAbsent(who, name -> new LinkedHashMap<>());
        if (parts.length == 2) {
            known.putAll(cells(parts[1]));
        }
        return this;
    }

    /// A copy that can be changed.
    public Household copy() {
        var copy = new Household();
        lines.forEach((who, cells) -> copy.lines.put(who, new LinkedHashMap<>(cells)));
        return copy;
    }

    /// What was said of one of the members, of the `family` or of the `data`, in the order in which it was said; what
    /// is ordinary is not among it.
    public Map<String, String> said(String who) {
        return Collections.unmodifiableMap(lines.getOrDefault(who, Map.of()));
    }

    /// The names of the members, in the order of their places in the block.
    public List<String> members(boolean reversed) {
        var names = new ArrayList<>(lines.keySet().stream()
                .filter(who -> !who.equals("family") && !who.equals("data"))
                .toList());
        return reversed ? names.reversed() : names;
    }

    /// The block of the family.
    ///
    /// @param firstMonth the first month of the reference quarter, as `YYYY-MM`
    /// @param reversed whether the members lie in the reverse order
    public Households build(String firstMonth, boolean reversed) {
        var builder = new HouseholdBuilder();
        var family = new LinkedHashMap<>(ORDINARY_FAMILY);
        family.putAll(lines.getOrDefault("family", Map.of()));
        family.forEach((name, value) -> {
            if (isCode(LivestockKind.values(), name) && value(value).isEmpty()) {
                builder.livestock(name);
            } else if (isCode(LivestockKind.values(), name)) {
                builder.livestock(name, Integer.parseInt(value));
            } else if (isCode(PlotKind.values(), name)) {
                builder.plot(name, value(value));
            } else {
                builder.family(name, value(value));
            }
        });
        List<String> members = members(reversed);
        members.forEach(who -> person(builder, who, members, firstMonth));
        builder.coverage(coverage());
        return builder.build();
    }

    private void person(HouseholdBuilder builder, String who, List<String> members, String firstMonth) {
        builder.person();
        var cells = new LinkedHashMap<>(ORDINARY_PERSON);
        String relation = who.replaceAll("\\d+$", "");
        if (isCode(Relation.values(), relation)) {
            cells.put("relation", relation);
        }
        cells.putAll(lines.getOrDefault(who, Map.of()));
        if (!cells.containsKey("birth_date")) {
            throw new IllegalArgumentException("The birth_date of " + who + " is not said; say ? if it is not known.");
        }
        cells.forEach((name, value) -> {
            String kind = name.split("@", 2)[0];
            if (isCode(IncomeKind.values(), kind)) {
                String month = name.contains("@") ? name.substring(name.indexOf('@') + 1) : firstMonth;
                String[] amount = value.split("/", 2);
                if (amount.length == 2) {
                    builder.income("month", month, "kind", kind, "amount", amount[0], "term_months", value(amount[1]));
                } else {
                    builder.income(month, kind, Long.parseLong(value));
                }
                return;
            }
            switch (name) {
                case "mother" -> builder.parents(place(value, members), null);
                case "father" -> builder.parents(null, place(value, members));
                case "guardian" -> builder.guardian(place(value, members));
                case "lives" -> {
                    switch (value) {
                        case "elsewhere" -> builder.lives(0);
                        case "?" -> builder.lives(-1);
                        default -> throw new IllegalArgumentException("lives is elsewhere or ?, not " + value);
                    }
                }
                default -> builder.and(name, value(value));
            }
        });
    }

    private static int place(String name, List<String> members) {
        int place = members.indexOf(name);
        return place < 0 ? Households.ELSEWHERE : place;
    }

    private Coverage coverage() {
        Map<String, String> data = lines.getOrDefault("data", Map.of());
        Set<Column> columns = EnumSet.allOf(Column.class);
        boolean incomes = true;
        for (String part : split(data.get("no"))) {
            if (part.equals("incomes")) {
                incomes = false;
            } else {
                columns.remove(column(part));
            }
        }
        var asked = new ArrayList<Coverage.Asked>();
        for (String part : split(data.get("asked"))) {
            String[] kindAndMonths = part.split(":", 2);
            String[] months = kindAndMonths[1].split("\\.\\.", 2);
            asked.add(new Coverage.Asked(kindAndMonths[0], (int) Column.INCOME_MONTH.parse(months[0]), (int)
                    Column.INCOME_MONTH.parse(months[1])));
        }
        return new Coverage(columns, incomes, asked);
    }

    private static List<String> split(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(",", -1));
    }

    private static Column column(String text) {
        int point = text.indexOf('.');
        HouseholdFile file = HouseholdFile.valueOf(text.substring(0, point).toUpperCase(Locale.ROOT));
        return Column.of(file).stream()
                .filter(column -> column.header().equals(text.substring(point + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String value(String text) {
        return text.equals("?") || text.equals("-") ? "" : text;
    }

    private static boolean isCode(Code[] codes, String text) {
        return Stream.of(codes).anyMatch(code -> code.code().equals(text));
    }
}
