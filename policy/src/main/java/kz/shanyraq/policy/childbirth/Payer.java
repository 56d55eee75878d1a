package kz.shanyraq.policy.childbirth;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.families.Parents;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.Households;

/// Who looks after an infant and is paid for it: the person who cares for a child under 3, else the mother;
/// and whether this person is a participant of social insurance.
final class Payer {

    /// The person, as an index; [Parents#NOBODY] if not certain.
    int person;

    /// Whether the person has months of social insurance, as a [Verdict].
    long insured;

    /// What is missing to know who the person is.
    long missing;

    void of(Households h, int f, int p, Day day) {
        int mother = Parents.mother(h, f, p);
        int carer = Parents.NOBODY;
        boolean sure = true;
        long answers = 0; // of all who may be the person
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            if (q == p || !day.born(h.birthDate[q]) || h.birthDate[q] > day.born16()) {
                continue;
            }
            boolean cares = CaresFor.CHILD_UNDER_3.is(h.caresFor[q]);
            carer = cares && (carer == Parents.NOBODY || q == mother) ? q : carer;
            if (h.caresFor[q] == Code.UNKNOWN) {
                sure = false;
                answers |= answer(h, q);
            }
        }
        if (carer != Parents.NOBODY) {
            person = carer;
            missing = 0;
            insured = verdict(answer(h, carer), 0);
            return;
        }
        answers |= mother == Parents.NOBODY ? 0 : answer(h, mother);
        missing = (sure ? 0 : Fact.CARES_FOR.bit()) | (mother == Parents.NOBODY ? Fact.PARENT.bit() : 0);
        person = missing == 0 ? mother : Parents.NOBODY;
        insured = mother == Parents.NOBODY ? missing : verdict(answers, missing);
    }

    private static final long YES = 1;
    private static final long NO = 2;
    private static final long NOT_KNOWN = 4;

    private static long answer(Households h, int q) {
        int months = h.insuredMonths[q];
        return months > 0 ? YES : months == 0 ? NO : NOT_KNOWN;
    }

    /// All who may be the person answer the same, or it depends on what is missing.
    private static long verdict(long answers, long missing) {
        return answers == YES
                ? Verdict.MET
                : answers == NO
                        ? Verdict.UNMET
                        : missing | ((answers & NOT_KNOWN) != 0 ? Fact.INSURED_MONTHS.bit() : 0);
    }
}
