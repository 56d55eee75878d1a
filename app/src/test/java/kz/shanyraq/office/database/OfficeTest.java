package kz.shanyraq.office.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kz.shanyraq.office.Office;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// A test of the whole office over a fresh database; tests with the same settings share both.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Office.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OfficeTest.WithDatabase.class)
public @interface OfficeTest {

    /// Gives the office a database and a data folder of its own.
    final class WithDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = TestDatabase.fresh();
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context, "shanyraq.db.url=" + database.url(), "shanyraq.data=target/test-data/" + database.name());
        }
    }
}
