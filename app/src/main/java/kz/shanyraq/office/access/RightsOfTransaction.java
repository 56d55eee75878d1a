package kz.shanyraq.office.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionSystemException;

/// Begins each transaction of the pages with the rights of the one who acts. Without it row-level security shows
/// nothing. Mass work has another pool, and no
/// such listener.
@Component
class RightsOfTransaction implements TransactionExecutionListener {

    private final DataSource office;

    RightsOfTransaction(DataSource dataSource) {
        this.office = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null || !(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            return;
        }
        switch (signedIn.acting()) {
            case Acting.Officer officer -> enter(officer.proof(), officer.post().id(), officer.purpose());
            case Acting.Citizen citizen -> enter(citizen.proof(), null, Purpose.OWN_DATA);
            case Acting.TheOffice theOffice -> {}
            case Acting.Nobody nobody -> {}
        }
    }

    private void enter(Proof proof, @Nullable UUID post, Purpose purpose) {
        Connection connection = DataSourceUtils.getConnection(office);
        try (PreparedStatement enter = connection.prepareStatement("select access.enter(?, ?, ?)")) {
            enter.setString(1, proof.token());
            enter.setObject(2, post, Types.OTHER);
            enter.setString(3, purpose.word());
            enter.execute();
        } catch (SQLException refused) {
            throw new TransactionSystemException("The rights of the transaction could not be entered.", refused);
        } finally {
            DataSourceUtils.releaseConnection(connection, office);
        }
    }
}
