package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.page.Bands;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.Telling;
import kz.shanyraq.policy.explain.Words;

/// Who of a family gets what, and since when, as the register of payments tells it: the last twelve months and the next
/// three.
public record ReceiptsView(FamilyFile file) {

    private static final int BACK = 12;
    private static final int AHEAD = 3;

    private record Of(long person, String name, String benefit) {}

    private record Span(YearMonth from, YearMonth until) {}

    /// The picture; without bands nobody gets anything that is known.
    public Bands bands(Text t) {
        YearMonth now = YearMonth.from(t.today());
        YearMonth first = now.minusMonths(BACK);
        YearMonth end = now.plusMonths(AHEAD + 1);
        Map<Of, List<Span>> spans = new LinkedHashMap<>();
        for (Member member : file.members()) {
            file.past(FactSheet.STANDING, row -> row.replacedBy() == null && FamilyFile.isOf(row, member)).stream()
                    .sorted(Comparator.comparing(ReceiptsView::from))
                    .forEach(row -> add(spans, member, row, first, end));
        }
        Words words = Words.in(LawWords.language(t));
        List<Bands.Band> bands = new ArrayList<>();
        spans.forEach((of, each) -> each.stream()
                .filter(span -> span.until.isAfter(first) && span.from.isBefore(end))
                .forEach(
                        span -> bands.add(new Bands.Band(name(of.benefit, words, t), of.name, span.from, span.until))));
        return new Bands(t, t.say("benefits.receipts"), first, BACK + 1 + AHEAD, now, List.copyOf(bands));
    }

    private static void add(Map<Of, List<Span>> spans, Member member, Telling row, YearMonth first, YearMonth end) {
        String receives = row.cell("receives");
        if (receives == null || receives.isEmpty()) {
            return;
        }
        LocalDate since = row.from();
        LocalDate over = row.until();
        YearMonth from = since == null ? first : YearMonth.from(since);
        YearMonth until = over == null ? end : YearMonth.from(over);
        for (String benefit : Arrays.asList(receives.split("\\|"))) {
            List<Span> each = spans.computeIfAbsent(
                    new Of(member.id().value(), member.called(), benefit), any -> new ArrayList<>());
            if (!each.isEmpty() && !from.isAfter(each.getLast().until)) {
                Span before = each.removeLast();
                each.add(new Span(before.from, until.isAfter(before.until) ? until : before.until));
            } else {
                each.add(new Span(from, until));
            }
        }
    }

    private static LocalDate from(Telling row) {
        LocalDate from = row.from();
        return from == null ? LocalDate.MIN : from;
    }

    private static String name(String benefit, Words words, Text t) {
        String name = words.find("benefit." + benefit);
        return name == null ? t.say("benefits.receipts.other") : name;
    }
}
