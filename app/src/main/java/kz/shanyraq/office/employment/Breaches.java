package kz.shanyraq.office.employment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.registry.Correction;
import kz.shanyraq.office.registry.Corrections;
import kz.shanyraq.office.registry.FactSheet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The way to the end of a contract: the career centre warns, the family may answer, the centre proposes,
/// and another person decides. Nothing happens by a clock.
@Component
public class Breaches {

    private static final String WARN = """
            insert into employment.breach (contract_id, family_id, kind, warning, answer_by, warned_by)
            select id, family_id, :kind, :warning, :answer_by, :officer from employment.contract c
            where id = :contract and state in ('offered', 'signed', 'running')
                and (:kind = 'refused' or exists (select from employment.duty d where d.contract_id = c.id and d.state = 'missed'))
            on conflict (contract_id) where outcome is null do nothing returning id
            """;
    private static final String PROPOSE = """
            update employment.breach set proposal = :words, proposed_by = :officer, proposed_at = clock_timestamp()
            where contract_id = :contract and outcome is null and proposal is null and answer_by < access.today()
            """;
    private static final String WITHDRAW = """
            update employment.breach set outcome = 'withdrawn', words = :words, decided_by = :officer, decided_at = clock_timestamp()
            where contract_id = :contract and outcome is null
            """;
    private static final String DECIDE = """
            update employment.breach set outcome = :outcome, words = :words, decided_by = :officer, decided_at = clock_timestamp()
            where contract_id = :contract and outcome is null and proposal is not null
                and warned_by <> :officer and proposed_by <> :officer
            returning kind
            """;
    private static final String END = """
            update employment.contract set state = :state, ended_on = :day, words = :words
            where id = :contract and state in ('offered', 'signed', 'running')
            """;

    private final JdbcClient db;
    private final Corrections corrections;
    private final ContractNews news;
    private final ApplicationEventPublisher events;

    Breaches(JdbcClient db, Corrections corrections, ContractNews news, ApplicationEventPublisher events) {
        this.news = news;
        this.db = db;
        this.corrections = corrections;
        this.events = events;
    }

    /// Warns a family: what was missed or refused, what follows, and until when it may answer.
    ///
    /// @param refused whether measures of employment or the contract itself are refused; else duties were
    /// missed
    /// @return whether it was possible: the contract lives, no other warning is open, a duty was missed
    @Transactional
    public boolean warn(Contract contract, boolean refused, String warning, LocalDate answerBy, UUID officer) {
        Optional<Long> warned = db.sql(WARN)
                .param("contract", contract.id())
                .param("kind", refused ? "refused" : "broken")
                .param("warning", warning)
                .param("answer_by", answerBy)
                .param("officer", officer)
                .query(Long.class)
                .optional();
        warned.ifPresent(breach -> news.warned(contract.id(), breach, answerBy));
        return warned.isPresent();
    }

    /// Proposes that the contract ends, when the family has had its time to answer.
    @Transactional
    public boolean propose(Contract contract, String words, UUID officer) {
        return db.sql(PROPOSE)
                        .param("contract", contract.id())
                        .param("words", words)
                        .param("officer", officer)
                        .update()
                == 1;
    }

    /// Takes warning or proposal back.
    @Transactional
    public boolean withdraw(Contract contract, String words, UUID officer) {
        return db.sql(WITHDRAW)
                        .param("contract", contract.id())
                        .param("words", words)
                        .param("officer", officer)
                        .update()
                == 1;
    }

    /// The second person lets the contract go on, or ends it. An end becomes a fact about the family, by
    /// which the law bars it for six months, and is told to whoever pays.
    ///
    /// @return whether it could be decided: it is proposed, and by another person
    @Transactional
    public boolean decide(Contract contract, boolean ends, String words, UUID officer) {
        Optional<String> kind = db.sql(DECIDE)
                .param("contract", contract.id())
                .param("outcome", ends ? "confirmed" : "kept")
                .param("words", words)
                .param("officer", officer)
                .query(String.class)
                .optional();
        if (kind.isEmpty() || !ends) {
            return kind.isPresent();
        }
        boolean refused = kind.get().equals("refused");
        LocalDate today = LocalDate.now(Looks.ZONE);
        // A contract that nobody signed cannot be broken: it ends, and what counts is the refusal.
        boolean signed = contract.signedOn() != null;
        db.sql(END)
                .param("contract", contract.id())
                .param("state", signed ? "broken" : "ended")
                .param("day", today)
                .param("words", words)
                .update();
        corrections.correct(
                new Correction(
                        contract.family(),
                        null,
                        FactSheet.CONDUCT,
                        refused ? "refused_work_on" : "contract_broken_on",
                        today.toString(),
                        today,
                        words,
                        "Әлеуметтік келісімшарт № " + contract.id()),
                officer);
        news.ended(contract.id(), today);
        events.publishEvent(new ContractBroken(contract.id(), contract.family(), today));
        return true;
    }
}
