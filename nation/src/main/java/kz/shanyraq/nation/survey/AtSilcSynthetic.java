package kz.shanyraq.nation.survey;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.shanyraq.nation.survey.Draft.Family;
import kz.shanyraq.nation.survey.Draft.Person;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.IncomeKind;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Sex;
import kz.shanyraq.policy.household.Status;
import kz.shanyraq.policy.household.Study;
import kz.shanyraq.policy.household.Work;

/// The synthetic EU-SILC of Austria (`at_silc_synthetic.csv` says which variable goes where).
///
/// Relations are not in the set: only who is the one adult of a household is certainly its head. Incomes of the
/// household are written to its first person of 16 or older.
final class AtSilcSynthetic implements Survey {

    private static final int ADULT = 18;

    /// Asked about themselves from this age.
    private static final int ASKED_FROM = 16;

    /// The income of persons under [#ASKED_FROM] is told in one sum.
    private static final String OF_CHILDREN = "hy110_children_income";

    private static final int FIRST_YEAR_OF_SERVICE = 17;
    private static final int LAST_YEAR_OF_SERVICE = 35;

    private static final int FULL_TIME = 1;
    private static final int PART_TIME = 2;
    private static final int UNEMPLOYED = 3;
    private static final int STUDIES_OR_SERVES = 4;
    private static final int RETIRED = 5;
    private static final int UNFIT = 6;

    private static final Set<Column> COLUMNS = EnumSet.of(
            Column.FAMILY_ID,
            Column.REGION,
            Column.FAMILY_DWELLING_ID,
            Column.PERSON_ID,
            Column.PERSON_FAMILY_ID,
            Column.BIRTH_DATE,
            Column.SEX,
            Column.RELATION,
            Column.STATUS,
            Column.ABSENCE,
            Column.WORK,
            Column.HOMELESS);

    private final Map<String, IncomeKind> ofPersons;
    private final Map<String, IncomeKind> ofHouseholds;

    AtSilcSynthetic(Mapping mapping) {
        ofPersons = mapping.kinds("persons");
        ofHouseholds = mapping.kinds("households");
    }

    @Override
    public String members() {
        return "persons";
    }

    @Override
    public Set<Column> columns(boolean presume) {
        var columns = EnumSet.copyOf(COLUMNS);
        if (presume) {
            columns.addAll(Presumption.COLUMNS);
        }
        return columns;
    }

    @Override
    public Set<IncomeKind> notAsked() {
        var kinds = EnumSet.copyOf(ONCE);
        kinds.add(IncomeKind.TARGETED_ASSISTANCE); // social assistance is a variable of EU-SILC, not of this set
        return kinds;
    }

    @Override
    public int months() {
        return 12;
    }

    @Override
    public List<Family> families(SurveyRow household, List<SurveyRow> rows, Move move, Remarks remarks) {
        String id = household.told("household");
        int persons = household.number("persons", 1, 99);
        if (rows.size() != persons) {
            throw household.unfit("persons", "%d persons belong to the household".formatted(rows.size()));
        }
        var family = new Family(move, id, id);
        var numbers = new HashSet<String>();
        for (SurveyRow row : rows) {
            if (!numbers.add(row.told("person"))) {
                throw row.unfit("person", "a second person of the same number");
            }
            person(row, family, remarks, move);
        }
        head(rows, family);
        ofHouseholds.forEach((variable, kind) -> {
            Person receiver = family.persons.get(receiver(rows, variable));
            receiver.receivedInYear(kind, Math.max(0, household.hundredths(variable)));
        });
        Presumption.family(family, 0);
        return List.of(family);
    }

    /// Who is the one adult of a household is its head.
    private static void head(List<SurveyRow> rows, Family family) {
        int first = -1;
        int adults = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (age(rows.get(i)) >= ADULT) {
                first = first < 0 ? i : first;
                adults++;
            }
        }
        int head = Math.max(0, first);
        if (adults == 1 || rows.size() == 1) {
            family.persons.get(head).set(Column.RELATION, Relation.HEAD);
        }
        family.persons.get(head).presume(Column.RELATION, Relation.HEAD);
        for (int i = 0; i < rows.size(); i++) {
            if (age(rows.get(i)) < ADULT) {
                family.persons.get(i).presume(Column.RELATION, Relation.CHILD);
            }
        }
    }

    /// To whom an income of the household is written: the first person of the age asked about, or under it.
    private static int receiver(List<SurveyRow> rows, String variable) {
        for (int i = 0; i < rows.size(); i++) {
            if (age(rows.get(i)) < ASKED_FROM == variable.equals(OF_CHILDREN)) {
                return i;
            }
        }
        return 0;
    }

    private static int age(SurveyRow row) {
        return row.number("age", -1, 120);
    }

    private void person(SurveyRow row, Family family, Remarks remarks, Move move) {
        int age = age(row);
        Person person = family.person(row.told("person"));
        person.bornAt(move.born(age));
        person.set(Column.SEX, sex(row));
        person.set(Column.HOMELESS, "false");
        citizenship(row, person);
        int status = row.has("status") ? row.number("status", 1, 7) : 0;
        if (!mayServe(row, age, status)) {
            person.set(Column.ABSENCE, Absence.NONE);
        }
        person.presume(Column.ABSENCE, Absence.NONE);
        work(row, person, status);
        ofPersons.forEach((variable, kind) -> {
            long hundredths = row.hundredths(variable);
            if (hundredths < 0) {
                remarks.add("losses of a year: no income");
            }
            person.receivedInYear(kind, Math.max(0, hundredths));
        });
        if (age < 0) {
            remarks.add("infants born after the year of the incomes: not of the family on the day");
        }
        if (status != UNFIT && row.hundredths("py130_disability") == 0) {
            person.presume(Column.DISABILITY, Disability.NONE);
        }
        if (status != UNFIT) {
            Presumption.person(person);
        }
        if (age >= ADULT && status != STUDIES_OR_SERVES) {
            person.presume(Column.STUDY, Study.NONE);
        }
    }

    private static Sex sex(SurveyRow row) {
        return switch (row.told("sex")) {
            case "female" -> Sex.F;
            case "male" -> Sex.M;
            default -> throw row.unfit("sex", "'%s' is neither female nor male".formatted(row.text("sex")));
        };
    }

    private static void citizenship(SurveyRow row, Person person) {
        String citizenship = row.text("citizenship");
        if (citizenship.isEmpty() || citizenship.equals("AT")) {
            person.set(Column.STATUS, Status.CITIZEN);
        } else if (!citizenship.equals("EU") && !citizenship.equals("Other")) {
            throw row.unfit("citizenship", "'%s' is none of AT, EU, Other".formatted(citizenship));
        }
        person.presume(Column.STATUS, Status.RESIDENT_FOREIGNER);
    }

    private static boolean mayServe(SurveyRow row, int age, int status) {
        return status == STUDIES_OR_SERVES
                && row.told("sex").equals("male")
                && age >= FIRST_YEAR_OF_SERVICE
                && age <= LAST_YEAR_OF_SERVICE;
    }

    private static void work(SurveyRow row, Person person, int status) {
        if (status == RETIRED) {
            person.set(Column.WORK, Work.PENSIONER);
        } else if (status > RETIRED) {
            person.set(Column.WORK, Work.NONE);
        } else if (status == FULL_TIME || status == PART_TIME) {
            if (row.hundredths("py050_self") != 0 && row.hundredths("py010_employee") == 0) {
                person.set(Column.WORK, Work.SELF_EMPLOYED);
            }
            person.presume(Column.WORK, Work.PERMANENT);
        } else if (status == UNEMPLOYED) {
            person.presume(Column.WORK, Work.REGISTERED_UNEMPLOYED);
        } else if (status == STUDIES_OR_SERVES) {
            person.presume(Column.WORK, Work.NONE);
        }
    }
}
