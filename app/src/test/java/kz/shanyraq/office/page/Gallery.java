package kz.shanyraq.office.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page on which every part and every chart stands once, with long Kazakh and Russian words. It is a test's page and
/// belongs to no module.
public record Gallery(Text t) {
    private static final Map<String, String[]> WORDS = Map.ofEntries(
            Map.entry("title", new String[] {"Серіковтер отбасы", "Семья Сериковых", "The Serikov family"}),
            Map.entry("now", new String[] {"Қазір не істеу керек", "Что сделать сейчас", "What to do now"}),
            Map.entry("todo1", new String[] {
                "Отбасы пайдаланбай жүрген 2 құқық табылды",
                "Найдено 2 права, которыми семья не пользуется",
                "2 rights found that the family does not use"
            }),
            Map.entry("todo2", new String[] {
                "№ 2207 өтініш бойынша шешім", "Решение по заявлению № 2207", "Decision on application no. 2207"
            }),
            Map.entry("act", new String[] {"Шешім қабылдау", "Решить", "Decide"}),
            Map.entry("danger", new String[] {"Жазбаны жою", "Удалить запись", "Delete the entry"}),
            Map.entry("members", new String[] {"Отбасы құрамы", "Состав семьи", "Members"}),
            Map.entry("facts", new String[] {"Тізілімдердің мәліметтері", "Сведения регистров", "What the registers say"
            }),
            Map.entry("list", new String[] {"Отбасылар", "Семьи", "Families"}),
            Map.entry("state", new String[] {"Күйі", "Состояние", "State"}),
            Map.entry("confirmed", new String[] {"Расталды", "Подтверждено", "Confirmed"}),
            Map.entry("waits", new String[] {"Қолдау қажет", "Нужна поддержка", "Needs support"}),
            Map.entry("failed", new String[] {"Орындалмады", "Не принято", "Not accepted"}),
            Map.entry("planned", new String[] {"Жоспарланған", "Запланировано", "Planned"}),
            Map.entry("closed", new String[] {"Құпия", "Закрыто", "Confidential"}),
            Map.entry("plain", new String[] {"Қаралуда", "На рассмотрении", "In review"}),
            Map.entry("form", new String[] {"Түзету", "Исправление", "Correction"}),
            Map.entry("iin", new String[] {
                "Жеке сәйкестендіру нөмірі",
                "Индивидуальный идентификационный номер",
                "Individual identification number"
            }),
            Map.entry("iin.hint", new String[] {"12 цифр", "12 цифр", "12 digits"}),
            Map.entry("iin.error", new String[] {"ЖСН-де 12 цифр болады", "В ИИН 12 цифр", "An IIN has 12 digits"}),
            Map.entry("day", new String[] {"Күні", "Дата", "Date"}),
            Map.entry("region", new String[] {"Облыс", "Область", "Region"}),
            Map.entry("reason", new String[] {"Себебі", "Причина", "Reason"}),
            Map.entry("reason.a", new String[] {"Дерек көзі қателескен", "Источник ошибся", "The source is wrong"}),
            Map.entry(
                    "reason.b", new String[] {"Жағдай өзгерді", "Обстоятельства изменились", "Circumstances changed"}),
            Map.entry("note", new String[] {"Түсініктеме", "Пояснение", "Explanation"}),
            Map.entry("empty", new String[] {"Телнұсқалар", "Дубликаты", "Duplicates"}),
            Map.entry(
                    "empty.title",
                    new String[] {"Телнұсқалар табылмады", "Дубликатов не найдено", "No duplicates were found"}),
            Map.entry("empty.text", new String[] {
                "Соңғы жүктеуде барлық адам жалғыз болып шықты. Келесі тексеру ертең таңертең болады.",
                "В последней загрузке каждый человек оказался один. Следующая проверка — завтра утром.",
                "In the last load everybody was there once. The next check is tomorrow morning."
            }),
            Map.entry("tiles", new String[] {
                "Көмек алмайтын отбасылардың үлесі, %",
                "Доля семей без положенной помощи, %",
                "Families without the help they are due, %"
            }),
            Map.entry(
                    "bars", new String[] {"Отбасылар қайда жоғалады", "Где теряются семьи", "Where families are lost"}),
            Map.entry("bar1", new String[] {"Құқық табылды", "Право найдено", "Right found"}),
            Map.entry("bar2", new String[] {"Келісім берді", "Согласие", "Consent"}),
            Map.entry("bar3", new String[] {"Алады", "Получают", "Receive"}),
            Map.entry("dots", new String[] {"Әл-ауқат", "Благополучие", "Wellbeing"}),
            Map.entry("dots.note", new String[] {
                "Нүкте — отбасы, сызық — аудан медианасы",
                "Точка — семья, черта — медиана района",
                "The dot is the family, the line the district's median"
            }),
            Map.entry("dot1", new String[] {"Экономика", "Экономика", "Economy"}),
            Map.entry("dot2", new String[] {"Әлеуметтік орта", "Социальная среда", "Social surroundings"}),
            Map.entry("dot3", new String[] {"Білім", "Образование", "Education"}),
            Map.entry("ages", new String[] {"Деректер қайдан", "Откуда данные", "Where the data are from"}),
            Map.entry("age1", new String[] {"Азаматтық хал актілері", "Акты гражданского состояния", "Civil status acts"
            }),
            Map.entry("age2", new String[] {"Жалақы", "Зарплата", "Wages"}),
            Map.entry("age3", new String[] {"МӘС", "МСЭ", "Disability assessment"}),
            Map.entry("strips", new String[] {"Соңғы 24 сағат", "Последние 24 часа", "The last 24 hours"}),
            Map.entry("parts", new String[] {"Отбасылар деңгей бойынша", "Семьи по уровням", "Families by level"}),
            Map.entry("spark", new String[] {"12 айда", "За 12 месяцев", "In 12 months"}),
            Map.entry("notice", new String[] {
                "МӘС деректері 11:05-тен бері келмейді, соңғы күн көрсетілген.",
                "Данные МСЭ не приходят с 11:05, показан последний день.",
                "Disability data have not come since 11:05; the last day is shown."
            }),
            Map.entry("more", new String[] {"Неге", "Почему", "Why"}));

    public String word(String key) {
        String[] words = WORDS.get(key);
        if (words == null) {
            throw new IllegalArgumentException(key);
        }
        return words[t.language().ordinal()];
    }

    public List<FieldError> errors() {
        return List.of(new FieldError("iin", word("iin.error")));
    }

    public List<Fact> facts() {
        LocalDate today = t.today();
        return List.of(
                new Fact(word("age2"), t.money(187_500), word("age2"), today.minusDays(2), false),
                new Fact(word("age3"), word("confirmed"), word("age3"), today.minusDays(41), true),
                new Fact(word("region"), null, null, word("age1"), today, false, new Link(word("act"), "#")));
    }

    public List<Chip> chips() {
        return List.of(
                new Chip("region", word("region"), t.say("page.region.47")),
                new Chip("state", word("state"), word("waits")));
    }

    public List<Tab> tabs() {
        return List.of(
                new Tab(word("members"), "#", true),
                new Tab(word("facts"), "#", false),
                new Tab(word("empty"), "#", false, 7L),
                new Tab(word("ages"), "#", false));
    }

    public List<Option> regions() {
        return TileMap.codes().stream()
                .map(code -> new Option(Integer.toString(code), t.say("page.region." + code)))
                .sorted((a, b) -> t.alphabetical().compare(a.text(), b.text()))
                .toList();
    }

    public List<Option> reasons() {
        return List.of(new Option("a", word("reason.a"), word("iin.hint")), new Option("b", word("reason.b")));
    }

    public Chart tiles() {
        Map<Integer, TileMap.Tile> regions = new HashMap<>();
        long value = 7;
        for (int code : TileMap.codes()) {
            regions.put(code, new TileMap.Tile(value, "/regions/" + code));
            value = (value * 7 + 5) % 37 + 4;
        }
        regions.put(62, new TileMap.Tile(null, null));
        regions.remove(33);
        return new TileMap(t, word("tiles"), List.of(12L, 18L, 24L, 30L), tenths -> t.decimal(tenths, 1), regions);
    }

    public Chart bars() {
        return new Bars(
                t,
                word("bars"),
                List.of(
                        new Bars.Bar(word("bar1"), 41_208, "/found"),
                        new Bars.Bar(word("bar2"), 14_962, "", true, "/agreed"),
                        new Bars.Bar(word("bar3"), 13_588)));
    }

    public Chart dots() {
        return new DotPlot(
                t,
                word("dots"),
                0,
                100,
                List.of(
                        new DotPlot.Dot(word("dot1"), 34L, 58L, -12L, true),
                        new DotPlot.Dot(word("dot2"), 61L, 66L, 0L, false),
                        new DotPlot.Dot(word("dot3"), 81L, 74L, 6L, false)));
    }

    public List<AgeBar> ages() {
        return List.of(
                new AgeBar(t, word("age1"), 0, 30),
                new AgeBar(t, word("age2"), 12, 45),
                new AgeBar(t, word("age3"), 41, 30));
    }

    public Chart strip() {
        List<@Nullable Long> hours = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            hours.add(i > 17 && i < 21 ? null : i < 6 ? 0L : (long) (i * 37 % 53));
        }
        return new Strip24(t, word("age3"), 9, hours);
    }

    public Chart parts() {
        return new StackedBar(
                t,
                word("parts"),
                List.of(
                        new StackedBar.Part("A", 6, "/a"),
                        new StackedBar.Part("B", 14),
                        new StackedBar.Part("C", 12),
                        new StackedBar.Part("D", 8),
                        new StackedBar.Part("E", 2)));
    }

    public Chart spark() {
        return new Spark(t, word("spark"), Arrays.asList(12L, 14L, 13L, 18L, 17L, 21L, 20L, 26L, 24L, 25L, 22L, 19L));
    }
}
