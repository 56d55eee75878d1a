package kz.shanyraq.office.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.shanyraq.office.registry.FamilyId;

/// A family that does not exist, to compare with one under protection.
final class Nowhere {

    private static final Neighbour NOBODY =
            Neighbour.of("Жоқбайқызова", "Болмаған", "Ешкімқызы", 'f', "1994-04-03", "head", "+77010000999", 9876);

    /// The same address about nobody.
    static String instead(String address, Village village, Household family) {
        String other =
                address.startsWith("/duplicates/") ? address.replace("/" + village.pair(family), "/8499999") : address;
        for (Map.Entry<String, String> word : words(village, family).entrySet()) {
            other = other.replace(word.getKey(), word.getValue());
        }
        return other;
    }

    /// An answer without what differs between any two: what was asked, tokens, codes.
    static String leveled(Visit.Answer answer, String address) {
        String query = java.net.URLDecoder.decode(
                address.substring(address.indexOf('?') + 1), java.nio.charset.StandardCharsets.UTF_8);
        String level = answer.status() + "\n"
                + answer.body()
                        .replace(
                                address.substring(0, address.contains("?") ? address.indexOf('?') : address.length()),
                                "ADDRESS")
                        .replace(address.substring(address.indexOf('?') + 1), "QUERY")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "CSRF")
                        .replaceAll("\\?[^\"]*(lang|theme|density|keys)=\\w+", "SWITCH");
        for (String word : query.split("&")) {
            String value = word.substring(word.indexOf('=') + 1);
            if (value.length() > 2) {
                level = level.replace(value, "ASKED");
            }
        }
        return level;
    }

    private static Map<String, String> words(Village village, Household family) {
        Neighbour head = family.head();
        var words = new LinkedHashMap<String, String>();
        words.put(village.id(family).number(), new FamilyId(73_999_999L).number());
        words.put(Long.toString(village.id(head)), "84999999");
        words.put(head.iin(), NOBODY.iin());
        words.put(Visit.encoded(head.lastName()), Visit.encoded(NOBODY.lastName()));
        words.put(Visit.encoded(head.firstName()), Visit.encoded(NOBODY.firstName()));
        words.put(Visit.encoded(head.phone()), Visit.encoded(NOBODY.phone()));
        words.put(Visit.encoded(family.street()), Visit.encoded("Жоқкөше"));
        return words;
    }

    private Nowhere() {}
}
