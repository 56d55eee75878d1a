package kz.shanyraq.office.benefits;

import kz.shanyraq.office.employment.ContractBroken;
import kz.shanyraq.policy.Benefit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// What follows from a broken social contract: no more is ordered of the family's targeted assistance until an officer
/// ends it by a decision, or releases it. What is due stays due, so that nothing is lost by an error.
@Component
class BrokenContracts {

    private static final String HOLD = """
            update benefits.award set held = 'contract', held_since = access.today(), held_reason = :reason
            where family_id = :family and topic = :topic and held is null
            """;

    private final JdbcClient intake;

    BrokenContracts(@Qualifier("intakeDb") JdbcClient intake) {
        this.intake = intake;
    }

    @Async
    @TransactionalEventListener
    @Transactional(value = "intakeTransactions", propagation = Propagation.REQUIRES_NEW)
    void on(ContractBroken broken) {
        intake.sql(HOLD)
                .param("family", broken.family().value())
                .param("topic", Topic.of(Benefit.TARGETED_ASSISTANCE).id())
                .param("reason", "№ " + broken.contract())
                .update();
    }
}
