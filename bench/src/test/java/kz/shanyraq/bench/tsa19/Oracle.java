package kz.shanyraq.bench.tsa19;

import java.util.ArrayList;
import java.util.List;

/// The rule told a second time, slowly and from the text of the common work alone.
final class Oracle {

    record Person(
            int age,
            boolean able,
            boolean employed,
            boolean studying,
            boolean registered,
            int disab,
            long inc0,
            long inc1,
            long inc2) {}

    record Parameters(long share, long of, int careAge, long childAmount) {
        static final Parameters A = new Parameters(7, 10, 36, 20_789);
        static final Parameters B = new Parameters(1, 1, 72, 24_000);
    }

    record Answer(boolean eligible, int reason, long amount, int type) {}

    static Answer decide(int r, long cattle, long sheep, long land, List<Person> persons, Parameters set) {
        long n = persons.size();
        long children = persons.stream().filter(p -> p.age < 216).count();
        long adults = n - children;
        boolean care = persons.stream().anyMatch(p -> p.age < set.careAge || p.disab == 1 || p.disab == 2);
        long carers = care ? 1 : 0;
        long counted = persons.stream()
                .mapToLong(p -> (p.studying && p.age < 276 ? 0 : p.inc0) + p.inc1 + p.inc2)
                .sum();
        long farm = cattle * (5200 + 35 * r) + sheep * (640 + 11 * r) + land * (95 + 3 * r);
        long income = counted + farm;
        long pc = Math.floorDiv(2 * income + n, 2 * n);
        long minimum = 29698 + 421 * r;
        long line = Math.floorDiv(2 * set.share * minimum + set.of, 2 * set.of);
        long idle = persons.stream()
                .filter(p -> p.able && !p.employed && !p.studying && !p.registered)
                .count();
        long workable = persons.stream().filter(p -> p.able && !p.studying).count();
        int reason = (pc >= line ? 1 : 0) + (idle > carers ? 2 : 0);
        if (reason != 0) {
            return new Answer(false, reason, 0, 0);
        }
        long amount = children > 0 ? (line - pc) * adults + set.childAmount * children : (line - pc) * n;
        return new Answer(true, 0, amount, workable <= carers ? 1 : 2);
    }

    static Answer decide(Households h, int f, Parameters set) {
        var persons = new ArrayList<Person>();
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            persons.add(new Person(
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
        return decide(h.region[f], h.cattle[f], h.sheep[f], h.land[f], persons, set);
    }

    private Oracle() {}
}
