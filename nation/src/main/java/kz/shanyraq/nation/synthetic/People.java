package kz.shanyraq.nation.synthetic;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.Award;
import kz.shanyraq.policy.household.BreadwinnerLost;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.DisabilityCause;
import kz.shanyraq.policy.household.DisabilityGroup;
import kz.shanyraq.policy.household.EducationLevel;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Sex;
import kz.shanyraq.policy.household.Status;
import kz.shanyraq.policy.household.Study;
import kz.shanyraq.policy.household.Work;

/// Makes the persons of a family: who they are, what they attend, whether they work, whom they care for.
final class People {

    private static final int SHAPE = 1;
    private static final int FACTS = 2;
    private static final int NAMES = 3;
    private static final double DAYS_A_YEAR = 365.2425;

    /// Of families outside hardship in which nobody would earn, the share in which somebody does all the
    /// same.
    private static final double IDLE_BUT_EARNING = 0.97;

    /// How much more often families with more children are in hardship, by children under 18.
    private static final double[] HARDSHIP_BY_CHILDREN = {0.15, 0.5, 0.9, 2.2, 4.2, 7, 9, 10, 10};

    private final long seed;
    private final LocalDate on;
    private final Demography demography;
    private final Ages ages;
    private final Levels levels;
    private final Names names;
    private final double[][] hardshipOf = new double[100][Demography.CHILDREN];
    private final Dice dice = new Dice();
    private final Shape shape = new Shape();

    People(long seed, LocalDate on, Demography demography, Ages ages, Levels levels, Names names) {
        this.seed = seed;
        this.on = on;
        this.demography = demography;
        this.ages = ages;
        this.levels = levels;
        this.names = names;
        for (int region = 0; region < hardshipOf.length; region++) {
            double[] children = demography.children(region, true);
            double mean = 0;
            for (int k = 0; children != null && k < Demography.CHILDREN; k++) {
                mean += children[k] * HARDSHIP_BY_CHILDREN[k];
            }
            for (int k = 0; k < Demography.CHILDREN; k++) {
                hardshipOf[region][k] =
                        mean == 0 ? 0 : Math.min(0.9, levels.hardship(region) * HARDSHIP_BY_CHILDREN[k] / mean);
            }
        }
    }

    /// Makes the persons of a family, and adds them to a chunk.
    void make(Chunk chunk, long family, Plan.Cell cell) {
        int region = cell.region();
        dice.reset(seed, family, SHAPE);
        int children = dice.pick(demography.children(region, cell.rural()));
        int adults = dice.pick(demography.adults(cell.rural(), children));
        shape.draw(dice, children, adults);
        Households h = chunk.truth;
        int f = h.families;
        chunk.hardship[f] = dice.chance(hardshipOf[region][children]);
        chunk.earning[f] = dice.lognormal(0.42);
        dice.reset(seed, family, FACTS);
        int first = h.persons;
        for (int k = 0; k < shape.size; k++) {
            person(chunk, first + k, k, region, cell.rural());
        }
        h.persons = first + shape.size;
        h.firstPerson[f] = first;
        care(chunk, f, first, shape.size);
        if (!chunk.hardship[f]) {
            livelihood(h, first, shape.size, cell.rural());
        }
        loss(h, first, shape.size);
        name(chunk, family, region, first);
    }

    private void person(Chunk chunk, int p, int k, int region, boolean rural) {
        Households h = chunk.truth;
        boolean male = shape.male[k];
        double age = ages.of(region, male, shape.age[k]);
        LocalDate birth = on.minusDays((long) (age * DAYS_A_YEAR) + 1);
        h.birthDate[p] = (int) birth.toEpochDay();
        set(h.sex, p, male ? Sex.M : Sex.F);
        set(h.relation, p, shape.relation[k]);
        h.mother[p] = shape.mother[k];
        h.father[p] = shape.father[k];
        h.guardian[p] = shape.guardian[k];
        h.livesWithFamily[p] = 1;
        status(h, p);
        disability(h, p, region, age);
        study(h, p, age, rural);
        absence(h, p, age, male);
        work(chunk, p, age, male, rural);
        education(h, p, age);
        troubles(h, p, age);
        h.award[p] = (byte) Award.NONE.ordinal();
        set(h.breadwinnerLost, p, BreadwinnerLost.NONE);
        h.receives[p] = 0;
        set(h.caresFor, p, CaresFor.NONE);
        language(chunk, age);
    }

    private static void set(byte[] column, int row, Code code) {
        column[row] = (byte) code.ordinal();
    }

    private void status(Households h, int p) {
        double turn = dice.unit();
        set(
                h.status,
                p,
                turn < 0.9885
                        ? Status.CITIZEN
                        : turn < 0.9945
                                ? Status.KANDAS
                                : turn < 0.9975
                                        ? Status.RESIDENT_FOREIGNER
                                        : turn < 0.9981
                                                ? Status.RESIDENT_STATELESS
                                                : turn < 0.9983 ? Status.REFUGEE : Status.OTHER);
    }

    private void disability(Households h, int p, int region, double age) {
        set(h.disability, p, Disability.NONE);
        h.disabilityGroupChild[p] = Code.UNKNOWN;
        h.disabilityCause[p] = Code.UNKNOWN;
        double turn = dice.unit();
        double cause = dice.unit();
        h.needsCare[p] = (byte) (age > 80 && dice.chance(0.12) ? 1 : 0);
        h.longIllness[p] = (byte) (dice.chance(age < 18 ? 0.002 : 0.006) ? 1 : 0);
        h.rehabProgramme[p] = 0;
        if (age < 18) {
            if (turn < levels.childDisability(region)) {
                set(h.disability, p, Disability.CHILD);
                set(h.disabilityCause, p, DisabilityCause.SINCE_CHILDHOOD);
                if (age >= 7) {
                    set(
                            h.disabilityGroupChild,
                            p,
                            cause < 0.28
                                    ? DisabilityGroup.GROUP1
                                    : cause < 0.62 ? DisabilityGroup.GROUP2 : DisabilityGroup.GROUP3);
                }
                h.rehabProgramme[p] = (byte) (dice.chance(0.8) ? 1 : 0);
            }
            return;
        }
        double risk = Levels.riskOfDisability(age);
        double[] groups = levels.adultDisability(region);
        for (int group = 0; group < groups.length; group++) {
            turn -= groups[group] * risk;
            if (turn < 0) {
                h.disability[p] = (byte) (Disability.GROUP1.ordinal() + group);
                set(
                        h.disabilityCause,
                        p,
                        cause < 0.16
                                ? DisabilityCause.SINCE_CHILDHOOD
                                : cause < 0.93
                                        ? DisabilityCause.GENERAL
                                        : cause < 0.96
                                                ? DisabilityCause.WORK_INJURY
                                                : cause < 0.98
                                                        ? DisabilityCause.NUCLEAR
                                                        : cause < 0.99
                                                                ? DisabilityCause.MILITARY
                                                                : DisabilityCause.DUTY);
                h.needsCare[p] = (byte) (h.needsCare[p] == 1 || group == 0 && dice.chance(0.8) ? 1 : 0);
                h.rehabProgramme[p] = (byte) (dice.chance(0.6) ? 1 : 0);
                return;
            }
        }
    }

    private void study(Households h, int p, double age, boolean rural) {
        double turn = dice.unit();
        Study study = Study.NONE;
        if (age >= 2 && age < 6) {
            study = turn < (age < 3 ? 0.35 : 0.88) ? Study.KINDERGARTEN : Study.NONE;
        } else if (age >= 6 && age < 16) {
            study = turn < (age < 7 ? 0.75 : 0.993) ? Study.SCHOOL : Study.NONE;
        } else if (age >= 16 && age < 18) {
            study = turn < 0.68 ? Study.SCHOOL : turn < 0.96 ? Study.COLLEGE_FULL_TIME : Study.NONE;
        } else if (age >= 18 && age < 20) {
            study = turn < 0.36
                    ? Study.COLLEGE_FULL_TIME
                    : turn < (rural ? 0.62 : 0.72) ? Study.UNIVERSITY_FULL_TIME : Study.NONE;
        } else if (age >= 20 && age < 23) {
            study = turn < 0.05
                    ? Study.COLLEGE_FULL_TIME
                    : turn < (rural ? 0.30 : 0.42) ? Study.UNIVERSITY_FULL_TIME : Study.NONE;
        } else if (age >= 23 && age < 35) {
            study = turn < 0.03 ? Study.PART_TIME : Study.NONE;
        }
        if (h.disability[p] == Disability.CHILD.ordinal() && dice.chance(0.12)) {
            study = Study.NONE;
        }
        set(h.study, p, study);
    }

    private void absence(Households h, int p, double age, boolean male) {
        double turn = dice.unit();
        Absence absence = Absence.NONE;
        boolean disabled = h.disability[p] > 0;
        if (disabled && turn < (age >= 18 ? 0.045 : 0.016) || age > 70 && turn < 0.011) {
            absence = Absence.STATE_PROVISION;
        } else if (male && age >= 18 && age < 27 && !disabled && h.study[p] == Study.NONE.ordinal() && turn < 0.04) {
            absence = Absence.CONSCRIPT;
        } else if (male && age >= 20 && age < 60 && turn < 0.006) {
            absence = Absence.PRISON;
        } else if (age >= 20 && age < 60 && turn < 0.0065) {
            absence = Absence.COMPULSORY_TREATMENT;
        } else if (age >= 20 && age < 60 && turn < (male ? 0.030 : 0.014)) {
            absence = Absence.WORKS_AWAY;
        } else if (h.study[p] == Study.SCHOOL.ordinal() && turn < 0.009) {
            absence = Absence.BOARDING_SCHOOL;
        }
        set(h.absence, p, absence);
        boolean studiesAway = age >= 18
                && age < 23
                && h.study[p] >= Study.COLLEGE_FULL_TIME.ordinal()
                && h.study[p] <= Study.UNIVERSITY_FULL_TIME.ordinal();
        boolean relative = h.relation[p] >= Relation.CHILD.ordinal();
        boolean grown = relative && age >= 20;
        if (relative && dice.chance(studiesAway ? 0.5 : grown ? 0.04 : 0)) {
            h.livesWithFamily[p] = 0;
        }
    }

    private void work(Chunk chunk, int p, double age, boolean male, boolean rural) {
        Households h = chunk.truth;
        boolean hardship = chunk.hardship[h.families];
        double turn = dice.unit();
        double second = dice.unit();
        boolean retired = age >= (male ? 63 : 61);
        boolean away = h.absence[p] >= Absence.STATE_PROVISION.ordinal()
                && h.absence[p] <= Absence.COMPULSORY_TREATMENT.ordinal();
        byte study = h.study[p];
        boolean student = study >= Study.SCHOOL.ordinal() && study <= Study.UNIVERSITY_FULL_TIME.ordinal();
        boolean severe =
                h.disability[p] == Disability.GROUP1.ordinal() || h.disability[p] == Disability.GROUP2.ordinal();
        Work work;
        if (retired) {
            work = turn < 0.12 && age < 70 && !severe ? Work.PERMANENT : Work.PENSIONER;
        } else if (age < 16 || student || away) {
            work = student && age >= 18 && turn < 0.12 ? Work.TEMPORARY : Work.NONE;
        } else if (age < 18) {
            work = Work.NONE;
        } else if (severe) {
            work = turn < (h.disability[p] == Disability.GROUP1.ordinal() ? 0.03 : 0.2) ? Work.PERMANENT : Work.NONE;
        } else if (hardship) {
            work = turn < 0.05
                    ? Work.PERMANENT
                    : turn < 0.25
                            ? Work.TEMPORARY
                            : turn < 0.50 ? Work.SELF_EMPLOYED : turn < 0.68 ? Work.REGISTERED_UNEMPLOYED : Work.NONE;
        } else if (turn < (male ? 0.86 : 0.74)) {
            double selfEmployed = rural ? 0.32 : 0.17;
            work = second < selfEmployed
                    ? Work.SELF_EMPLOYED
                    : second < selfEmployed + 0.07 ? Work.TEMPORARY : Work.PERMANENT;
        } else {
            work = second < 0.22 ? Work.REGISTERED_UNEMPLOYED : Work.NONE;
        }
        set(h.work, p, work);
        insurance(h, p, age, work);
        occupation(chunk, work);
    }

    private void insurance(Households h, int p, double age, Work work) {
        double years = Math.max(0, Math.min(age - 19, 20));
        boolean insured = work == Work.PERMANENT
                || work == Work.TEMPORARY
                || work == Work.REGISTERED_UNEMPLOYED && dice.chance(0.7)
                || work == Work.SELF_EMPLOYED && dice.chance(0.25);
        h.insuredMonths[p] = insured ? (int) (12 * years * dice.between(0.15, 0.9)) : 0;
        h.jobLossMonthsPaid[p] = 0;
        h.jobLostOn[p] = Households.NEVER;
        h.registeredOn[p] = Households.NEVER;
        if (work == Work.REGISTERED_UNEMPLOYED) {
            int days = 10 + dice.below(500);
            h.registeredOn[p] = (int) on.toEpochDay() - days;
            if (dice.chance(0.55)) {
                h.jobLostOn[p] = h.registeredOn[p] - dice.below(60);
                h.jobLossMonthsPaid[p] = dice.chance(0.25) ? 1 + dice.below(3) : 0;
            }
        }
    }

    private void occupation(Chunk chunk, Work work) {
        if (work == Work.PERMANENT || work == Work.TEMPORARY || work == Work.SELF_EMPLOYED) {
            chunk.occupation.add(OCCUPATIONS[dice.below(OCCUPATIONS.length)]);
        } else {
            chunk.occupation.addEmpty();
        }
    }

    /// Common groups of ISCO-08.
    private static final byte[][] OCCUPATIONS = bytes(
            "2341", "2221", "3221", "4110", "5120", "5153", "5223", "5311", "6121", "6130", "7115", "7231", "8322",
            "8332", "9111", "9211", "9313", "9622");

    private static byte[][] bytes(String... codes) {
        byte[][] bytes = new byte[codes.length][];
        for (int i = 0; i < codes.length; i++) {
            bytes[i] = codes[i].getBytes(StandardCharsets.US_ASCII);
        }
        return bytes;
    }

    private void education(Households h, int p, double age) {
        double turn = dice.unit();
        EducationLevel level = age < 15
                ? EducationLevel.NONE
                : age < 18
                        ? EducationLevel.SCHOOL
                        : turn < 0.004
                                ? EducationLevel.NONE
                                : turn < 0.36 || age < 20
                                        ? EducationLevel.SCHOOL
                                        : turn < 0.70 || age < 22 ? EducationLevel.COLLEGE : EducationLevel.UNIVERSITY;
        set(h.educationLevel, p, level);
        h.graduatedOn[p] = Households.NEVER;
        if (age >= 19
                && age < 35
                && h.study[p] == Study.NONE.ordinal()
                && level.ordinal() >= EducationLevel.COLLEGE.ordinal()) {
            int at = level == EducationLevel.COLLEGE ? 20 : 22;
            LocalDate graduation = LocalDate.of(on.getYear() - Math.max(0, (int) age - at), 6, 30);
            h.graduatedOn[p] = (int) (graduation.isAfter(on) ? graduation.minusYears(1) : graduation).toEpochDay();
        }
    }

    private void troubles(Households h, int p, double age) {
        double turn = dice.unit();
        boolean grown = age >= 18;
        h.probation[p] = (byte) (grown && turn < 0.0016 ? 1 : 0);
        h.homeless[p] = (byte) (grown && turn > 0.9996 ? 1 : 0);
        h.releasedOn[p] =
                grown && turn > 0.0016 && turn < 0.0026 ? (int) on.toEpochDay() - dice.below(700) : Households.NEVER;
    }

    private void language(Chunk chunk, double age) {
        if (age >= 15) {
            chunk.phone.add("+7000" + "%07d".formatted(dice.below(10_000_000)));
        } else {
            chunk.phone.addEmpty();
        }
    }

    /// Who looks after whom: a mother after her child under 3, a parent after a child with a disability, a
    /// relative after a person of group I.
    private void care(Chunk chunk, int f, int first, int size) {
        Households h = chunk.truth;
        for (int p = first; p < first + size; p++) {
            double age = (on.toEpochDay() - h.birthDate[p]) / DAYS_A_YEAR;
            boolean disabledChild = h.disability[p] == Disability.CHILD.ordinal();
            int mother = h.mother[p] >= 0 ? first + h.mother[p] : -1;
            if (age < 3 && mother >= 0 && free(h, mother) && dice.chance(0.84)) {
                set(h.caresFor, mother, CaresFor.CHILD_UNDER_3);
                rest(h, mother);
            } else if (disabledChild && mother >= 0 && free(h, mother) && dice.chance(0.6)) {
                set(h.caresFor, mother, CaresFor.DISABLED_CHILD);
                rest(h, mother);
            } else if (age < 7
                    && mother >= 0
                    && free(h, mother)
                    && h.work[mother] == Work.NONE.ordinal()
                    && dice.chance(0.6)) {
                set(h.caresFor, mother, CaresFor.CHILD_3_TO_6);
            } else if (h.disability[p] == Disability.GROUP1.ordinal() && h.absence[p] == Absence.NONE.ordinal()) {
                carer(h, f, first, size, p, CaresFor.DISABLED_GROUP1, 0.85);
            } else if (age > 80 && h.needsCare[p] == 1) {
                carer(h, f, first, size, p, CaresFor.OVER_80, 0.6);
            }
        }
    }

    /// Outside hardship somebody earns: where nobody does, the head or else the spouse finds work, and mostly
    /// also who is alone with a small child.
    private void livelihood(Households h, int first, int size, boolean rural) {
        int idle = -1;
        int atHome = -1;
        for (int p = first; p < first + size; p++) {
            byte work = h.work[p];
            boolean onLeave = h.caresFor[p] == CaresFor.CHILD_UNDER_3.ordinal();
            if (work == Work.PENSIONER.ordinal() || work <= Work.SELF_EMPLOYED.ordinal() && !onLeave) {
                return;
            }
            boolean could =
                    h.relation[p] <= Relation.PARTNER.ordinal() && h.absence[p] == Absence.NONE.ordinal() && !onLeave;
            idle = could && idle < 0 ? p : idle;
            atHome = onLeave && h.relation[p] <= Relation.PARTNER.ordinal() ? p : atHome;
        }
        if (idle < 0 && atHome >= 0 && dice.chance(0.85)) {
            set(h.caresFor, atHome, CaresFor.NONE); // alone with a child, and back at work
            idle = atHome;
        }
        if (idle >= 0 && dice.chance(IDLE_BUT_EARNING)) {
            set(h.work, idle, rural && dice.chance(0.5) ? Work.SELF_EMPLOYED : Work.PERMANENT);
            h.registeredOn[idle] = Households.NEVER;
            h.jobLostOn[idle] = Households.NEVER;
            h.insuredMonths[idle] = Math.max(h.insuredMonths[idle], 6 + dice.below(90));
        }
    }

    private static boolean free(Households h, int p) {
        return h.caresFor[p] == CaresFor.NONE.ordinal() && h.absence[p] == Absence.NONE.ordinal();
    }

    /// Who cares mostly keeps a place but does not work, or has none.
    private void rest(Households h, int p) {
        if (h.work[p] == Work.REGISTERED_UNEMPLOYED.ordinal() || h.work[p] == Work.TEMPORARY.ordinal()) {
            set(h.work, p, Work.NONE);
        }
    }

    private void carer(Households h, int f, int first, int size, int p, CaresFor whom, double chance) {
        if (!dice.chance(chance)) {
            return;
        }
        for (int q = first; q < first + size; q++) {
            double age = (on.toEpochDay() - h.birthDate[q]) / DAYS_A_YEAR;
            if (q != p && age >= 18 && age < 75 && free(h, q) && h.disability[q] == 0) {
                set(h.caresFor, q, whom);
                return;
            }
        }
    }

    /// Children of one parent who have lost the other, and mothers of many children who have an award.
    private void loss(Households h, int first, int size) {
        int children = 0;
        int couple = 0;
        for (int p = first; p < first + size; p++) {
            children += h.relation[p] == Relation.CHILD.ordinal() ? 1 : 0;
            couple += h.relation[p] <= Relation.PARTNER.ordinal() ? 1 : 0;
        }
        boolean lost = couple == 1 && dice.chance(0.238);
        boolean both = dice.chance(0.05);
        for (int p = first; p < first + size; p++) {
            double age = (on.toEpochDay() - h.birthDate[p]) / DAYS_A_YEAR;
            boolean ward = h.relation[p] == Relation.FOSTER_CHILD.ordinal();
            if (age < 23 && (h.relation[p] == Relation.CHILD.ordinal() && lost || ward)) {
                set(h.breadwinnerLost, p, ward || both ? BreadwinnerLost.BOTH : BreadwinnerLost.ONE);
            }
            boolean mother = h.sex[p] == Sex.F.ordinal() && h.relation[p] <= Relation.SPOUSE.ordinal();
            if (mother && age >= 30) {
                double turn = dice.unit();
                int awarded = children >= 7 ? 2 : children >= 6 ? 1 : age > 52 && turn < 0.064 ? 1 + dice.below(4) : 0;
                h.award[p] = (byte) Math.min(awarded, Award.MATERNAL_GLORY.ordinal());
            }
        }
    }

    private void name(Chunk chunk, long family, int region, int first) {
        dice.reset(seed, family, NAMES);
        boolean russian = names.isRussian(dice, region);
        int surname = names.surname(dice, russian);
        String grandfather = names.given(dice, russian, true, 1950);
        String father = grandfather;
        Households h = chunk.truth;
        for (int k = 0; k < shape.size; k++) {
            int p = first + k;
            boolean male = shape.male[k];
            int bornIn = LocalDate.ofEpochDay(h.birthDate[p]).getYear();
            String given = names.given(dice, russian, male, bornIn);
            boolean ofTheCouple = shape.relation[k] == Relation.CHILD || shape.relation[k] == Relation.FOSTER_CHILD;
            if (male && !ofTheCouple && shape.relation[k] != Relation.PARENT) {
                father = given;
            }
            boolean ownSurname =
                    shape.relation[k] == Relation.PARTNER || shape.relation[k] == Relation.SPOUSE && dice.chance(0.3);
            chunk.lastName.add(names.surname(ownSurname ? names.surname(dice, russian) : surname, russian, male));
            chunk.firstName.add(given);
            chunk.patronymic.add(names.patronymic(dice, russian, male, ofTheCouple ? father : grandfather));
            chunk.language.add(russian || dice.chance(0.2) ? "ru" : "kk");
        }
    }
}
