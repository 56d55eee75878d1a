package kz.shanyraq.nation.synthetic;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.nation.Resource;

/// Invented names of people and villages, in Kazakh and in Russian. Kazakh names typed by us, Russian ones
/// from Faker (MIT); names come by cohort.
final class Names {

    /// A given name with its weights by cohort: born before 1960, 1960 to 1989, later.
    private record Given(String name, double[] weights) {}

    private record Surname(String male, String female) {}

    private static final int COHORTS = 3;

    private static final List<String> FIRST_PARTS = List.of(
            "Ақ", "Қара", "Көк", "Сары", "Қызыл", "Жаңа", "Тас", "Бес", "Үш", "Алма", "Май", "Бал", "Жар", "Қой", "Кең",
            "Терең", "Шолақ", "Құм", "Бай", "Ер");
    private static final List<String> LAST_PARTS = List.of(
            "бұлақ", "көл", "су", "төбе", "тау", "қоныс", "арал", "жол", "өзен", "шоқы", "қайнар", "дала", "құдық",
            "ағаш", "жайлау", "қыстау", "асу", "тоғай", "қора", "бел");
    private static final List<String> STREETS = List.of(
            "Абай",
            "Достық",
            "Тәуелсіздік",
            "Бейбітшілік",
            "Мектеп",
            "Орталық",
            "Жастар",
            "Наурыз",
            "Арай",
            "Бәйтерек");

    private final Map<String, List<Given>> given = new HashMap<>(); // by culture and sex
    private final Map<String, double[][]> cumulative = new HashMap<>();
    private final Map<String, List<Surname>> surnames = new HashMap<>();
    private final Map<String, List<String>> patronymics = new HashMap<>();
    private final double[] russian = new double[100];

    Names() {
        for (NamedCsvRecord row : Resource.rows("names/given_names.csv")) {
            double[] weights = {weight(row, "w_before_1960"), weight(row, "w_1960_1989"), weight(row, "w_1990_on")};
            given.computeIfAbsent(row.getField("culture") + row.getField("sex"), key -> new ArrayList<>())
                    .add(new Given(row.getField("name"), weights));
        }
        given.forEach((key, names) -> cumulative.put(key, cumulate(names)));
        for (NamedCsvRecord row : Resource.rows("names/surnames.csv")) {
            surnames.computeIfAbsent(row.getField("culture"), key -> new ArrayList<>())
                    .add(new Surname(row.getField("male"), row.getField("female")));
        }
        for (NamedCsvRecord row : Resource.rows("names/patronymics_ru.csv")) {
            patronymics
                    .computeIfAbsent(row.getField("sex"), key -> new ArrayList<>())
                    .add(row.getField("patronymic"));
        }
        for (NamedCsvRecord row : Resource.rows("names/name_culture_region.csv")) {
            russian[Integer.parseInt(row.getField("kato").substring(0, 2))] =
                    Double.parseDouble(row.getField("share_ru"));
        }
    }

    private static double weight(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? 1 : Double.parseDouble(text);
    }

    private static double[][] cumulate(List<Given> names) {
        double[][] sums = new double[COHORTS][names.size()];
        for (int cohort = 0; cohort < COHORTS; cohort++) {
            double sum = 0;
            for (int i = 0; i < names.size(); i++) {
                sum += names.get(i).weights[cohort];
                sums[cohort][i] = sum;
            }
        }
        return sums;
    }

    /// Whether a family of a region has Russian names.
    boolean isRussian(Dice dice, int region) {
        return dice.chance(russian[region]);
    }

    /// The place of a surname; the same for all of a family.
    int surname(Dice dice, boolean isRussian) {
        return dice.below(surnames.getOrDefault(culture(isRussian), List.of()).size());
    }

    /// A surname in the form of the sex.
    String surname(int place, boolean isRussian, boolean male) {
        Surname surname = surnames.getOrDefault(culture(isRussian), List.of()).get(place);
        return male ? surname.male : surname.female;
    }

    /// A given name of the cohort of a year of birth.
    String given(Dice dice, boolean isRussian, boolean male, int bornIn) {
        String key = culture(isRussian) + (male ? "M" : "F");
        int cohort = bornIn < 1960 ? 0 : bornIn < 1990 ? 1 : 2;
        double[] sums = cumulative.getOrDefault(key, new double[COHORTS][1])[cohort];
        double at = dice.unit() * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sums[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return given.getOrDefault(key, List.of()).get(low).name;
    }

    /// A patronymic: of Kazakh names the father's name with ұлы or қызы.
    String patronymic(Dice dice, boolean isRussian, boolean male, String father) {
        if (!isRussian) {
            return father + (male ? "ұлы" : "қызы");
        }
        List<String> names = patronymics.getOrDefault(male ? "M" : "F", List.of());
        return names.get(dice.below(names.size()));
    }

    private static String culture(boolean isRussian) {
        return isRussian ? "ru" : "kk";
    }

    /// The name of a village, by a number of its own.
    static String village(int number) {
        int first = Math.floorMod(number, FIRST_PARTS.size());
        int last = Math.floorMod(number / FIRST_PARTS.size(), LAST_PARTS.size());
        return FIRST_PARTS.get(first) + LAST_PARTS.get(last);
    }

    /// A street and a house.
    static String street(Dice dice) {
        return STREETS.get(dice.below(STREETS.size())) + " к-сі, " + (1 + dice.below(120));
    }
}
