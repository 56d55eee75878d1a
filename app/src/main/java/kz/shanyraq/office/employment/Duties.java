package kz.shanyraq.office.employment;

import java.time.LocalDate;
import java.util.UUID;
import kz.shanyraq.office.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the career centre writes into a contract: duties, what became of them, and the steps of the
/// individual plans.
@Component
public class Duties {

    private static final String ADD = """
            insert into employment.duty (contract_id, family_id, person_id, kind, words, due)
            select p.contract_id, p.family_id, p.person_id, :kind, :words, :due
            from employment.party p join employment.contract c on c.id = p.contract_id
            where p.contract_id = :contract and p.person_id = :person and p.standing = 'duty' and c.state in ('offered', 'signed', 'running')
            """;
    private static final String SET = """
            update employment.duty d set state = :state
            from employment.contract c
            where d.id = :duty and d.contract_id = :contract and c.id = d.contract_id and c.state in ('offered', 'signed', 'running')
                and d.state <> :state and (:state <> 'missed' or d.due < access.today() and c.signed_on is not null)
            """;
    private static final String SAY = """
            insert into employment.duty_word (duty_id, family_id, person_id, state, proof, words, officer)
            select id, family_id, person_id, :state, :proof, :words, :officer from employment.duty where id = :duty
            """;
    private static final String PLAN = """
            insert into employment.step (contract_id, family_id, person_id, day, words)
            select p.contract_id, p.family_id, p.person_id, :day, :words
            from employment.party p join employment.contract c on c.id = p.contract_id
            where p.contract_id = :contract and p.person_id = :person and c.state in ('offered', 'signed', 'running')
            """;
    private static final String TAKEN = """
            update employment.step set done_on = access.today() where id = :step and contract_id = :contract and done_on is null
            """;

    private final JdbcClient db;

    Duties(JdbcClient db) {
        this.db = db;
    }

    /// Writes a duty of a member who has duties.
    ///
    /// @return whether there is such a member, and the contract has not ended
    @Transactional
    public boolean add(long contract, PersonId person, DutyKind kind, @Nullable String words, LocalDate due) {
        return db.sql(ADD)
                        .param("contract", contract)
                        .param("person", person.value())
                        .param("kind", kind.code())
                        .param("words", words)
                        .param("due", due)
                        .update()
                == 1;
    }

    /// Says what became of a duty. Missed is a duty only after its last day, and only of a contract that is
    /// signed.
    ///
    /// @param proof document or register, if it was done
    /// @param words the document or fact, or the reason
    /// @return whether that could be said
    @Transactional
    public boolean say(long contract, long duty, DutyState state, @Nullable String proof, String words, UUID officer) {
        int changed = db.sql(SET)
                .param("contract", contract)
                .param("duty", duty)
                .param("state", state.code())
                .update();
        if (changed == 0) {
            return false;
        }
        db.sql(SAY)
                .param("duty", duty)
                .param("state", state.code())
                .param("proof", proof)
                .param("words", words)
                .param("officer", officer)
                .update();
        return true;
    }

    /// Adds a step to a member's plan.
    ///
    /// @return whether there is such a member, and the contract has not ended
    @Transactional
    public boolean plan(long contract, PersonId person, LocalDate day, String words) {
        return db.sql(PLAN)
                        .param("contract", contract)
                        .param("person", person.value())
                        .param("day", day)
                        .param("words", words)
                        .update()
                == 1;
    }

    /// Notes that a step was taken today.
    @Transactional
    public boolean taken(long contract, long step) {
        return db.sql(TAKEN).param("contract", contract).param("step", step).update() == 1;
    }
}
