package kz.shanyraq.office.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import kz.shanyraq.office.database.TestDatabase;
import org.junit.jupiter.api.Test;

/// Who keeps a source is said in the language of the page.
class OwnersTest {

    @Test
    void the_owner_of_every_source_has_words_in_three_languages() {
        var missing = new ArrayList<String>();
        for (String source : TestDatabase.fresh()
                .asAdmin()
                .sql("select code from registry.source order by 1")
                .query(String.class)
                .list()) {
            for (String language : new String[] {"kk", "ru", "en"}) {
                var words = ResourceBundle.getBundle("messages/monitoring", Locale.of(language));
                if (!words.containsKey("monitoring.owner." + source)) {
                    missing.add(source + " " + language);
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
