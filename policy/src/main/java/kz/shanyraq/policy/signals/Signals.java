package kz.shanyraq.policy.signals;

import java.time.LocalDate;
import java.util.Arrays;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.families.Ability;
import kz.shanyraq.policy.families.Parents;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.BreadwinnerLost;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.EducationLevel;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Study;
import kz.shanyraq.policy.household.Work;

/// The signals of a block of families, in columns: a row for each person and signal. A row with missing facts
/// says that the signal is likely by what is known, and which fact would tell; where nothing points to it
/// there is no row.
public final class Signals {

    /// The number of rows; the arrays may be longer.
    public int size;

    public int[] family = {};
    public short[] person = {};
    public byte[] signal = {};
    public long[] missing = {};

    private static final long GROUPS = Code.set(Disability.GROUP1, Disability.GROUP2, Disability.GROUP3);
    private static final long SEVERE = Code.set(Disability.GROUP1, Disability.GROUP2);
    private static final long COUPLE = Code.set(Relation.HEAD, Relation.SPOUSE, Relation.PARTNER);
    private static final long GONE =
            Code.set(Absence.PRISON, Absence.COMPULSORY_TREATMENT, Absence.STATE_PROVISION, Absence.CONSCRIPT);
    private static final long FULL_TIME = Code.set(Study.SCHOOL, Study.COLLEGE_FULL_TIME, Study.UNIVERSITY_FULL_TIME);
    private static final long NO_PROFESSION = Code.set(EducationLevel.NONE, EducationLevel.SCHOOL);
    private static final long PROFESSION = Code.set(EducationLevel.COLLEGE, EducationLevel.UNIVERSITY);

    private static final LocalDate MEASURES_OF_2023 = LocalDate.of(2023, 7, 1);
    private static final int MONTHS_AFTER_RELEASE = 12;
    private static final int MONTHS_AFTER_GRADUATION = 60;

    /// Empties the block.
    public void clear() {
        size = 0;
    }

    /// Looks for signals in a block of families; families with rejected rows give none.
    public void detect(Households h, Day day) {
        boolean since2023 = !day.date().isBefore(MEASURES_OF_2023);
        int youthUntil = bornAfter(day, since2023 ? 36 : 30);
        int fifty = bornAfter(day, 50);
        for (int f = 0; f < h.families; f++) {
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (h.rejected[f] == 0 && day.born(h.birthDate[p])) {
                    need(h, f, p, day);
                    work(h, f, p, day, youthUntil, fifty, since2023);
                }
            }
        }
    }

    private static int bornAfter(Day day, int years) {
        return Math.toIntExact(day.date().minusYears(years).toEpochDay());
    }

    private void need(Households h, int f, int p, Day day) {
        int birth = h.birthDate[p];
        byte disability = h.disability[p];
        boolean knownBirth = birth != Households.UNKNOWN_DATE;
        boolean child = knownBirth && day.under18(birth);
        if (BreadwinnerLost.BOTH.is(h.breadwinnerLost[p]) && (child || !knownBirth)) {
            add(f, p, h, Signal.ORPHANHOOD, knownBirth ? 0 : Fact.BIRTH_DATE.bit());
        }
        if (child) {
            noParentalCare(h, f, p);
        }
        if (knownBirth && birth > day.born3() && disability > Disability.NONE.ordinal()) {
            add(f, p, h, Signal.EARLY_DEVELOPMENT, 0);
        }
        if (disability > Disability.NONE.ordinal()) {
            add(f, p, h, Signal.DISABILITY, 0);
        }
        if (h.needsCare[p] != 0) {
            long retired = Ability.retired(h, p, day);
            boolean veryOld = knownBirth && birth <= day.born80();
            if (h.needsCare[p] == 1 && retired != Verdict.UNMET || veryOld) {
                add(
                        f,
                        p,
                        h,
                        Signal.OLD_AGE,
                        Verdict.missing(retired) | (h.needsCare[p] < 0 ? Fact.NEEDS_CARE.bit() : 0));
            }
        }
        if (h.homeless[p] == 1) {
            add(f, p, h, Signal.HOMELESSNESS, 0);
        }
        if (day.withinMonths(h.releasedOn[p], MONTHS_AFTER_RELEASE)) {
            add(f, p, h, Signal.RELEASE_FROM_PRISON, 0);
        }
        if (h.probation[p] == 1) {
            add(f, p, h, Signal.PROBATION, 0);
        }
    }

    /// A child has nobody: head and spouse are away for long, or the parents are told to be elsewhere and
    /// nobody is guardian.
    private void noParentalCare(Households h, int f, int p) {
        boolean own = Parents.childOfHousehold(h, f, p);
        boolean told = h.mother[p] >= 0 || h.father[p] >= 0 || h.guardian[p] >= 0;
        if (!own && !told) {
            if (h.mother[p] == Households.ELSEWHERE || h.father[p] == Households.ELSEWHERE) {
                add(f, p, h, Signal.NO_PARENTAL_CARE, 0);
            }
            return;
        }
        boolean anybody = false;
        boolean atHome = false;
        long missing = 0;
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            boolean carer = isTold(h, f, p, q) || own && Code.in(h.relation[q], COUPLE);
            if (carer && q != p) {
                anybody = true;
                atHome |= h.absence[q] >= 0 && !Code.in(h.absence[q], GONE);
                missing |= h.absence[q] < 0 ? Fact.ABSENCE.bit() : 0;
            }
        }
        if (anybody && !atHome && missing == 0) {
            add(f, p, h, Signal.NO_PARENTAL_CARE, 0);
        }
    }

    private static boolean isTold(Households h, int f, int p, int q) {
        int member = q - h.firstPerson[f];
        return h.mother[p] == member || h.father[p] == member || h.guardian[p] == member;
    }

    private void work(Households h, int f, int p, Day day, int youthUntil, int fifty, boolean since2023) {
        int birth = h.birthDate[p];
        byte work = h.work[p];
        boolean registered = Work.REGISTERED_UNEMPLOYED.is(work);
        boolean idle = Work.NONE.is(work) && !Code.in(h.study[p], FULL_TIME);
        if (birth == Households.UNKNOWN_DATE || birth > day.born16() || !registered && !idle) {
            return;
        }
        if (Ability.retired(h, p, day) != Verdict.UNMET || Code.in(h.disability[p], SEVERE) && !registered) {
            return;
        }
        long missing = idle && h.study[p] < 0 ? Fact.STUDY.bit() : 0;
        if (idle) {
            if (h.longIllness[p] != 1 && h.caresFor[p] <= 0) {
                missing |= (h.caresFor[p] < 0 ? Fact.CARES_FOR.bit() : 0)
                        | (h.longIllness[p] < 0 ? Fact.LONG_ILLNESS.bit() : 0)
                        | (h.disability[p] < 0 ? Fact.DISABILITY.bit() : 0);
                add(f, p, h, Signal.COULD_REGISTER, missing);
            }
            return;
        }
        boolean disabled = Code.in(h.disability[p], GROUPS);
        add(f, p, h, Signal.PUBLIC_WORKS, 0);
        if (disabled || day.withinMonths(h.releasedOn[p], MONTHS_AFTER_RELEASE) || h.probation[p] == 1) {
            add(f, p, h, Signal.SOCIAL_JOB, 0);
        }
        if (birth > youthUntil && day.withinMonths(h.graduatedOn[p], MONTHS_AFTER_GRADUATION)) {
            boolean unknown = h.educationLevel[p] < 0;
            if (unknown || Code.in(h.educationLevel[p], PROFESSION)) {
                add(f, p, h, Signal.YOUTH_PRACTICE, unknown ? Fact.EDUCATION_LEVEL.bit() : 0);
            }
        }
        if (since2023 && birth > youthUntil && h.insuredMonths[p] <= 0) {
            add(f, p, h, Signal.FIRST_JOB, h.insuredMonths[p] < 0 ? Fact.INSURED_MONTHS.bit() : 0);
        }
        if (since2023 && birth <= fifty) {
            add(f, p, h, Signal.SILVER_AGE, 0);
        }
        if (Code.in(h.educationLevel[p], NO_PROFESSION)) {
            add(f, p, h, Signal.TRAINING, 0);
        }
        if (disabled) {
            add(f, p, h, Signal.DISABILITY_QUOTA, 0);
        }
    }

    private void add(int f, int p, Households h, Signal kind, long missing) {
        int row = size++;
        if (row == family.length) {
            grow(Math.max(64, 2 * row));
        }
        family[row] = f;
        person[row] = (short) (p - h.firstPerson[f]);
        signal[row] = (byte) kind.ordinal();
        this.missing[row] = missing;
    }

    private void grow(int length) {
        family = Arrays.copyOf(family, length);
        person = Arrays.copyOf(person, length);
        signal = Arrays.copyOf(signal, length);
        missing = Arrays.copyOf(missing, length);
    }
}
