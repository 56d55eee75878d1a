package kz.shanyraq.office.benefits;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.office.registry.Figures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Publishes what a sweep over all families counted, for those who see no names: by the rule of
/// [Figures], so that no count under five is shown or can be worked out. Between two sweeps nothing is published anew.
///
/// Receiving and not receiving are one table; those of whom it is not known are another, that shares no total with it.
@Component
public class Publication {

    static final String LEVELS = "wellbeing";
    static final String FACTS_MISSING = "missing";

    /// The levels of wellbeing, and last the families of which a fact is missing.
    static final List<String> LEVEL_CATEGORIES = List.of("A", "B", "C", "D", "E", FACTS_MISSING);

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private static final String LAST_SWEPT =
            "select max(closed_at) from benefits.sweep where delivery is null and state = 'done'";

    private static final String FAMILIES = """
            select kato / 100000 * 100000 as district, level, sum(families)::bigint as families
            from benefits.level_figure group by 1, 2 having sum(families) > 0
            """;

    private static final String FINDINGS = """
            select topic, kato / 100000 * 100000 as district, state, sum(findings)::bigint as findings, sum(monthly)::bigint as monthly,
                sum(once)::bigint as once
            from benefits.figure where topic < 100 and state between 1 and 3 group by 1, 2, 3
            """;

    private record Level(int district, String level, long families) {}

    private record Finding(int topic, int district, int state, long findings, long monthly, long once) {}

    private final JdbcClient db;
    private final Figures figures;

    Publication(@Qualifier("intakeDb") JdbcClient db, Figures figures) {
        this.db = db;
        this.figures = figures;
    }

    /// Publishes if a sweep ended since the last time, whoever called it.
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    @Transactional("intakeTransactions")
    public void ifWanted() {
        OffsetDateTime swept =
                db.sql(LAST_SWEPT).query(OffsetDateTime.class).optional().orElse(null);
        OffsetDateTime published = figures.countedAt(LEVELS).orElse(null);
        if (swept != null && (published == null || swept.isAfter(published))) {
            publish();
        }
    }

    /// Publishes what holds now.
    @Transactional("intakeTransactions")
    public void publish() {
        long began = System.nanoTime();
        Map<Integer, long[]> levels = new TreeMap<>();
        for (Level level : db.sql(FAMILIES).query(Level.class).list()) {
            int category = LEVEL_CATEGORIES.indexOf(level.level().isEmpty() ? FACTS_MISSING : level.level());
            levels.computeIfAbsent(level.district(), district -> new long[LEVEL_CATEGORIES.size()])[category] =
                    level.families();
        }
        figures.publish(LEVELS, LEVEL_CATEGORIES, levels, List.of());
        Map<Integer, Counts> counts = new HashMap<>();
        for (Finding finding : db.sql(FINDINGS).query(Finding.class).list()) {
            counts.computeIfAbsent(finding.topic(), topic -> new Counts(levels.keySet()))
                    .add(finding);
        }
        for (Topic benefit : TakeUp.benefits()) {
            Counts of = counts.getOrDefault(benefit.id(), new Counts(List.of()));
            figures.publish(
                    TakeUp.MEASURE + benefit.code(),
                    List.of(TakeUp.UNRECEIVED, TakeUp.RECEIVED),
                    of.known,
                    List.of(
                            new Figures.Sums(TakeUp.MONTHLY, 0, of.monthly),
                            new Figures.Sums(TakeUp.ONCE, 0, of.once)));
            figures.publish(TakeUp.UNKNOWN_MEASURE + benefit.code(), List.of(TakeUp.UNKNOWN), of.unknown, List.of());
        }
        LOG.info("Published what the sweep counted in {} ms.", (System.nanoTime() - began) / 1_000_000);
    }

    /// What is counted of a benefit, by district: each district where families live is there.
    private static final class Counts {
        private final Map<Integer, long[]> known = new TreeMap<>();
        private final Map<Integer, long[]> unknown = new TreeMap<>();
        private final Map<Integer, Long> monthly = new TreeMap<>();
        private final Map<Integer, Long> once = new TreeMap<>();

        Counts(Iterable<Integer> districts) {
            districts.forEach(this::district);
        }

        private void district(int kato) {
            known.computeIfAbsent(kato, district -> new long[2]);
            unknown.computeIfAbsent(kato, district -> new long[1]);
        }

        void add(Finding finding) {
            district(finding.district());
            if (State.of(finding.state()) == State.RECEIPT_UNKNOWN) {
                unknown.getOrDefault(finding.district(), new long[1])[0] = finding.findings();
            } else if (State.of(finding.state()) == State.UNRECEIVED) {
                known.getOrDefault(finding.district(), new long[2])[0] = finding.findings();
                monthly.put(finding.district(), finding.monthly());
                once.put(finding.district(), finding.once());
            } else {
                known.getOrDefault(finding.district(), new long[2])[1] = finding.findings();
            }
        }
    }
}
