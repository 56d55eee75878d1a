package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import kz.shanyraq.bench.measure.Contender;
import kz.shanyraq.bench.measure.Pieces;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/// The rule by Drools, alone: the facts of the first families are in memory, and each session decides a thousand of
/// them. Its knowledge base is compiled beforehand.
final class Drools implements Contender {

    /// How many families it decides at most; its time is then scaled.
    static final int MOST = 200_000;

    private static final int SESSION = 1_000;

    private final KieBase rules;
    private final List<DroolsFacts.Family> facts;
    private final int[] familyId;
    private final Decisions decisions;

    /// Makes the facts and compiles the rules.
    Drools(Work work) throws IOException {
        int families = Math.min(MOST, work.families());
        var block = new Households(families, 4 * families);
        try (var snapshot = Snapshot.map(work.snapshot())) {
            snapshot.read(0, families, block);
        }
        this.facts = DroolsFacts.of(block, Rates.law());
        this.familyId = Arrays.copyOf(block.familyId, families);
        this.decisions = new Decisions(families);
        try (var drl = Objects.requireNonNull(Drools.class.getResourceAsStream("tsa19.drl"))) {
            this.rules = new KieHelper()
                    .addContent(new String(drl.readAllBytes(), StandardCharsets.UTF_8), ResourceType.DRL)
                    .build();
        }
    }

    @Override
    public void run() throws Exception {
        Arrays.fill(decisions.reason, (byte) 0);
        Arrays.fill(decisions.amount, 0);
        Arrays.fill(decisions.type, (byte) 0);
        var answers = new DroolsFacts.Answers(decisions);
        Pieces.share(Work.THREADS, (facts.size() + SESSION - 1) / SESSION, () -> piece -> {
            int from = piece * SESSION;
            var session = rules.newKieSession();
            try {
                session.setGlobal("answers", answers);
                facts.subList(from, Math.min(facts.size(), from + SESSION)).forEach(session::insert);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
        });
    }

    /// Over the families that it decided.
    @Override
    public long checksum() {
        return Checksum.of(familyId, decisions, familyId.length);
    }
}
