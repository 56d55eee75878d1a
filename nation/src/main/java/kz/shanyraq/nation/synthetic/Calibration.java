package kz.shanyraq.nation.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.Territory.Region;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;
import kz.shanyraq.policy.household.LivestockKind;
import kz.shanyraq.policy.household.SettlementType;
import kz.shanyraq.policy.household.Sex;

/// Counts a nation while it is made, and holds it against the published figures: each is `published`,
/// `derived` from published ones, or an `assumption` of ours.
public final class Calibration {

    private static final int LARGEST = 9;

    private final long wanted;
    private long families;
    private long persons;
    private long rural;
    private long men;
    private long minors;
    private long over65;
    private final long[] byRegion = new long[100];
    private final long[] minorsByRegion = new long[100];
    private final long[] over65ByRegion = new long[100];
    private final long[] disabledByRegion = new long[100];
    private final long[] byChildren = new long[LARGEST];
    private final long[] sizesUrban = new long[LARGEST];
    private final long[] sizesRural = new long[LARGEST];
    private final long[] disability = new long[5];
    private final double[] incomeByRegion = new double[100];
    private final long[] incomeByKind = new long[IncomeKind.values().length];
    private final long[] heads = new long[LivestockKind.values().length];
    private final long[] granted = new long[Benefit.values().length];
    private final long[] assistanceByRegion = new long[100];
    private final long[] absent = new long[7];
    private final long[] work = new long[6];
    private long awarded;
    private long dwellings;
    private int months;

    Calibration(long wanted) {
        this.wanted = wanted;
    }

    void count(Chunk chunk) {
        Households h = chunk.truth;
        months = chunk.months;
        families += h.families;
        persons += h.persons;
        int latest = chunk.entitlements.size;
        long today = today(h);
        for (int f = 0; f < h.families; f++) {
            countFamily(chunk, f, today);
        }
        for (int row = 0; row < h.livestock; row++) {
            heads[h.livestockKind[row]] += h.heads[row];
        }
        for (int row = 0; row < latest; row++) {
            if (chunk.entitlements.outcome(row) == Outcome.GRANTED) {
                granted[chunk.entitlements.benefit[row]]++;
                if (chunk.entitlements.benefit[row] == Benefit.TARGETED_ASSISTANCE.ordinal()) {
                    assistanceByRegion[h.region[chunk.entitlements.family[row]]]++;
                }
            }
        }
    }

    private long today(Households h) {
        int month = h.coverage.asked().getFirst().to() + 1;
        return java.time.LocalDate.of(month / 12, month % 12 + 1, 1).toEpochDay();
    }

    private void countFamily(Chunk chunk, int f, long today) {
        Households h = chunk.truth;
        int region = h.region[f];
        int size = h.firstPerson[f + 1] - h.firstPerson[f];
        boolean village = SettlementType.RURAL.is(h.settlementType[f]);
        int children = 0;
        byRegion[region] += size;
        rural += village ? size : 0;
        (village ? sizesRural : sizesUrban)[Math.min(size, LARGEST - 1)]++;
        dwellings += chunk.dwelling
                        .text(f)
                        .substring(1)
                        .equals(chunk.familyId.text(f).substring(1))
                ? 1
                : 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            double age = (today - h.birthDate[p]) / 365.2425;
            boolean minor = age < 18;
            children += minor ? 1 : 0;
            men += Sex.M.is(h.sex[p]) ? 1 : 0;
            over65 += age >= 65 ? 1 : 0;
            over65ByRegion[region] += age >= 65 ? 1 : 0;
            disability[h.disability[p]]++;
            disabledByRegion[region] += h.disability[p] > 0 ? 1 : 0;
            absent[h.absence[p]]++;
            work[h.work[p]] += minor ? 0 : 1;
            awarded += h.award[p] > 0 ? 1 : 0;
            for (int i = h.firstIncome[p]; i < h.firstIncome[p + 1]; i++) {
                incomeByKind[h.incomeKind[i]] += h.incomeAmount[i];
                incomeByRegion[region] += Earnings.once(h.incomeKind[i]) ? 0 : h.incomeAmount[i];
            }
        }
        minors += children;
        minorsByRegion[region] += children;
        byChildren[Math.min(children, LARGEST - 1)]++;
    }

    /// A line of the report.
    ///
    /// @param tag `published`, `derived` or `assumption`, of the figure that the nation is held against
    public record Line(String what, String nation, String published, String difference, String tag, String source) {}

    /// The report as lines. Numbers of persons and families are scaled to the published population of 20.03
    /// million of July 2024.
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        double scale = 20_033_842.0 / persons;
        add(lines, "families", families * scale, 6_200_000, "published", "digital family card, 01.2026");
        add(lines, "dwellings", dwellings * scale, 5_990_000, "derived", "census 2021 and means of household sizes");
        add(lines, "persons in villages", rural * scale, 7_518_241, "published", "BNS, 1 October 2024");
        add(lines, "men and boys", men * scale, 9_780_000, "derived", "BNS, November 2023, groups of age");
        add(lines, "persons under 18", minors * scale, 6_841_527, "published", "BNS, 1 January 2024");
        add(lines, "persons of 65 and older", over65 * scale, 0.089 * 20_033_842, "published", "BNS, 1 July 2024");
        long large = byChildren[4] + byChildren[5] + byChildren[6] + byChildren[7] + byChildren[8];
        add(
                lines,
                "families with four and more children under 18",
                large * scale,
                604_000,
                "derived",
                "large-family benefit 2024–2025");
        int[] model = {0, 780_000, 880_000, 530_000, 400_000, 140_000, 45_000, 13_000, 6_000};
        for (int children = 1; children < LARGEST; children++) {
            add(
                    lines,
                    "families with " + children + (children == 8 ? "+" : "") + " under 18",
                    byChildren[children] * scale,
                    model[children],
                    "derived",
                    "our model on published totals");
        }
        add(
                lines,
                "mean size of a family in towns",
                mean(sizesUrban),
                3.0,
                "published",
                "households, BNS survey 2020, rounded",
                2);
        add(
                lines,
                "mean size of a family in villages",
                mean(sizesRural),
                4.0,
                "published",
                "households, BNS survey 2020, rounded",
                2);
        long disabled = disability[1] + disability[2] + disability[3] + disability[4];
        add(lines, "persons with a disability", disabled * scale, 732_000, "published", "ministry, 2024");
        add(lines, "children with a disability", disability[4] * scale, 109_500, "published", "BNS, 1 January 2024");
        add(lines, "on full state provision", absent[1] * scale, 41_703, "published", "BNS, end of 2023");
        add(lines, "awarded mothers", awarded * scale, 243_700, "published", "2025");
        add(
                lines,
                "registered unemployed",
                work[3] * scale,
                320_000,
                "assumption",
                "about 4.6 % of the labour force less the unregistered");
        farm(lines, scale);
        return lines;
    }

    private void farm(List<Line> lines, double scale) {
        add(
                lines,
                "cattle of households",
                heads[0] * scale,
                0.55 * 9_031_100,
                "published",
                "Statistics Committee, July 2020");
        add(lines, "sheep of households", heads[3] * scale, 0.48 * 25_900_000, "published", "BNS, June 2023");
        add(
                lines,
                "goats of households",
                heads[4] * scale,
                0.683 * 2_890_100,
                "published",
                "Statistics Committee, July 2020");
        add(
                lines,
                "horses of households",
                heads[1] * scale,
                0.5 * 3_500_000,
                "assumption",
                "half of the herd of January 2022");
        add(
                lines,
                "pigs of households",
                heads[5] * scale,
                0.655 * 969_800,
                "published",
                "Statistics Committee, July 2020");
        add(
                lines,
                "camels of households",
                heads[2] * scale,
                0.5 * 246_400,
                "assumption",
                "half of the herd of July 2020");
    }

    private static double mean(long[] sizes) {
        double sum = 0;
        double count = 0;
        for (int size = 1; size < sizes.length; size++) {
            sum += (double) size * sizes[size];
            count += sizes[size];
        }
        return sum / count;
    }

    private static void add(List<Line> lines, String what, double nation, double published, String tag, String source) {
        add(lines, what, nation, published, tag, source, 0);
    }

    private static void add(
            List<Line> lines, String what, double nation, double published, String tag, String source, int decimals) {
        lines.add(new Line(
                what,
                number(nation, decimals),
                number(published, decimals),
                String.format(Locale.ROOT, "%+.1f %%", 100 * (nation / published - 1)),
                tag,
                source));
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', ' ');
    }

    /// The report as Markdown.
    ///
    /// @param title how the nation was made
    /// @param incomeIndex incomes of the year against those of 2024
    public String markdown(String title, double incomeIndex) {
        var text = new StringBuilder("# How the synthetic nation compares with the published figures\n\n");
        text.append(title).append("\n\n");
        text.append(
                "Numbers are scaled to the 20 033 842 persons of July 2024. Each published figure is tagged: *published*, *derived* from ");
        text.append("published ones, or an *assumption* of ours. Models of ours are no official statistics.\n\n");
        text.append("| | nation | figure | difference | tag | source |\n|---|---:|---:|---:|---|---|\n");
        for (Line line : lines()) {
            text.append("| ")
                    .append(String.join(
                            " | ", line.what, line.nation, line.published, line.difference, line.tag, line.source));
            text.append(" |\n");
        }
        regions(text, incomeIndex);
        kinds(text);
        return text.toString();
    }

    private void regions(StringBuilder text, double incomeIndex) {
        var demography = new Demography();
        var levels = new Levels(demography);
        text.append("\n## By region\n\nCash income a head and month is held against that of 2024 × ")
                .append(number(incomeIndex, 2));
        text.append(
                "; families entitled to targeted assistance stand beside the families that received it in 2024 (recipients of a year, not of a ");
        text.append("month; the entitled are more because not everybody applies).\n\n");
        text.append(
                "| region | persons, thousand | published | under 18, % | model | 65+, % | with disability, per 1 000 | income a head, ₸ | published | entitled to assistance | received in 2024 |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        double scale = Levels.populationOf2024() / persons;
        for (Region region : Territory.regions()) {
            int code = region.code();
            double people = Math.max(1, byRegion[code]);
            text.append("| ")
                    .append(String.join(
                            " | ",
                            region.en(),
                            number(people * scale / 1000, 0),
                            number(region.population() / 1000.0, 0),
                            number(100 * minorsByRegion[code] / people, 1),
                            number(100 * demography.minorShare(code), 1),
                            number(100 * over65ByRegion[code] / people, 1),
                            number(1000 * disabledByRegion[code] / people, 1),
                            number(incomeByRegion[code] / people / Math.max(1, months), 0),
                            number(levels.incomePerHead(code) * incomeIndex, 0),
                            number(assistanceByRegion[code] * scale, 0),
                            number(levels.recipients(code), 0)));
            text.append(" |\n");
        }
    }

    private void kinds(StringBuilder text) {
        double all = 0;
        for (IncomeKind kind : IncomeKind.values()) {
            all += kind == IncomeKind.LOAN ? 0 : incomeByKind[kind.ordinal()];
        }
        text.append(
                "\n## Incomes by kind\n\nPublished for 2024: 75.2 % from labour, 21 % social transfers.\n\n| kind | share, % |\n|---|---:|\n");
        for (IncomeKind kind : IncomeKind.values()) {
            if (incomeByKind[kind.ordinal()] > 0) {
                text.append("| ")
                        .append(kind.code())
                        .append(" | ")
                        .append(number(100 * incomeByKind[kind.ordinal()] / all, 2))
                        .append(" |\n");
            }
        }
        text.append("\n## Entitled in the month of the day\n\n| act | granted, scaled |\n|---|---:|\n");
        double scale = 20_033_842.0 / persons;
        for (Benefit benefit : Benefit.values()) {
            text.append("| ")
                    .append(benefit.code())
                    .append(" | ")
                    .append(number(granted[benefit.ordinal()] * scale, 0))
                    .append(" |\n");
        }
        text.append("\nWanted ")
                .append(number((double) wanted, 0))
                .append(" persons, made ")
                .append(number((double) persons, 0));
        text.append(" in ")
                .append(number((double) families, 0))
                .append(" families. Columns of the format: ")
                .append(Column.values().length)
                .append(".\n");
    }
}
