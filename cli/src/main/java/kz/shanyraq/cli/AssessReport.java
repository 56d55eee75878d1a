package kz.shanyraq.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.run.Assess;
import kz.shanyraq.nation.run.ResultFiles;
import kz.shanyraq.nation.run.StepsJson;
import kz.shanyraq.nation.run.Tally;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assistance.Edition;
import kz.shanyraq.policy.assistance.Rates;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Looked.Instead;
import kz.shanyraq.policy.figures.Numbers;

/// What a run did, as a text or as JSON: counts in and out, outcomes and sums by act, what had to stand in,
/// what was rejected.
final class AssessReport {

    private final Assess.Wanted wanted;
    private final Assess.Report report;
    private final Tally tally;
    private final double seconds;

    AssessReport(Assess.Wanted wanted, Assess.Report report, double seconds) {
        this.wanted = wanted;
        this.report = report;
        this.tally = report.tally();
        this.seconds = seconds;
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add("%s: %s families, %s persons, in %.1f s (%s families a second)%s"
                .formatted(
                        wanted.month(),
                        Progress.grouped(tally.families),
                        Progress.grouped(tally.persons),
                        seconds,
                        Progress.grouped((long) (tally.families / Math.max(0.001, seconds))),
                        report.partsDoneBefore() == 0
                                ? ""
                                : "; %d parts had been done before".formatted(report.partsDoneBefore())));
        lines.add("");
        lines.add("%-22s %-8s %12s %12s %12s %12s %18s %18s"
                .formatted("act", "edition", "granted", "refused", "undecided", "rows", "tenge a month", "tenge once"));
        for (Benefit benefit : wanted.benefits()) {
            lines.add(report.notInForce().containsKey(benefit) ? notInForce(benefit) : act(benefit));
        }
        lines.add("");
        lines.add("Families: %s in = %s assessed + %s not assessed (a row of theirs was rejected)"
                .formatted(
                        Progress.grouped(tally.families),
                        Progress.grouped(tally.families - tally.notAssessed),
                        Progress.grouped(tally.notAssessed)));
        lines.add("Rows:     %s read = %s accepted + %s rejected; %s results written"
                .formatted(
                        Progress.grouped(report.rowsRead()),
                        Progress.grouped(report.rowsRead() - report.rejectedRows()),
                        Progress.grouped(report.rejectedRows()),
                        Progress.grouped(tally.rows())));
        report.rejectedByColumn()
                .forEach((column, rows) -> lines.add("          %s: %s".formatted(column, Progress.grouped(rows))));
        if (report.rejectedRows() > 0) {
            lines.add("          They are listed in %s.".formatted(wanted.out().resolveSibling("rejects.csv")));
        }
        lines.addAll(standIns());
        lines.add("Written:  %s".formatted(wanted.out()));
        if (wanted.wellbeing()) {
            lines.add("          %s (%s rows%s)"
                    .formatted(
                            ResultFiles.beside(wanted.out(), "wellbeing"),
                            Progress.grouped(tally.wellbeing),
                            report.wellbeingInForce() ? "" : "; no model is in force in this month"));
        }
        if (wanted.signals()) {
            lines.add("          %s (%s rows)"
                    .formatted(ResultFiles.beside(wanted.out(), "signals"), Progress.grouped(tally.signals)));
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private String act(Benefit benefit) {
        return "%-22s %-8s %12s %12s %12s %12s %18s %18s"
                .formatted(
                        benefit.code(),
                        report.catalogue().edition(benefit),
                        Progress.grouped(tally.rows(benefit, Outcome.GRANTED)),
                        Progress.grouped(tally.rows(benefit, Outcome.REFUSED)),
                        Progress.grouped(tally.rows(benefit, Outcome.UNDECIDED)),
                        Progress.grouped(tally.rows(benefit)),
                        Progress.grouped(tally.monthly[benefit.ordinal()]),
                        Progress.grouped(tally.once[benefit.ordinal()]));
    }

    private static String notInForce(Benefit benefit) {
        return "%-22s %s".formatted(benefit.code(), "not_in_force");
    }

    /// Figures of regions that were not known, by what stood in for them.
    private List<String> standIns() {
        var families = new TreeMap<String, Long>();
        var regions = new TreeMap<String, Integer>();
        for (Map.Entry<String, Long> entry : standInFamilies().entrySet()) {
            families.merge(entry.getKey(), entry.getValue(), Long::sum);
        }
        countRegions(regions);
        var lines = new ArrayList<String>();
        families.forEach((what, count) -> lines.add("Figures:  %s: %d regions, %s families"
                .formatted(what, regions.getOrDefault(what, 0), Progress.grouped(count))));
        return lines;
    }

    private Map<String, Long> standInFamilies() {
        var families = new TreeMap<String, Long>();
        eachStandIn((what, region) -> families.merge(what, tally.byRegion[region], Long::sum));
        return families;
    }

    private void countRegions(Map<String, Integer> regions) {
        eachStandIn((what, region) -> regions.merge(what, 1, Integer::sum));
    }

    private interface StandIn {
        void in(String what, int region);
    }

    private void eachStandIn(StandIn standIn) {
        if (!wanted.benefits().contains(Benefit.TARGETED_ASSISTANCE)) {
            return;
        }
        for (int region = 0; region < Figures.REGIONS; region++) {
            Numbers numbers = tally.byRegion[region] == 0
                    ? null
                    : report.catalogue().numbers(Benefit.TARGETED_ASSISTANCE, region);
            if (numbers == null) {
                continue;
            }
            boolean median = false;
            var seen = new EnumMap<Instead, Boolean>(Instead.class);
            for (Looked looked : numbers.looked()) {
                String name = looked.figure().name();
                if (name.equals(Figures.MEDIAN_INCOME)) {
                    median = true;
                    if (looked.instead() != Instead.NOTHING) {
                        standIn.in("median of the region not known, that of the republic taken", region);
                    }
                }
                boolean minimum = name.startsWith(Figures.SUBSISTENCE_MINIMUM);
                if (minimum && looked.instead() != Instead.NOTHING && seen.put(looked.instead(), true) == null) {
                    standIn.in(
                            "subsistence minimum of the region not known, "
                                    + (looked.instead() == Instead.REPUBLIC
                                            ? "that of the republic"
                                            : "that of the budget law")
                                    + " taken",
                            region);
                }
            }
            if (!median && numbers instanceof Rates rates && rates.edition().compareTo(Edition.V5) >= 0) {
                standIn.in("median missing, 70 % of the subsistence minimum taken", region);
            }
        }
    }

    String json() {
        var json = new StringBuilder("{\"month\":")
                .append(StepsJson.quoted(wanted.month().toString()));
        json.append(",\"families\":").append(tally.families);
        json.append(",\"persons\":").append(tally.persons);
        json.append(",\"not_assessed\":").append(tally.notAssessed);
        json.append(",\"seconds\":").append(String.format(Locale.ROOT, "%.3f", seconds));
        json.append(",\"rows_read\":").append(report.rowsRead());
        json.append(",\"rows_rejected\":").append(report.rejectedRows());
        json.append(",\"rows_written\":").append(tally.rows());
        json.append(",\"acts\":[");
        String separator = "";
        for (Benefit benefit : wanted.benefits()) {
            json.append(separator).append("{\"act\":").append(StepsJson.quoted(benefit.code()));
            if (report.notInForce().containsKey(benefit)) {
                json.append(",\"not_in_force\":true");
            } else {
                json.append(",\"edition\":")
                        .append(StepsJson.quoted(report.catalogue().edition(benefit)));
                for (Outcome outcome : Outcome.values()) {
                    json.append(",\"").append(outcome.code()).append("\":").append(tally.rows(benefit, outcome));
                }
                json.append(",\"monthly\":").append(tally.monthly[benefit.ordinal()]);
                json.append(",\"once\":").append(tally.once[benefit.ordinal()]);
            }
            json.append('}');
            separator = ",";
        }
        json.append("],\"figures_instead\":{");
        separator = "";
        for (Map.Entry<String, Long> entry : standInFamilies().entrySet()) {
            json.append(separator)
                    .append(StepsJson.quoted(entry.getKey()))
                    .append(':')
                    .append(entry.getValue());
            separator = ",";
        }
        return json.append("}}").append(System.lineSeparator()).toString();
    }
}
