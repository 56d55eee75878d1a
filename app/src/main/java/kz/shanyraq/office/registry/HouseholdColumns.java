package kz.shanyraq.office.registry;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Column.Type;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;
import org.jspecify.annotations.Nullable;

/// Puts what the sheets say of a family into the columns that the law reads. Null stays "not known"; `infinity` becomes
/// "it never happened"; a person without a row of lodging lives with the family.
final class HouseholdColumns {

    /// How far back the law looks.
    static final int MONTHS = 24;

    /// A register that answered for no month: so that a kind is only known to be nothing where a register answered for
    /// it.
    private static final Coverage.Asked NOBODY = new Coverage.Asked(Coverage.EVERY_KIND, 0, -1);

    private record Income(
            int month, int kind, long amount, @Nullable String term) {}

    private final FamilyFile file;
    private final List<Member> members;
    private final int month;
    private final Households h = new Households();

    private HouseholdColumns(FamilyFile file, List<Member> members, YearMonth month) {
        this.file = file;
        this.members = members;
        this.month = Day.count(month);
    }

    static Household of(FamilyFile file, YearMonth month, List<Coverage.Asked> answered) {
        return of(file, month, answered, true);
    }

    /// @param incomes whether the incomes of all members may be seen; else they are not known
    static Household of(FamilyFile file, YearMonth month, List<Coverage.Asked> answered, boolean incomes) {
        List<Member> members = file.members().stream()
                .sorted((a, b) -> Long.compare(a.id().value(), b.id().value()))
                .toList();
        var columns = new HouseholdColumns(file, members, month);
        columns.fill(coverage(answered, incomes));
        return new Household(file.id(), month, file.asOf(), members, columns.h);
    }

    private void fill(Coverage coverage) {
        h.coverage = coverage;
        List<List<Income>> incomes = members.stream().map(this::incomes).toList();
        List<Telling> livestock = file.held(FactSheet.LIVESTOCK, any -> true);
        List<Telling> plots = file.held(FactSheet.PLOTS, any -> true);
        h.resize(1, members.size(), incomes.stream().mapToInt(List::size).sum(), livestock.size(), plots.size());
        h.rejected[0] = 0;
        family();
        for (int p = 0; p < members.size(); p++) {
            person(p);
        }
        int row = 0;
        h.firstPerson[0] = 0;
        h.firstIncome[0] = 0;
        for (int p = 0; p < members.size(); p++) {
            for (Income income : incomes.get(p)) {
                h.incomeMonth[row] = (short) income.month();
                h.incomeKind[row] = (byte) income.kind();
                h.incomeAmount[row] = income.amount();
                h.termMonths[row] = income.term() == null ? -1 : Integer.parseInt(income.term());
                row++;
            }
            h.firstIncome[p + 1] = row;
        }
        h.firstPerson[1] = members.size();
        for (int i = 0; i < livestock.size(); i++) {
            set(Column.LIVESTOCK_KIND, i, livestock.get(i).cell("kind"));
            set(Column.HEADS, i, livestock.get(i).cell("heads"));
        }
        h.firstLivestock[1] = livestock.size();
        for (int i = 0; i < plots.size(); i++) {
            set(Column.PLOT_KIND, i, plots.get(i).cell("kind"));
            set(Column.AREA_M2, i, plots.get(i).cell("area_m2"));
        }
        h.firstPlot[1] = plots.size();
    }

    /// What the register as a whole covers: every column, and the months for which registers answered.
    static Coverage coverage(List<Coverage.Asked> answered) {
        return coverage(answered, true);
    }

    private static Coverage coverage(List<Coverage.Asked> answered, boolean incomes) {
        var asked = new ArrayList<>(answered);
        asked.add(NOBODY);
        return new Coverage(EnumSet.allOf(Column.class), incomes, asked);
    }

    private void family() {
        Map<FactSheet, Optional<Telling>> sheets = Stream.of(FactSheet.values())
                .filter(sheet -> sheet.ofFamily() && !sheet.several())
                .collect(Collectors.toMap(sheet -> sheet, file::held));
        for (Column column : Column.of(HouseholdFile.FAMILIES)) {
            if (column == Column.REGION) {
                h.region[0] = (byte) (file.kato() / 10_000_000);
            } else if (column.held()) {
                set(column, 0, cell(sheets, column.header()));
            }
        }
    }

    private void person(int p) {
        Member member = members.get(p);
        Map<FactSheet, Optional<Telling>> sheets = Stream.of(FactSheet.values())
                .filter(sheet -> !sheet.ofFamily() && !sheet.several())
                .collect(Collectors.toMap(sheet -> sheet, sheet -> file.held(sheet, member)));
        for (Column column : Column.of(HouseholdFile.PERSONS)) {
            if (column.held()) {
                set(column, p, cell(sheets, column.header()));
            }
        }
        h.livesWithFamily[p] = home(sheets.getOrDefault(FactSheet.LODGING, Optional.empty()));
        Optional<Telling> kin = sheets.getOrDefault(FactSheet.KINSHIP, Optional.empty());
        h.mother[p] = place(kin.map(row -> row.cell("mother_id")).orElse(null));
        h.father[p] = place(kin.map(row -> row.cell("father_id")).orElse(null));
        h.guardian[p] = place(kin.map(row -> row.cell("guardian_id")).orElse(null));
    }

    private static @Nullable String cell(Map<FactSheet, Optional<Telling>> sheets, String column) {
        return sheets.entrySet().stream()
                .filter(entry -> entry.getKey().column(column).isPresent())
                .map(entry -> entry.getValue().map(row -> row.cell(column)).orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void set(Column column, int row, @Nullable String cell) {
        long raw;
        if (cell == null) {
            raw = column.type().unknown();
        } else if (column.type() == Type.EVENT && cell.equals("infinity")) {
            raw = Households.NEVER;
        } else if (column.type() == Type.BENEFITS && cell.isEmpty()) {
            raw = 0;
        } else {
            raw = column.parse(cell);
        }
        column.set(h, row, raw);
    }

    private byte home(Optional<Telling> lodging) {
        if (lodging.isEmpty()) {
            return 1;
        }
        String dwelling =
                file.held(FactSheet.HOME).map(home -> home.cell("dwelling_key")).orElse(null);
        if (dwelling == null) {
            return -1;
        }
        return (byte) (dwelling.equals(lodging.get().cell("dwelling_key")) ? 1 : 0);
    }

    private short place(@Nullable String person) {
        if (person == null) {
            return Households.NOT_TOLD;
        }
        var id = new PersonId(Long.parseLong(person));
        for (int p = 0; p < members.size(); p++) {
            if (members.get(p).id().equals(id) || members.get(p).merged().contains(id)) {
                return (short) p;
            }
        }
        return Households.ELSEWHERE;
    }

    /// Incomes by month. Of persons found to be one, a kind and month told of several counts once: as told of the kept
    /// one.
    private List<Income> incomes(Member member) {
        List<Telling> rows = file.tellings().stream()
                .filter(row ->
                        row.sheet() == FactSheet.INCOME && FamilyFile.isOf(row, member) && row.knownAt(file.known()))
                .sorted((a, b) -> Boolean.compare(
                        b.subject() == member.id().value(),
                        a.subject() == member.id().value()))
                .toList();
        var incomes = new ArrayList<Income>();
        Set<Integer> told = new HashSet<>();
        for (Telling row : rows) {
            int kind = Integer.parseInt(Objects.requireNonNull(row.cell("kind")));
            int from = Math.max(Day.count(YearMonth.from(Objects.requireNonNull(row.from()))), month - MONTHS);
            int until = row.until() == null ? month + 1 : Math.min(Day.count(YearMonth.from(row.until())), month + 1);
            for (int m = from; m < until; m++) {
                if (told.add(m * IncomeKind.values().length + kind)) {
                    incomes.add(new Income(
                            m,
                            kind,
                            Long.parseLong(Objects.requireNonNull(row.cell("amount"))),
                            row.cell("term_months")));
                }
            }
        }
        return incomes;
    }
}
