package kz.shanyraq.office.access;

import java.util.List;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Territories by name, as far as the registry knows them.
@Component
public class TerritoryNames {

    private final ObjectProvider<Places> places;
    private final Words words;

    TerritoryNames(ObjectProvider<Places> places, Words words) {
        this.places = places;
        this.words = words;
    }

    /// The name of a territory, or its code.
    public String name(Territory territory, Language language) {
        if (territory.equals(Territory.REPUBLIC)) {
            return words.get(language, "access.republic");
        }
        Places known = places.getIfAvailable();
        return known == null ? Integer.toString(territory.kato()) : known.name(territory.kato(), language);
    }

    /// Regions and districts to choose from; empty when the registry does not tell.
    public List<Integer> all() {
        Places known = places.getIfAvailable();
        return known == null ? List.of() : known.all();
    }
}
