package kz.shanyraq.nation.survey;

import java.util.ArrayList;
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
import kz.shanyraq.policy.household.EducationLevel;
import kz.shanyraq.policy.household.IncomeKind;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Sex;
import kz.shanyraq.policy.household.Status;
import kz.shanyraq.policy.household.Study;
import kz.shanyraq.policy.household.Work;
import org.jspecify.annotations.Nullable;

/// The American Community Survey 2011 (`us_acs2011.csv` says which variable goes where).
///
/// The reference person, relatives, partner and foster children are one family; adults who are not related to
/// the reference person are families of their own in the same dwelling. Everybody listed lives there by the
/// survey's rule of residence, hence nobody is absent.
final class UsAcs2011 implements Survey {

    private static final int ADULT = 18;

    /// Asked about incomes from this age.
    private static final int ASKED_FROM = 15;

    /// From this age Social Security may be paid for age.
    private static final int OLD_AGE_SECURITY = 62;

    /// From this age SSI may be paid for age.
    private static final int OLD_AGE_SSI = 65;

    /// The reference person.
    private static final int REFERENCE = 0;

    /// Roomers, housemates, other persons who are not related.
    private static final Set<Integer> NOT_RELATED = Set.of(11, 12, 15);

    private static final Set<Integer> EMPLOYED = Set.of(1, 2, 4, 5);
    private static final int UNEMPLOYED = 3;
    private static final int NOT_IN_LABOUR_FORCE = 6;

    private static final String YES = "1";

    private static final Set<Column> COLUMNS = EnumSet.of(
            Column.FAMILY_ID,
            Column.REGION,
            Column.FAMILY_DWELLING_ID,
            Column.CARS,
            Column.PERSON_ID,
            Column.PERSON_FAMILY_ID,
            Column.BIRTH_DATE,
            Column.SEX,
            Column.RELATION,
            Column.STATUS,
            Column.ABSENCE,
            Column.WORK,
            Column.EDUCATION_LEVEL,
            Column.HOMELESS);

    private final Map<String, IncomeKind> incomes;

    UsAcs2011(Mapping mapping) {
        incomes = mapping.kinds("persons");
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
        return ONCE;
    }

    @Override
    public int months() {
        return 12;
    }

    @Override
    public List<Family> families(SurveyRow household, List<SurveyRow> rows, Move move, Remarks remarks) {
        String dwelling = household.told("household");
        int persons = household.number("persons", 1, 99);
        if (rows.size() != persons) {
            throw household.unfit("persons", "%d persons belong to the household".formatted(rows.size()));
        }
        var own = new Family(move, dwelling, dwelling);
        if (household.has("vehicles")) {
            own.set(Column.CARS, Integer.toString(household.number("vehicles", 0, 9)));
        }
        var families = new ArrayList<>(List.of(own));
        var numbers = new HashSet<Integer>();
        boolean reference = false;
        for (SurveyRow row : rows) {
            int number = row.number("person", 1, 99);
            if (!numbers.add(number)) {
                throw row.unfit("person", "a second person of the same number");
            }
            int relation = row.number("relation", 0, 15);
            if (relation == REFERENCE && reference) {
                throw row.unfit("relation", "a second reference person");
            }
            reference |= relation == REFERENCE;
            boolean alone = NOT_RELATED.contains(relation) && age(row) >= ADULT;
            Family family = alone ? new Family(move, "%s-P%02d".formatted(dwelling, number), dwelling) : own;
            if (alone) {
                families.add(family);
                remarks.add("persons not related to the reference person: a family of their own");
            }
            person(row, family, "%s-%02d".formatted(dwelling, number), alone ? REFERENCE : relation, remarks, move);
        }
        if (!reference) {
            throw household.unfit("persons", "none of them is the reference person");
        }
        families.forEach(family -> Presumption.family(family, family == own ? dwellings(household) : 0));
        return families;
    }

    /// Dwellings that are certainly owned: this one or none.
    private static int dwellings(SurveyRow household) {
        String tenure = household.text("tenure");
        return tenure.equals("1") || tenure.equals("2") ? 1 : 0;
    }

    private static int age(SurveyRow row) {
        return row.number("age", 0, 120);
    }

    private void person(SurveyRow row, Family family, String id, int code, Remarks remarks, Move move) {
        int age = age(row);
        Person person = family.person(id);
        person.bornAt(move.born(age));
        person.set(Column.SEX, row.number("sex", 1, 2) == 1 ? Sex.M : Sex.F);
        person.set(Column.STATUS, Status.CITIZEN);
        person.set(Column.ABSENCE, Absence.NONE);
        person.set(Column.HOMELESS, "false");
        Relation relation = relation(code);
        if (relation == null) {
            remarks.add("children not related to the reference person: whose they are is not told");
        } else {
            person.set(Column.RELATION, relation);
        }
        education(row, person);
        work(row, person, age);
        if (age >= ASKED_FROM) {
            incomes.forEach((variable, kind) -> income(row, person, variable, ofAge(kind, age), remarks));
        }
        presume(row, person, age);
    }

    /// The relation to the head; null of a child who is not related to the reference person.
    private static @Nullable Relation relation(int code) {
        return switch (code) {
            case 0 -> Relation.HEAD;
            case 1 -> Relation.SPOUSE;
            case 2, 3, 4 -> Relation.CHILD;
            case 5 -> Relation.SIBLING;
            case 6 -> Relation.PARENT;
            case 13 -> Relation.PARTNER;
            case 14 -> Relation.FOSTER_CHILD;
            case 11, 12, 15 -> null;
            default -> Relation.OTHER;
        };
    }

    private static void education(SurveyRow row, Person person) {
        if (!row.has("school")) {
            return;
        }
        int school = row.number("school", 1, 24);
        if (school <= 3) {
            person.set(Column.EDUCATION_LEVEL, EducationLevel.NONE);
        } else if (school > 15) {
            person.set(
                    Column.EDUCATION_LEVEL,
                    school < 20
                            ? EducationLevel.SCHOOL
                            : school == 20 ? EducationLevel.COLLEGE : EducationLevel.UNIVERSITY);
        }
    }

    private static void work(SurveyRow row, Person person, int age) {
        if (!row.has("employment")) {
            return;
        }
        int employment = row.number("employment", 1, 6);
        if (EMPLOYED.contains(employment)) {
            if (row.hundredths("self_employment") != 0 && row.hundredths("wages") == 0) {
                person.set(Column.WORK, Work.SELF_EMPLOYED);
            }
            person.presume(Column.WORK, Work.PERMANENT);
        } else if (employment == UNEMPLOYED) {
            person.presume(Column.WORK, Work.REGISTERED_UNEMPLOYED);
        } else if (employment == NOT_IN_LABOUR_FORCE) {
            boolean pension = row.hundredths("social_security") + row.hundredths("retirement") > 0;
            if (!pension) {
                person.set(Column.WORK, Work.NONE);
            } else if (age >= OLD_AGE_SECURITY) {
                person.set(Column.WORK, Work.PENSIONER);
            }
        }
    }

    private static void income(SurveyRow row, Person person, String variable, IncomeKind kind, Remarks remarks) {
        long hundredths = row.hundredths(variable);
        if (hundredths < 0) {
            remarks.add("losses of a year: no income");
        }
        person.receivedInYear(kind, Math.max(0, hundredths));
    }

    /// Supplementary Security Income is paid to children and adults for disability, to others for age.
    private static IncomeKind ofAge(IncomeKind kind, int age) {
        if (kind != IncomeKind.DISABILITY_BENEFIT || age >= ADULT && age < OLD_AGE_SSI) {
            return kind;
        }
        return age < ADULT ? IncomeKind.CHILD_DISABILITY_BENEFIT : IncomeKind.OTHER;
    }

    private static void presume(SurveyRow row, Person person, int age) {
        boolean sign = row.text("disability").equals(YES)
                || age < OLD_AGE_SSI && row.hundredths("ssi") > 0
                || age >= ADULT && age < OLD_AGE_SECURITY && row.hundredths("social_security") > 0;
        if (!sign) {
            person.presume(Column.DISABILITY, Disability.NONE);
        }
        if (age >= ADULT) {
            person.presume(Column.STUDY, Study.NONE);
        }
        Presumption.person(person);
    }
}
