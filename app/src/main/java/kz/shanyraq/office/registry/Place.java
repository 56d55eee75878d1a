package kz.shanyraq.office.registry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place by its code, with the names of what it lies in.
///
/// @param kato its code
/// @param region the region's names in Kazakh, Russian and English; likewise district and settlement, where the
/// classifier has them
public record Place(
        int kato,
        @Nullable Names region,
        @Nullable Names district,
        @Nullable Names settlement) {

    /// A name in three languages.
    public record Names(String kk, String ru, String en) {
        private static final Pattern SORT =
                Pattern.compile("^(г\\.|район) | (қаласы|ауданы|район|district)$", Pattern.CASE_INSENSITIVE);

        /// The name without the word for what sort of place it is, such as "Abay" for "Abay district".
        public String brief(String language) {
            return SORT.matcher(in(language)).replaceAll("");
        }

        /// The name in a language, by its code.
        public String in(String language) {
            return switch (language) {
                case "kk" -> kk;
                case "ru" -> ru;
                default -> en;
            };
        }
    }

    /// The finest name that is known, with the district's before it, in a language by its code.
    public String in(String language) {
        if (settlement != null && district != null && !settlement.equals(district)) {
            return district.in(language) + ", " + settlement.in(language);
        }
        if (district != null) {
            return region == null || region.equals(district)
                    ? district.in(language)
                    : region.in(language) + ", " + district.in(language);
        }
        return region == null ? Integer.toString(kato) : region.in(language);
    }
}
