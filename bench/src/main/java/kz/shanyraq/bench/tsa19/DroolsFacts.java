package kz.shanyraq.bench.tsa19;

import java.util.ArrayList;
import java.util.List;

/// The facts of the Drools rules; public, because what Drools compiles lives elsewhere.
public final class DroolsFacts {

    /// A member of a family.
    public record Member(
            int age,
            boolean able,
            boolean employed,
            boolean studying,
            boolean registered,
            int disab,
            int inc0,
            int inc1,
            int inc2) {}

    /// A family, with its members and the numbers of its region.
    public record Family(int row, Rates rates, int cattle, int sheep, int land, List<Member> members) {}

    /// What the members of a family come to.
    public record Members(
            Family family, long number, long children, long carers, long counted, long idle, long workable) {

        /// From what Drools has accumulated.
        public Members(
                Family family,
                Number number,
                Number children,
                Number carers,
                Number counted,
                Number idle,
                Number workable) {
            this(
                    family,
                    number.longValue(),
                    children.longValue(),
                    carers.longValue(),
                    counted.longValue(),
                    idle.longValue(),
                    workable.longValue());
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return family.row;
        }
    }

    /// The two sides of the income test.
    public record Need(Members members, long incomePerHead, long line) {

        /// By how much the income a head is below the line.
        public long shortfall() {
            return line - incomePerHead;
        }
    }

    /// A refusal and its reason.
    public record Refusal(Members members, int reason) {}

    /// Where the rules put their answers.
    public static final class Answers {
        private final Decisions decisions;

        Answers(Decisions decisions) {
            this.decisions = decisions;
        }

        /// One more reason for refusal.
        public void refuse(Family family, int reason) {
            decisions.reason[family.row] |= (byte) reason;
        }

        /// The amount granted.
        public void grant(Family family, long amount) {
            decisions.amount[family.row] = Math.toIntExact(amount);
        }

        /// The type of assistance granted.
        public void type(Family family, int type) {
            decisions.type[family.row] = (byte) type;
        }
    }

    /// The families of a block as facts.
    static List<Family> of(Households h, Rates[] rates) {
        var families = new ArrayList<Family>();
        for (int f = 0; f < h.families; f++) {
            var members = new ArrayList<Member>();
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                members.add(new Member(
                        h.age[p],
                        h.is(p, Households.ABLE),
                        h.is(p, Households.EMPLOYED),
                        h.is(p, Households.STUDYING),
                        h.is(p, Households.REGISTERED),
                        h.disability(p),
                        h.wage[p],
                        h.pension[p],
                        h.alimony[p]));
            }
            families.add(new Family(f, rates[h.region[f]], h.cattle[f], h.sheep[f], h.land[f], List.copyOf(members)));
        }
        return families;
    }

    private DroolsFacts() {}
}
