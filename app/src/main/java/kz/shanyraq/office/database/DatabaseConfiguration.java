package kz.shanyraq.office.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.TransactionExecutionListener;

/// The database as the office's other modules see it: two pools, each with its client and its transactions.
///
/// Without a qualifier one gets what the pages use. Mass work names its own: `@Qualifier("intakeDb")`,
/// `@Transactional("intakeTransactions")`.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DatabaseConfiguration {

    /// The database of the settings `shanyraq.data` and `shanyraq.db.url`, unless whoever starts the office has
    /// opened it before.
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    OfficeDatabase officeDatabase(Environment environment) {
        var log = LoggerFactory.getLogger(OfficeDatabase.class);
        return OfficeDatabase.forOffice(
                DataFolder.of(Path.of(environment.getProperty("shanyraq.data", ".shanyraq/office"))),
                environment.getProperty("shanyraq.db.url"),
                log::info);
    }

    /// The connections of the pages.
    @Bean
    @Primary
    HikariDataSource dataSource(OfficeDatabase database) {
        return Pools.office(database.server());
    }

    /// The connections of mass work.
    @Bean
    HikariDataSource intakeDataSource(OfficeDatabase database) {
        return Pools.intake(database.server());
    }

    /// Statements of the pages.
    @Bean
    @Primary
    JdbcClient db(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    /// Statements of mass work.
    @Bean
    JdbcClient intakeDb(@Qualifier("intakeDataSource") DataSource intakeDataSource) {
        return JdbcClient.create(intakeDataSource);
    }

    /// Transactions of the pages: who listens to them sets the rights of each.
    @Bean
    @Primary
    JdbcTransactionManager transactionManager(
            DataSource dataSource, ObjectProvider<TransactionExecutionListener> listeners) {
        var transactions = new JdbcTransactionManager(dataSource);
        transactions.setTransactionExecutionListeners(listeners.orderedStream().toList());
        return transactions;
    }

    /// Transactions of mass work.
    @Bean
    JdbcTransactionManager intakeTransactions(@Qualifier("intakeDataSource") DataSource intakeDataSource) {
        return new JdbcTransactionManager(intakeDataSource);
    }
}
