package kz.shanyraq.nation.survey;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.shanyraq.nation.survey.Draft.Family;
import kz.shanyraq.nation.survey.Draft.Person;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.IncomeKind;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.SettlementType;
import kz.shanyraq.policy.household.Status;

/// The Mexican survey of incomes and expenditure 2022 (`mx_enigh2022.csv` says which variable goes where).
///
/// Persons are only counted and numbered: neither age nor sex nor relation is known, and the law can grant
/// nothing. What the set is good for is the sum of a quarter's incomes, month by month.
final class MxEnigh2022 implements Survey {

    private static final int MONTHS = 6;

    private static final Set<Column> COLUMNS = EnumSet.of(
            Column.FAMILY_ID,
            Column.REGION,
            Column.FAMILY_DWELLING_ID,
            Column.SETTLEMENT_TYPE,
            Column.PERSON_ID,
            Column.PERSON_FAMILY_ID,
            Column.RELATION,
            Column.STATUS,
            Column.ABSENCE,
            Column.HOMELESS);

    private final Mapping mapping;
    private final Map<String, IncomeKind> kinds;

    MxEnigh2022(Mapping mapping) {
        this.mapping = mapping;
        this.kinds = mapping.kinds("income_codes");
    }

    @Override
    public String members() {
        return "incomes";
    }

    @Override
    public Set<Column> columns(boolean presume) {
        return COLUMNS;
    }

    @Override
    public Set<IncomeKind> notAsked() {
        return EnumSet.noneOf(IncomeKind.class);
    }

    @Override
    public int months() {
        return MONTHS;
    }

    @Override
    public List<Family> families(SurveyRow household, List<SurveyRow> rows, Move move, Remarks remarks) {
        String id = household.told("household");
        int persons = household.number("persons", 1, 99);
        var family = new Family(move, id, id);
        if (household.has("rural")) {
            boolean rural = household.number("rural", 0, 1) == 1;
            family.set(Column.SETTLEMENT_TYPE, rural ? SettlementType.RURAL : SettlementType.URBAN);
        }
        for (int number = 1; number <= persons; number++) {
            Person person = family.person("%s-%02d".formatted(id, number));
            person.set(Column.STATUS, Status.CITIZEN);
            person.set(Column.ABSENCE, Absence.NONE);
            person.set(Column.HOMELESS, "false");
            if (persons == 1) {
                person.set(Column.RELATION, Relation.HEAD);
            }
        }
        for (SurveyRow row : rows) {
            income(row, family.persons, remarks);
        }
        return List.of(family);
    }

    private void income(SurveyRow row, List<Person> persons, Remarks remarks) {
        int number = row.number("person", 1, 99);
        if (number > persons.size()) {
            throw row.unfit("person", "the household has %d persons".formatted(persons.size()));
        }
        String code = row.told("code");
        IncomeKind kind = kinds.get(code);
        if (kind == null) {
            if (!mapping.leavesOut("income_codes", code)) {
                throw row.unfit("code", "'%s' is not in the list of codes".formatted(code));
            }
            remarks.add("lines of incomes that are not written, by their code (asked for a year, or no income)");
            return;
        }
        for (int month = 1; month <= MONTHS; month++) {
            persons.get(number - 1).received(kind, Math.max(0, row.hundredths("m" + month)), month);
        }
    }
}
