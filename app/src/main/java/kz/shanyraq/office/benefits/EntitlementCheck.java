package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import kz.shanyraq.office.benefits.CheckAnswers.Placement;
import kz.shanyraq.office.benefits.Checked.Standing;
import kz.shanyraq.office.page.TileMap;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Flip;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.explain.Unless;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells somebody who has not signed in to what a family is likely entitled. The law library answers; here its answers
/// to a few families that the given answers allow are compared. Nothing is stored, nothing is logged.
@Component
public class EntitlementCheck {

    private static final int YEARS_BACK = 3;
    private static final String TOO_MUCH = "income_above_line";
    private static final String TOO_FEW = "too_few_children";
    private static final String BELOW_LINE = "below_line";
    private static final long MOST_INCOME = 1L << 30;
    private static final int MOST_CHILDREN = 6;

    private volatile @Nullable Law latest;

    /// The law of a month.
    private record Law(YearMonth asked, Catalogue catalogue, Explainer explainer) {}

    /// All that the check found.
    ///
    /// @param found by standing, the likely first
    /// @param notConcerned benefits for which the family has nobody
    public record Outcomes(Catalogue catalogue, List<Checked> found, List<Benefit> notConcerned) {}

    /// A row of the law's answer, by which answers are compared.
    private record Row(Outcome outcome, int kind, int monthly, int once) {}

    /// The catalogue of the law on a day: of its month, or the last month for which all figures are known.
    public Catalogue catalogue(LocalDate day) {
        return law(day).catalogue;
    }

    private Law law(LocalDate day) {
        YearMonth asked = YearMonth.from(day);
        Law known = latest;
        if (known == null || !known.asked.equals(asked)) {
            Catalogue catalogue = newest(asked);
            known = new Law(asked, catalogue, new Explainer(catalogue));
            latest = known;
        }
        return known;
    }

    private static Catalogue newest(YearMonth asked) {
        for (YearMonth month = asked; month.isAfter(asked.minusYears(YEARS_BACK)); month = month.minusMonths(1)) {
            try {
                var catalogue = new Catalogue(month, Figures.shipped());
                if (catalogue.inForce().contains(Benefit.TARGETED_ASSISTANCE)) {
                    return catalogue;
                }
            } catch (NotInForce later) {
                // The month before may be known.
            }
        }
        throw new IllegalStateException("""
                The law library knows no month in the %d years before %s.
                Maybe its figures are too old.""".formatted(YEARS_BACK, asked));
    }

    /// Checks a family.
    public Outcomes check(CheckAnswers answers, LocalDate day) {
        Law law = law(day);
        List<Checked> found = new ArrayList<>();
        List<Benefit> notConcerned = new ArrayList<>();
        for (Benefit benefit : law.catalogue.inForce()) {
            if (answers.people() == null) {
                found.add(notKnown(answers, benefit, Fact.PERSON));
            } else {
                List<Checked> rows = new Worlds(law, answers).found(benefit);
                if (rows.isEmpty() && benefit == Benefit.JOB_LOSS && answers.of(AgeGroup.ADULTS) > 0) {
                    found.add(notKnown(answers, benefit, Fact.JOB_LOST_ON));
                } else if (rows.isEmpty()) {
                    notConcerned.add(benefit);
                }
                found.addAll(rows);
            }
        }
        found.sort(
                Comparator.comparing(Checked::standing).thenComparing(one -> one.benefit() == Benefit.AWARDED_MOTHER));
        return new Outcomes(law.catalogue, List.copyOf(found), List.copyOf(notConcerned));
    }

    private static Checked notKnown(CheckAnswers answers, Benefit benefit, Fact fact) {
        return new Checked(
                benefit,
                Standing.CANNOT_SAY,
                List.of(),
                answers.members(),
                0,
                0,
                List.of(fact),
                false,
                null,
                null,
                List.of(),
                null,
                answers.income(),
                0);
    }

    /// The families that the answers allow: in each region if that is not known, with each way to count persons with a
    /// disability.
    private record Worlds(Law law, CheckAnswers answers) {

        private List<Integer> regions() {
            Integer region = answers.region();
            return region == null ? TileMap.codes() : List.of(region);
        }

        private Households family(int region, Placement placement) {
            return answers.family(YearMonth.from(law.catalogue.day().date()), region, placement);
        }

        private Assessments rows(Households family, Benefit benefit) {
            var rows = new Assessments();
            law.catalogue.assess(family, benefit, rows);
            return rows;
        }

        private List<Row> answer(int region, Placement placement, Benefit benefit) {
            Assessments rows = rows(family(region, placement), benefit);
            var answer = new ArrayList<Row>();
            for (int row = 0; row < rows.size; row++) {
                answer.add(new Row(rows.outcome(row), rows.kind[row], rows.monthly[row], rows.once[row]));
            }
            answer.sort(Comparator.comparing(Row::outcome)
                    .thenComparingInt(Row::monthly)
                    .thenComparingInt(Row::once)
                    .thenComparingInt(Row::kind));
            return answer;
        }

        List<Checked> found(Benefit benefit) {
            int region = regions().getFirst();
            Placement placement = answers.placements().getFirst();
            boolean regionMatters = differs(regions().stream()
                    .map(other -> answer(other, placement, benefit))
                    .toList());
            boolean placementMatters = differs(answers.placements().stream()
                    .map(other -> answer(region, other, benefit))
                    .toList());
            Households family = family(region, placement);
            Assessments rows = rows(family, benefit);
            Map<Checked.Alike, Checked> found = new LinkedHashMap<>();
            for (int row = 0; row < rows.size; row++) {
                Explanation why = law.explainer.explain(family, 0, rows.person[row], benefit);
                Checked checked = regionMatters || placementMatters
                        ? open(family, why, regionMatters, placementMatters)
                        : one(family, why);
                found.merge(checked.alike(), checked, Checked::and);
            }
            return List.copyOf(found.values());
        }

        private static boolean differs(List<List<Row>> answers) {
            return new HashSet<>(answers).size() > 1;
        }

        private Checked open(Households family, Explanation why, boolean regionMatters, boolean placementMatters) {
            Set<Fact> missing = new java.util.TreeSet<>(why.missing());
            if (placementMatters) {
                missing.add(Fact.DISABILITY);
            }
            return make(Standing.CANNOT_SAY, family, why, List.copyOf(missing), regionMatters);
        }

        private Checked make(
                Standing standing, Households family, Explanation why, List<Fact> missing, boolean regionMatters) {
            return new Checked(
                    why.benefit(),
                    standing,
                    why.person() < 0 ? List.of() : List.of(why.person()),
                    answers.members(),
                    why.monthly(),
                    why.once(),
                    missing,
                    regionMatters,
                    why,
                    family,
                    List.of(),
                    null,
                    answers.income(),
                    0);
        }

        private Checked one(Households family, Explanation why) {
            return switch (why.outcome()) {
                case GRANTED -> make(Standing.LIKELY, family, why, List.of(), false);
                case REFUSED -> refused(family, why);
                case UNDECIDED -> undecided(family, why);
            };
        }

        private static boolean because(Explanation why, String ground) {
            return why.unmet().stream().anyMatch(unmet -> unmet.code().equals(ground));
        }

        private Checked refused(Households family, Explanation why) {
            Checked plain = make(Standing.NOT, family, why, List.of(), false);
            if (because(why, TOO_MUCH)) {
                Long most = most(income -> !because(explained(answers.withIncome(income), why.benefit()), TOO_MUCH));
                return with(plain, why, why.monthly(), why.once(), List.of(), most, 0);
            }
            if (because(why, TOO_FEW)) {
                return with(plain, why, 0, 0, List.of(), null, childrenShort());
            }
            Flip flip = Unless.find(law.catalogue, family, 0, why);
            return with(plain, why.with(flip), 0, 0, List.of(), null, 0);
        }

        /// How many children there would have to be more for the number to suffice: the law is asked with one more
        /// until it does.
        private int childrenShort() {
            CheckAnswers more = answers;
            for (int n = 1; n <= MOST_CHILDREN; n++) {
                more = more.withOneMoreChild();
                if (!because(explained(more, Benefit.LARGE_FAMILY), TOO_FEW)) {
                    return n;
                }
            }
            return 0;
        }

        private Checked undecided(Households family, Explanation why) {
            Checked open = make(Standing.CANNOT_SAY, family, why, why.missing(), false);
            if (why.benefit() == Benefit.TARGETED_ASSISTANCE) {
                return assistance(open, why);
            }
            Flip flip = Unless.find(law.catalogue, family, 0, why);
            if (flip == null || flip.outcome() != Outcome.GRANTED) {
                return open;
            }
            Checked could = make(Standing.COULD, family, why, List.of(), false);
            return with(could, why.with(flip), flip.monthly(), flip.once(), List.of(), null, 0);
        }

        /// Assistance asks for more than one fact at a time, so its best case is asked: if all that is not known were
        /// as the law wishes it, and for an unknown income, up to which.
        private Checked assistance(Checked open, Explanation why) {
            CheckAnswers best = answers.atBest();
            if (answers.income() == null) {
                Long most = most(income -> grants(best.withIncome(income)));
                return most == null ? open : could(open, why, 0, 0, most);
            }
            Explanation then = explained(best, why.benefit());
            return grants(best) ? could(open, why, then.monthly(), then.once(), null) : open;
        }

        private Checked could(Checked open, Explanation why, long monthly, long once, @Nullable Long most) {
            List<Step> unknown = why.steps().stream()
                    .filter(step ->
                            step.unit() == Unit.CONDITION && step.condition().equals("unknown"))
                    .filter(step -> most == null || !step.name().equals(BELOW_LINE))
                    .toList();
            Checked could = make(Standing.COULD, Objects.requireNonNull(open.family()), why, why.missing(), false);
            return with(could, why, monthly, once, unknown, most, 0);
        }

        private boolean grants(CheckAnswers other) {
            var worlds = new Worlds(law, other);
            for (int region : worlds.regions()) {
                for (Row row : worlds.answer(region, other.placements().getFirst(), Benefit.TARGETED_ASSISTANCE)) {
                    if (row.outcome != Outcome.GRANTED) {
                        return false;
                    }
                }
            }
            return true;
        }

        private Explanation explained(CheckAnswers other, Benefit benefit) {
            var worlds = new Worlds(law, other);
            Households family = worlds.family(
                    worlds.regions().getFirst(), other.placements().getFirst());
            return law.explainer.explain(family, 0, -1, benefit);
        }

        /// The largest income of a month at which something holds that holds up to a limit; null if it never does.
        private static @Nullable Long most(LongPredicate holds) {
            if (!holds.test(0)) {
                return null;
            }
            long yes = 0;
            long no = MOST_INCOME;
            while (no - yes > 1) {
                long middle = (yes + no) / 2;
                if (holds.test(middle)) {
                    yes = middle;
                } else {
                    no = middle;
                }
            }
            return yes;
        }

        private static Checked with(
                Checked plain,
                Explanation why,
                long monthly,
                long once,
                List<Step> unknown,
                @Nullable Long most,
                int children) {
            return new Checked(
                    plain.benefit(),
                    plain.standing(),
                    plain.persons(),
                    plain.ages(),
                    monthly,
                    once,
                    plain.missing(),
                    plain.regionMatters(),
                    why,
                    plain.family(),
                    unknown,
                    most,
                    plain.income(),
                    children);
        }
    }
}
