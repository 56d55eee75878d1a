package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;

/// What somebody answered to the seven questions of the check; null for "I don't know". Nothing of it is ever stored.
///
/// @param region the first two digits of the region's code
/// @param people how many live in the family, by age
/// @param kin who the other adults are to the first one, the parent of the children
/// @param entitled whether all are citizens, kandas, refugees or permanent residents; false if nobody is
/// @param disabled how many have a disability
/// @param working what the adults of working age do
/// @param care whom one of the adults looks after at home
/// @param owned what the family owns of the things that matter
/// @param income what all together receive in a month, whole tenge
public record CheckAnswers(
        @Nullable Integer region,
        @Nullable Map<AgeGroup, Integer> people,
        @Nullable Kin kin,
        @Nullable Boolean entitled,
        @Nullable Disabled disabled,
        @Nullable Working working,
        @Nullable CaresFor care,
        @Nullable Set<Owned> owned,
        @Nullable Long income) {

    /// The other adults, those of pension age among them: husband or wife, grown children, other relatives. Of whom
    /// nothing is said, nothing is known.
    public record Kin(int spouses, int children, int relatives) {

        /// All who are told.
        public int all() {
            return spouses + children + relatives;
        }
    }

    /// Persons with a disability: adults by group, children under 7 and from 7 to 17.
    public record Disabled(int group1, int group2, int group3, int small, int school) {

        /// Grown persons with a disability.
        public int adults() {
            return group1 + group2 + group3;
        }
    }

    /// Adults of working age: with a permanent job, with other work, without work, ill for long.
    public record Working(int steady, int casual, int idle, int ill) {

        /// All of them.
        public int all() {
            return steady + casual + idle + ill;
        }
    }

    /// To which persons the grown with a disability are counted where the answers leave it open.
    enum Placement {
        ADULTS_FROM_THE_LAST,
        ADULTS_FROM_THE_FIRST,
        ELDERS_FIRST
    }

    private static final int NEVER_ASKED = 0;

    /// How many there are of an age.
    public int of(AgeGroup age) {
        return people == null ? 0 : people.getOrDefault(age, 0);
    }

    /// The ages of the members, in the order in which they stand in the family.
    List<AgeGroup> members() {
        var members = new ArrayList<AgeGroup>();
        for (AgeGroup age : AgeGroup.values()) {
            for (int i = 0; i < of(age); i++) {
                members.add(age);
            }
        }
        return members;
    }

    /// The placements that are possible; one if the answers leave nothing open.
    List<Placement> placements() {
        boolean open = disabled != null
                && disabled.adults() > 0
                && of(AgeGroup.ADULTS) + of(AgeGroup.ELDERS) > disabled.adults();
        return open ? List.of(Placement.values()) : List.of(Placement.ADULTS_FROM_THE_LAST);
    }

    /// The same answers with another income.
    CheckAnswers withIncome(@Nullable Long other) {
        return new CheckAnswers(region, people, kin, entitled, disabled, working, care, owned, other);
    }

    /// The same answers with one more child of school age.
    CheckAnswers withOneMoreChild() {
        Map<AgeGroup, Integer> more = new EnumMap<>(AgeGroup.class);
        for (AgeGroup age : AgeGroup.values()) {
            more.put(age, of(age) + (age == AgeGroup.SCHOOL ? 1 : 0));
        }
        return new CheckAnswers(region, more, kin, entitled, disabled, working, care, owned, income);
    }

    /// What would be so if everything that is not known but the income were as the law wishes it.
    CheckAnswers atBest() {
        return new CheckAnswers(
                region,
                people,
                kin,
                entitled == null ? Boolean.TRUE : entitled,
                disabled == null ? new Disabled(0, 0, 0, 0, 0) : disabled,
                working == null || working.all() < of(AgeGroup.ADULTS)
                        ? new Working(0, 0, of(AgeGroup.ADULTS), 0)
                        : working,
                care == null ? CaresFor.NONE : care,
                owned == null ? Set.of() : withoutFarm(owned),
                income);
    }

    private static Set<Owned> withoutFarm(Set<Owned> owned) {
        Set<Owned> rest = EnumSet.noneOf(Owned.class);
        rest.addAll(owned);
        rest.remove(Owned.FARM);
        return rest;
    }

    /// The family as the law reads it; what was not answered is not known.
    Households family(YearMonth month, int place, Placement placement) {
        Day day = Day.of(month);
        var builder = new HouseholdBuilder().coverage(coverage());
        property(builder.family("region", "%02d".formatted(place), "survey_refused", "false"));
        List<AgeGroup> members = members();
        String[] disabilities = disabilities(members, placement);
        String[] work = work(members);
        String[] relations = relations(members);
        int carer = carer(members, disabilities, work);
        for (int i = 0; i < members.size(); i++) {
            AgeGroup age = members.get(i);
            person(builder, age, relations[i], day.date());
            if (disabilities[i] != null) {
                builder.and("disability", disabilities[i]);
            }
            work(builder, work[i], age);
            if (!age.isChild() && care != null) {
                builder.and("cares_for", (i == carer ? care : CaresFor.NONE).code());
            }
            if (i == 0 && income != null) {
                String last = Day.month(day.quarter() + Day.QUARTER - 1).toString();
                builder.income(last, "other", income * Day.QUARTER);
            }
        }
        return builder.build();
    }

    private Coverage coverage() {
        boolean asked = owned != null && !owned.contains(Owned.FARM);
        return new Coverage(
                EnumSet.allOf(Column.class),
                income != null,
                asked
                        ? List.of()
                        : List.of(
                                new Coverage.Asked("livestock", NEVER_ASKED, NEVER_ASKED),
                                new Coverage.Asked("plots", NEVER_ASKED, NEVER_ASKED)));
    }

    private void property(HouseholdBuilder builder) {
        if (owned == null) {
            return;
        }
        builder.family("dwellings", owned.contains(Owned.DWELLING) ? "2" : "1")
                .family("cars", owned.contains(Owned.CAR) ? "2" : "1")
                .family("heavy_vehicles", Boolean.toString(owned.contains(Owned.HEAVY)))
                .family("premises_for_profit", Boolean.toString(owned.contains(Owned.PREMISES)))
                .family("building_plot", Boolean.toString(owned.contains(Owned.PLOT)));
        if (!owned.contains(Owned.DWELLING)) {
            builder.family("unsafe_dwellings", "0");
        }
    }

    private void person(HouseholdBuilder builder, AgeGroup age, @Nullable String relation, LocalDate day) {
        builder.person("birth_date", age.born(day).toString(), "absence", "none");
        if (entitled != null) {
            builder.and("status", entitled ? "citizen" : "other");
        }
        if (relation != null) {
            builder.and("relation", relation);
        }
        if (age.isChild() || age == AgeGroup.STUDENTS) {
            builder.and("award", "none");
        }
        if (age == AgeGroup.STUDENTS) {
            builder.and("study", "university_full_time");
        } else if (age == AgeGroup.ADULTS || age == AgeGroup.ELDERS) {
            builder.and("study", "none");
        }
    }

    /// Who each is to the first; null where it is not known. The grown children are younger than the first one, so that
    /// they are counted among those of the same age first.
    private @Nullable String[] relations(List<AgeGroup> members) {
        @Nullable String[] all = new @Nullable String[members.size()];
        boolean adults = of(AgeGroup.ADULTS) > 0;
        var others = new ArrayList<String>();
        if (kin != null) {
            add(others, "child", kin.children);
            add(others, "spouse", kin.spouses);
            add(others, "other", kin.relatives);
        }
        for (int i = 0; i < members.size(); i++) {
            AgeGroup age = members.get(i);
            if (i == 0 && !age.isChild()) {
                all[i] = "head";
            } else if (age.isChild() || age == AgeGroup.STUDENTS) {
                all[i] = adults ? "child" : null;
            } else if (!others.isEmpty()) {
                all[i] = others.removeFirst();
            }
        }
        return all;
    }

    /// Who has which disability; null where it is not known.
    private @Nullable String[] disabilities(List<AgeGroup> members, Placement placement) {
        @Nullable String[] all = new @Nullable String[members.size()];
        if (disabled == null) {
            return all;
        }
        java.util.Arrays.fill(all, "none");
        var groups = new ArrayList<String>();
        add(groups, "group1", disabled.group1);
        add(groups, "group2", disabled.group2);
        add(groups, "group3", disabled.group3);
        for (int i : order(members, placement)) {
            if (!groups.isEmpty()) {
                all[i] = groups.removeFirst();
            }
        }
        int small = disabled.small;
        int school = disabled.school;
        for (int i = 0; i < members.size(); i++) {
            AgeGroup age = members.get(i);
            if (age == AgeGroup.SCHOOL && school-- > 0 || age.isChild() && age != AgeGroup.SCHOOL && small-- > 0) {
                all[i] = "child";
            }
        }
        return all;
    }

    private static void add(List<String> groups, String group, int times) {
        for (int i = 0; i < times; i++) {
            groups.add(group);
        }
    }

    /// In which order the grown are counted as persons with a disability.
    private static List<Integer> order(List<AgeGroup> members, Placement placement) {
        var adults = new ArrayList<Integer>();
        var elders = new ArrayList<Integer>();
        var students = new ArrayList<Integer>();
        for (int i = 0; i < members.size(); i++) {
            switch (members.get(i)) {
                case ADULTS -> adults.add(i);
                case ELDERS -> elders.add(i);
                case STUDENTS -> students.add(i);
                default -> {
                    // Children are counted apart.
                }
            }
        }
        var order = new ArrayList<Integer>();
        order.addAll(
                switch (placement) {
                    case ADULTS_FROM_THE_LAST -> adults.reversed();
                    case ADULTS_FROM_THE_FIRST -> adults;
                    case ELDERS_FIRST -> elders;
                });
        order.addAll(placement == Placement.ELDERS_FIRST ? adults.reversed() : elders);
        order.addAll(students);
        return order;
    }

    /// What the adults of working age do; null where it is not known.
    private @Nullable String[] work(List<AgeGroup> members) {
        @Nullable String[] all = new @Nullable String[members.size()];
        if (working == null) {
            return all;
        }
        var kinds = new ArrayList<String>();
        add(kinds, "permanent", working.steady);
        add(kinds, "temporary", working.casual);
        add(kinds, "none", working.idle);
        add(kinds, "ill", working.ill);
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) == AgeGroup.ADULTS && !kinds.isEmpty()) {
                all[i] = kinds.removeFirst();
            }
        }
        return all;
    }

    private void work(HouseholdBuilder builder, @Nullable String work, AgeGroup age) {
        if (age == AgeGroup.ELDERS) {
            builder.and("work", "pensioner");
        } else if (work != null) {
            boolean ill = work.equals("ill");
            builder.and("long_illness", Boolean.toString(ill), "work", ill ? "none" : work);
        } else if (age == AgeGroup.STUDENTS && working != null) {
            builder.and("long_illness", "false", "work", "none");
        }
    }

    /// Who looks after somebody: best an adult without work who is well, else the next who may.
    private static int carer(List<AgeGroup> members, @Nullable String[] disabilities, @Nullable String[] work) {
        int best = 0;
        int bestRank = -1;
        for (int i = 0; i < members.size(); i++) {
            boolean well = disabilities[i] == null || disabilities[i].equals("none");
            int rank = switch (members.get(i)) {
                case ADULTS -> !well ? 2 : work[i] == null || work[i].equals("none") ? 5 : 4;
                case ELDERS -> well ? 3 : 1;
                default -> 0;
            };
            if (rank > bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }
}
