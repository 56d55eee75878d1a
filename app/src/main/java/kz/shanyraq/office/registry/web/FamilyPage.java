package kz.shanyraq.office.registry.web;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.page.AgeBar;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.registry.AssistanceMembers;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyPart;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.Question;
import kz.shanyraq.office.registry.Source;
import kz.shanyraq.office.registry.Telling;
import org.jspecify.annotations.Nullable;

/// The page of a family.
///
/// @param parts what other modules say of it today
/// @param assistance who counts for targeted assistance; null where no edition is in force
/// @param seen who looked in the last months
/// @param address of the family's pages
/// @param own whether the family itself looks
public record FamilyPage(
        FamilyFile file,
        List<FamilyPart.Shown> parts,
        @Nullable AssistanceMembers assistance,
        List<Looks.Seen> seen,
        String address,
        boolean own,
        boolean mayCorrect,
        boolean mayQuestion,
        boolean maySeeLooks,
        PlaceNames places) {

    /// The latest looks that a card shows.
    static final int LOOKS = 5;

    /// No block of things to do has more rows.
    private static final int MOST_NOW = 7;

    /// A member as a card.
    ///
    /// @param lines what matters most: relation, then work or study, disability, absence
    public record Card(
            long id, String href, String name, @Nullable Integer age, Icon icon, List<String> lines) {}

    /// Somebody of the dwelling.
    public record Dweller(
            String name,
            @Nullable String href,
            @Nullable Integer age,
            boolean ofFamily,
            @Nullable String number) {}

    /// The family's name.
    public String title(Text t) {
        return FactWords.family(
                t, file.head().map(Member::lastName).orElse(null), file.id().number());
    }

    /// Where it lives.
    public String place(Text t) {
        return places.of(file.kato()).in(t.language().code());
    }

    /// The members as cards.
    public List<Card> cards(Text t) {
        FactWords words = words(t);
        return file.members().stream().map(member -> card(member, words, t)).toList();
    }

    private Card card(Member member, FactWords words, Text t) {
        Integer age = member.age(file.asOf().on());
        List<String> lines = new ArrayList<>();
        lines.add(
                member.relation() == null
                        ? t.say("registry.relation.unknown")
                        : t.say("registry.relation." + member.relation()));
        Optional<Telling> activity = file.held(FactSheet.ACTIVITY, member);
        boolean disabled = file.held(FactSheet.HEALTH, member)
                .map(row -> row.cell("disability"))
                .filter(code -> !code.equals("none"))
                .map(code -> {
                    lines.add(t.say("registry.card.disability." + code));
                    return true;
                })
                .orElse(false);
        String study = activity.map(row -> row.cell("study"))
                .filter(code -> !code.equals("none"))
                .orElse(null);
        String work = activity.map(row -> row.cell("work")).orElse(null);
        if (study != null) {
            lines.add(words.code("study", study));
        } else if (work != null && (age == null || age >= 16)) {
            lines.add(words.code("work", work));
        }
        if (member.absence() != null && !member.absence().equals("none")) {
            lines.add(words.code("absence", member.absence()));
        }
        Icon icon = disabled
                ? Icon.WHEELCHAIR
                : age == null ? Icon.PERSON : age < 3 ? Icon.BABY : age < 18 ? Icon.CHILD : Icon.ADULT;
        return new Card(
                member.id().value(),
                (own ? "/my/persons/" : "/persons/") + member.id().value() + dates(),
                member.called(),
                age,
                icon,
                List.copyOf(lines));
    }

    /// The query that keeps the two days of the read.
    public String dates() {
        if (file.asOf().knownOn() == null && file.asOf().on().equals(FamilyPages.today())) {
            return "";
        }
        return "?on=" + file.asOf().on()
                + (file.asOf().knownOn() == null ? "" : "&known=" + file.asOf().knownOn());
    }

    /// Whether the page shows the past.
    public boolean past() {
        return !dates().isEmpty();
    }

    /// The sheets of the family, those of which something is known.
    public List<SheetView> sheets(Text t) {
        var maker = new SheetView.Maker(t, words(t), file, mayQuestion ? address : null, mayCorrect);
        return Stream.of(FactSheet.values())
                .filter(FactSheet::ofFamily)
                .map(maker::family)
                .filter(sheet -> !sheet.nothing())
                .toList();
    }

    /// How many sheets nothing is known of, in words.
    public List<String> unknown(Text t) {
        var maker = new SheetView.Maker(t, words(t), file, null, false);
        return Stream.of(FactSheet.values())
                .filter(FactSheet::ofFamily)
                .map(maker::family)
                .filter(SheetView::nothing)
                .map(SheetView::title)
                .toList();
    }

    /// Who lives in the dwelling.
    public List<Dweller> dwellers(Text t) {
        return file.household().stream()
                .map(person -> {
                    boolean ofFamily =
                            person.family() != null && person.family().equals(file.id());
                    return new Dweller(
                            person.name(),
                            own ? null : "/persons/" + person.id().value(),
                            person.birthDate() == null
                                    ? null
                                    : (int) ChronoUnit.YEARS.between(
                                            person.birthDate(), file.asOf().on()),
                            ofFamily,
                            person.family() == null ? null : person.family().number());
                })
                .sorted(Comparator.comparing((Dweller dweller) -> !dweller.ofFamily())
                        .thenComparing(Dweller::name, t.alphabetical()))
                .toList();
    }

    /// The sources that told something of this family, with the age of their last word.
    public List<AgeBar> ages(Text t) {
        return file.confirmed().entrySet().stream()
                .map(entry -> new AgeBar(
                        t,
                        entry.getKey().name().in(t.language().code()),
                        Math.max(0, ChronoUnit.DAYS.between(entry.getValue(), t.today())),
                        entry.getKey().staleDays()))
                .sorted(Comparator.comparingLong((AgeBar bar) -> -bar.days())
                        .thenComparing(AgeBar::name, t.alphabetical()))
                .toList();
    }

    /// What somebody should do now, as the other modules say.
    public List<Todo> now(Text t) {
        return parts.stream()
                .flatMap(part -> part.now(t).stream())
                .limit(MOST_NOW)
                .toList();
    }

    /// The parts that stand at the side, or those that do not.
    public List<FamilyPart.Shown> parts(boolean aside) {
        return parts.stream().filter(part -> part.aside() == aside).toList();
    }

    /// Questions that wait for an answer.
    public List<Question> open() {
        return file.questions().stream().filter(Question::open).toList();
    }

    /// A question in words: what it is about.
    public String about(Question question, Text t) {
        FactWords words = words(t);
        String fact =
                question.sheet().column(question.column()).map(words::label).orElse(question.column());
        return question.person() == null
                ? fact
                : file.members().stream()
                        .filter(member -> member.id().equals(question.person()))
                        .findFirst()
                        .map(member -> member.called() + ": " + fact)
                        .orElse(fact);
    }

    /// The name of a source.
    public String source(String code, Text t) {
        Source source = file.sources().get(code);
        return source == null ? code : source.name().in(t.language().code());
    }

    private FactWords words(Text t) {
        Map<Long, String> persons = new HashMap<>(file.namedPersons());
        file.members().forEach(member -> persons.put(member.id().value(), member.name()));
        return new FactWords(t, places, persons);
    }
}
