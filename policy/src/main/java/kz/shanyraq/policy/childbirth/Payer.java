package kz.shanyraq.policy.childbirth;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.families.Parents;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.Households;

/// Who looks after an infant and is paid for it: who cares for a child under 3 (of several the mother, else
/// the first), else the mother. If nobody is known to care, each of whom it is not known may be the one.
final class Payer {

    /// The person, as an index; [Parents#NOBODY] if not certain.
    int person;

    /// What is missing to know who the person is.
    long missing;

    private int mother;
    private boolean motherUnknown;

    void of(Households h, int f, int p, Day day) {
        mother = Parents.mother(h, f, p);
        int carer = Parents.NOBODY;
        boolean maybe = false;
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            if (couldCare(h, p, q, day)) {
                boolean cares = CaresFor.CHILD_UNDER_3.is(h.caresFor[q]);
                carer = cares && (carer == Parents.NOBODY || q == mother) ? q : carer;
                maybe |= h.caresFor[q] == Code.UNKNOWN;
            }
        }
        boolean certain = carer != Parents.NOBODY;
        person = certain ? carer : maybe ? Parents.NOBODY : mother;
        motherUnknown = !certain && mother == Parents.NOBODY;
        missing = certain ? 0 : (maybe ? Fact.CARES_FOR.bit() : 0) | (motherUnknown ? Fact.PARENT.bit() : 0);
    }

    /// Who is 16 or older; a person of unknown age too.
    private static boolean couldCare(Households h, int p, int q, Day day) {
        return q != p && day.born(h.birthDate[q]) && h.birthDate[q] <= day.born16();
    }

    /// A question about a person.
    interface Question {
        /// A [Verdict].
        long of(Households h, int q);
    }

    /// The answer of the person to a question; if it is not certain who the person is, the answer that all
    /// give who may be.
    long answer(Households h, int f, int p, Day day, Question question) {
        if (person != Parents.NOBODY) {
            return question.of(h, person);
        }
        if (motherUnknown) {
            return missing;
        }
        long first = question.of(h, mother);
        long facts = Verdict.missing(first);
        boolean same = facts == 0;
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            if (h.caresFor[q] == Code.UNKNOWN && couldCare(h, p, q, day)) {
                long answer = question.of(h, q);
                same &= answer == first;
                facts |= Verdict.missing(answer);
            }
        }
        return same ? first : missing | facts;
    }
}
