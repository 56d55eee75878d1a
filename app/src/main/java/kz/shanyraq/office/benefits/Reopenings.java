package kz.shanyraq.office.benefits;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Payments that came to nothing: nothing more is ordered of their awards until there is another account, though all
/// stays due. The office itself says so, when the bank has.
@Component
public class Reopenings {

    private static final String HOLD = """
            update benefits.award set held = :held, held_since = access.today(), held_reason = :reason where id = any(:awards) and held is null
            """;

    private final JdbcClient intake;

    Reopenings(@Qualifier("intakeDb") JdbcClient intake) {
        this.intake = intake;
    }

    /// Holds awards that are not held yet.
    ///
    /// @param held account: the bank refused it; returned: money came back
    /// @param reason the bank's code
    @Transactional("intakeTransactions")
    public int reopen(List<Long> awards, Awards.Held held, String reason) {
        return intake.sql(HOLD)
                .param("held", held.word())
                .param("reason", reason)
                .param("awards", awards.toArray(Long[]::new))
                .update();
    }
}
