package kz.shanyraq.office.benefits;

import javax.sql.DataSource;
import kz.shanyraq.office.database.OfficeDatabase;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What benefits need of the office around them.
@Configuration(proxyBeanMethods = false)
class BenefitsConfiguration {

    /// The sweeper over the office's own register; columns lie in its data folder while they are used.
    @Bean
    Sweeper sweeper(@Qualifier("intakeDataSource") DataSource source, OfficeDatabase database) {
        return new Sweeper(source, database.data().path());
    }
}
