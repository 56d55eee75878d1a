package kz.shanyraq.nation.synthetic;

import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;

/// Who a family is made up of: relations, sexes, parents, and how old everybody roughly is in years, before
/// the ages are brought to those of the region (see [Ages]).
final class Shape {

    private static final int MOST = 24;
    private static final double ADULT = 18;

    final Relation[] relation = new Relation[MOST];
    final boolean[] male = new boolean[MOST];
    final double[] age = new double[MOST];
    final short[] mother = new short[MOST];
    final short[] father = new short[MOST];
    final short[] guardian = new short[MOST];
    int size;

    private Dice dice = new Dice();

    /// Draws a family with some children under 18 and some grown-ups.
    void draw(Dice dice, int children, int adults) {
        this.dice = dice;
        size = 0;
        int grownChildren;
        int grandparents;
        boolean couple;
        double turn = dice.unit();
        if (children == 0) {
            couple = adults > 1 && turn < (adults == 2 ? 0.77 : 0.84);
            grandparents = adults >= 4 && dice.chance(0.3) ? 1 : 0;
        } else {
            couple = adults > 1 && turn < (adults == 2 ? 0.90 : 0.88);
            grandparents = adults == 3 ? (dice.chance(0.4) ? 1 : 0) : adults >= 4 ? dice.below(3) : 0;
        }
        int parents = couple ? 2 : 1;
        grandparents = Math.min(grandparents, Math.max(0, adults - parents));
        grownChildren = adults - parents - grandparents;
        double eldest = drawChildren(children, grownChildren);
        drawParents(couple, eldest, children, grownChildren);
        int firstChild = size;
        addChildren(children, grownChildren);
        link(firstChild, couple);
        addGrandparents(grandparents);
        strangers(firstChild);
    }

    private final double[] minors = new double[MOST];
    private final double[] grown = new double[MOST];

    /// The ages of the children; answers that of the eldest, 0 if there are none.
    private double drawChildren(int children, int grownChildren) {
        double gap = children > 1 ? Math.min(1.3, 15.0 / children) : 0;
        double span = ADULT - gap * Math.max(0, children - 1);
        for (int i = 0; i < children; i++) {
            minors[i] = dice.between(0, span);
        }
        java.util.Arrays.sort(minors, 0, children);
        for (int i = 0; i < children; i++) {
            minors[i] = Math.min(17.99, minors[i] + i * gap);
        }
        if (children > 1 && dice.chance(0.012)) {
            minors[1] = minors[0]; // twins
        }
        double from = children > 0 ? Math.max(ADULT, minors[children - 1] + 1) : ADULT;
        double eldest = children > 0 ? minors[children - 1] : 0;
        for (int i = 0; i < grownChildren; i++) {
            from += 0.5 + (children > 0 ? 2.2 : 3.5) * -Math.log(1 - 0.95 * dice.unit());
            grown[i] = from;
            eldest = from;
        }
        return eldest;
    }

    private void drawParents(boolean couple, double eldest, int children, int grownChildren) {
        boolean parents = children + grownChildren > 0;
        double base =
                parents ? eldest + Math.max(17, dice.normal(24.5, 4.2)) : couple ? coupleWithoutChildren() : aloneAge();
        if (couple) {
            boolean manIsHead = dice.chance(0.62);
            double man = Math.max(ADULT, base + dice.normal(2.6, 2.6));
            Relation other = dice.chance(0.06) ? Relation.PARTNER : Relation.SPOUSE;
            add(Relation.HEAD, manIsHead, manIsHead ? man : base);
            add(other, !manIsHead, manIsHead ? base : man);
        } else {
            double menAlone = parents ? 0.16 : base > 60 ? 0.27 : base > 40 ? 0.5 : 0.56;
            add(Relation.HEAD, dice.chance(menAlone), base);
        }
    }

    private double coupleWithoutChildren() {
        return dice.chance(0.3) ? dice.between(20, 35) : dice.between(42, 82);
    }

    private double aloneAge() {
        double turn = dice.unit();
        return turn < 0.30 ? dice.between(18.5, 32) : turn < 0.62 ? dice.between(30, 62) : dice.between(58, 92);
    }

    private void addChildren(int children, int grownChildren) {
        for (int i = grownChildren - 1; i >= 0; i--) {
            add(Relation.CHILD, dice.chance(0.55), grown[i]);
        }
        for (int i = children - 1; i >= 0; i--) {
            add(Relation.CHILD, dice.chance(0.514), minors[i]);
        }
    }

    /// Children know their parents, where these live with them.
    private void link(int firstChild, boolean couple) {
        for (int p = firstChild; p < size; p++) {
            mother[p] = !male[0] ? 0 : couple ? 1 : Households.NOT_TOLD;
            father[p] = male[0] ? 0 : couple ? 1 : Households.NOT_TOLD;
        }
    }

    private void addGrandparents(int grandparents) {
        for (int i = 0; i < grandparents; i++) {
            boolean man = i > 0;
            add(Relation.PARENT, man, age[0] + Math.max(17, dice.normal(26, 4)));
            if (man) {
                father[0] = (short) (size - 1);
            } else {
                mother[0] = (short) (size - 1);
            }
        }
    }

    /// Now and then a foster child, or a grandchild whose mother is the grown-up daughter.
    private void strangers(int firstChild) {
        int youngest = size - 1;
        while (youngest >= firstChild && relation[youngest] != Relation.CHILD) {
            youngest--;
        }
        if (youngest < firstChild || age[youngest] >= ADULT) {
            return;
        }
        if (dice.chance(0.006)) {
            relation[youngest] = Relation.FOSTER_CHILD;
            mother[youngest] = Households.NOT_TOLD;
            father[youngest] = Households.NOT_TOLD;
            guardian[youngest] = 0;
        } else if (!male[firstChild] && age[firstChild] >= ADULT + age[youngest] && dice.chance(0.3)) {
            relation[youngest] = Relation.OTHER;
            mother[youngest] = (short) firstChild;
            father[youngest] = Households.NOT_TOLD;
        }
    }

    private void add(Relation relation, boolean male, double age) {
        this.relation[size] = relation;
        this.male[size] = male;
        this.age[size] = Math.min(100.5, age);
        mother[size] = Households.NOT_TOLD;
        father[size] = Households.NOT_TOLD;
        guardian[size] = Households.NOT_TOLD;
        size++;
    }
}
