package kz.shanyraq.bench.tsa19;

import static kz.shanyraq.bench.tsa19.Households.DISABILITY;
import static kz.shanyraq.bench.tsa19.Households.EMPLOYED;
import static kz.shanyraq.bench.tsa19.Households.REGISTERED;
import static kz.shanyraq.bench.tsa19.Households.STUDYING;

import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.assessment.Assessment;

/// The rule of the common work, written as the law library writes its rules: a sheet whose fields are the steps, one
/// exit, and one method for one family and for the nation.
final class Assistance extends Assessment {

    /// Refused because the income a head is not below the poverty line.
    static final int INCOME_ABOVE_LINE = 1;

    /// Refused because more able members are idle than care for somebody.
    static final int IDLE_MEMBERS = 2;

    /// Granted without conditions: nobody could work but a carer.
    static final int UNCONDITIONAL = 1;

    /// Granted on condition of seeking work.
    static final int CONDITIONAL = 2;

    /// Groups of disability that need a carer, as bits.
    private static final int CARE = 1 << 1 | 1 << 2;

    /// All members of the family.
    int members;

    /// Members below the age of a child.
    int children;

    /// All others.
    int adults;

    /// 1 if a small child or a member of disability group 1 or 2 needs care, else 0.
    int carers;

    /// Wages, pensions and alimony of all members; a young student's wage is not counted.
    long counted;

    /// The farm's income by norms.
    long farm;

    /// Both together.
    long income;

    /// A head, half-up.
    long incomePerHead;

    /// What it is compared with.
    long povertyLine;

    /// Able members who neither work, nor study, nor are registered.
    int idle;

    /// Able members who do not study.
    int workable;

    /// The amount, if it is granted.
    long sum;

    private long kind;

    /// One family.
    Assistance assess(Households h, int f, Rates rates) {
        countMembers(h, f, rates);
        adults = members - children;
        farm = h.cattle[f] * rates.cattle() + h.sheep[f] * rates.sheep() + h.land[f] * rates.land();
        income = counted + farm;
        incomePerHead = Tenge.round(income, members);
        povertyLine = rates.line();
        long shortfall = povertyLine - incomePerHead;
        sum = children > 0 ? shortfall * adults + rates.childAmount() * children : shortfall * members;
        kind = workable <= carers ? UNCONDITIONAL : CONDITIONAL;
        conclude((shortfall <= 0 ? INCOME_ABOVE_LINE : 0) | (idle > carers ? IDLE_MEMBERS : 0), 0);
        return this;
    }

    /// Facts about a member are 0 or 1, to be multiplied and added: a processor guesses every second of them wrongly.
    private void countMembers(Households h, int f, Rates rates) {
        int first = h.firstPerson[f];
        int end = h.firstPerson[f + 1];
        int children = 0;
        int carers = 0;
        long counted = 0;
        int idle = 0;
        int workable = 0;
        for (int p = first; p < end; p++) {
            int age = h.age[p];
            int status = h.status[p];
            int able = status & 1;
            int employed = status >> EMPLOYED & 1;
            int studying = status >> STUDYING & 1;
            int registered = status >> REGISTERED & 1;
            int wageCounts = 1 - (studying & below(age, rates.studentAge()));
            children += below(age, rates.childAge());
            carers |= below(age, rates.careAge()) | CARE >> (status >> DISABILITY) & 1;
            counted += (long) wageCounts * h.wage[p] + h.pension[p] + h.alimony[p];
            idle += able & ~(employed | studying | registered);
            workable += able & ~studying;
        }
        this.members = end - first;
        this.children = children;
        this.carers = carers;
        this.counted = counted;
        this.idle = idle;
        this.workable = workable;
    }

    private static int below(int age, int limit) {
        return age < limit ? 1 : 0;
    }

    /// Families of a block: the same method, row by row.
    ///
    /// @param from the first family
    /// @param to the one after the last
    /// @param row where the decision about the first family goes
    static void assess(Households h, int from, int to, Rates[] rates, Decisions into, int row) {
        var sheet = new Assistance();
        for (int f = from; f < to; f++) {
            into.set(row + f - from, sheet.assess(h, f, rates[h.region[f]]));
        }
    }

    @Override
    protected long sum() {
        return sum;
    }

    @Override
    protected long kind() {
        return kind;
    }
}
