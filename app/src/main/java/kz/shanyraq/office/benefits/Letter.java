package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.shanyraq.office.page.QrPicture;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import org.jspecify.annotations.Nullable;

/// A letter (хат, письмо) that tells a family what was decided: granted, refused, or what is not known yet. It is
/// composed from the steps of the law's explanation, in the words of the law library, so that letter and page agree.
///
/// @param household the family as the law read it
/// @param entitlement what the law says
/// @param check the address at which it can be checked, with its number and code
/// @param office who writes
/// @param sums what is paid in each month; empty where it is paid each month until something changes
/// @param signers who decided
public record Letter(
        Household household,
        Entitlement entitlement,
        String number,
        String code,
        String check,
        LocalDate day,
        String office,
        List<Sum> sums,
        List<Signer> signers) {

    /// Question: article 123 §7 names no term. The three months are those of complaints about acts of the
    /// administration in general; not confirmed, and marked so in the letter.
    private static final int MONTHS_TO_APPEAL = 3;

    private static final int OF_AGE = 18;
    private static final YearMonth SOCIAL_CODE = YearMonth.of(2023, 7);
    private static final String NO_MEMBERS = "no_members";

    /// Conditions that compare two sums: what the family has, and the norm.
    private static final Map<String, List<String>> COMPARED = Map.of(
            "below_line", List.of("income_per_head", "poverty_line"),
            "costs_above_share", List.of("own_share", "costs"));

    /// What is paid in a month, in tenge.
    public record Sum(YearMonth month, long tenge) {}

    /// Who decided: by which office, and by which name.
    public record Signer(String title, String name) {}

    /// A condition that is not met.
    ///
    /// @param text what was found, and what the law asks for
    /// @param gap how far apart the two are; empty where nothing is counted
    /// @param article where the law says so
    public record Unmet(String text, String gap, String article) {}

    /// A fact that is missing.
    ///
    /// @param name what it is, and of whom
    /// @param way who has to do what for it
    public record Missing(String name, String way) {}

    /// The sums of targeted assistance: each month from that of the application to the end of its quarter (article
    /// 123 §3 of the Social Code).
    public static List<Sum> quarter(YearMonth from, long monthly) {
        List<Sum> sums = new ArrayList<>();
        for (YearMonth month = from;
                month.get(IsoFields.QUARTER_OF_YEAR) == from.get(IsoFields.QUARTER_OF_YEAR);
                month = month.plusMonths(1)) {
            sums.add(new Sum(month, monthly));
        }
        return List.copyOf(sums);
    }

    /// To whom it is written: the person whom the benefit concerns, for a child and for a family its head.
    public Member to() {
        return addressee(household, entitlement);
    }

    static Member addressee(Household household, Entitlement entitlement) {
        List<Member> members = household.members();
        int person = entitlement.explanation().person();
        if (person >= 0) {
            Member about = members.get(person);
            Integer age = about.age(household.month().atEndOfMonth());
            if (age != null && age >= OF_AGE) {
                return about;
            }
        }
        return members.stream()
                .filter(member -> "head".equals(member.relation()))
                .findFirst()
                .or(() -> members.stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException("""
                        The family %s has nobody on %s to whom a letter could be written.
                        Maybe it was closed.""".formatted(
                                household.family().number(), household.asOf().on())));
    }

    /// What was decided.
    public Outcome outcome() {
        return why().outcome();
    }

    private Explanation why() {
        return entitlement.explanation();
    }

    private static Language language(Text t) {
        return Language.valueOf(t.language().name());
    }

    private static Words words(Text t) {
        return Words.in(language(t));
    }

    private static Story story(Text t) {
        return new Story(language(t));
    }

    private Optional<Story.Section> section(String code, Text t) {
        List<String> names = household.members().stream().map(Member::called).toList();
        return story(t).sections(why(), household.columns(), names).stream()
                .filter(section -> section.code().equals(code))
                .findFirst();
    }

    /// The name of the benefit.
    public String benefit(Text t) {
        return words(t).say("benefit." + why().benefit().code());
    }

    /// Its head: what was decided, about which benefit.
    public String title(Text t) {
        return t.say("benefits.letter.title." + outcome().code(), benefit(t));
    }

    /// The person whom the benefit concerns, where the letter is written to somebody else.
    public @Nullable String about() {
        String person = entitlement.person();
        return person == null || person.equals(to().called()) ? null : person;
    }

    /// The answer in one sentence.
    public String answer(Text t) {
        return section("answer", t).map(Story.Section::head).orElse("");
    }

    /// What kind of help it is; null where there is one kind only.
    public @Nullable String kind(Text t) {
        return outcome() == Outcome.GRANTED && why().kind() != Kind.NONE
                ? words(t).say("kind." + why().kind().code())
                : null;
    }

    /// On which condition a granted answer stands; null where it stands on several.
    public @Nullable String because(Text t) {
        return story(t).because(why()).map(Letter::single).orElse(null);
    }

    /// All that is paid.
    public long total() {
        return sums.stream().mapToLong(Sum::tenge).sum();
    }

    /// Every condition that is not met.
    public List<Unmet> unmet(Text t) {
        List<Story.Condition> told = story(t).conditions(why());
        List<Step> steps = why().steps().stream()
                .filter(step -> step.unit() == Unit.CONDITION)
                .toList();
        List<Unmet> unmet = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).condition().equals("unmet")) {
                Story.Condition condition = told.get(i);
                unmet.add(new Unmet(condition.text(), gap(steps.get(i).name(), t), condition.cited()));
            }
        }
        for (Ground ground : why().unmet()) {
            if (ground.code().equals(NO_MEMBERS)) {
                unmet.add(new Unmet(words(t).say("ground." + NO_MEMBERS), "", ""));
            }
        }
        return unmet;
    }

    private String gap(String condition, Text t) {
        List<String> compared = COMPARED.getOrDefault(condition, List.of());
        if (compared.isEmpty()) {
            return "";
        }
        Step found = step(compared.getFirst()).orElseThrow();
        Step norm = step(compared.getLast()).orElseThrow();
        long tiyn = tiyn(found) - tiyn(norm);
        String sum = tiyn % 100 == 0 ? t.money(tiyn / 100) : t.decimal(tiyn, 2) + "\u00a0₸";
        return tiyn > 0 ? t.say("benefits.letter.gap." + condition, sum) : "";
    }

    private Optional<Step> step(String name) {
        return why().steps().stream().filter(step -> step.name().equals(name)).findFirst();
    }

    private static long tiyn(Step step) {
        return step.unit() == Unit.TIYN ? step.number() : step.number() * 100;
    }

    /// Every fact that is missing, of whom, and who has to do what for it.
    public List<Missing> missing(Text t) {
        return why().missing().stream()
                .map(fact -> new Missing(
                        named(fact, t),
                        t.say("benefits.letter.way." + Way.to(fact).code())))
                .toList();
    }

    private String named(Fact fact, Text t) {
        String name = words(t).say("fact." + fact.code());
        List<String> lacking = new ArrayList<>();
        Arrays.stream(Column.values())
                .filter(column -> column.file() == HouseholdFile.PERSONS
                        && column.held()
                        && column.header().equals(fact.code()))
                .forEach(column -> {
                    for (int p = 0; p < household.members().size(); p++) {
                        if (column.get(household.columns(), p) == column.type().unknown()) {
                            lacking.add(household.members().get(p).called());
                        }
                    }
                });
        return lacking.isEmpty() || lacking.size() == household.members().size()
                ? name
                : name + " (" + t.list(lacking) + ")";
    }

    /// How it was worked out, in a line each; empty where nothing was counted.
    public List<String> worked(Text t) {
        return section("steps", t)
                .map(section -> section.lines().stream().map(Letter::single).toList())
                .orElse(List.of());
    }

    /// What would change a refusal.
    public List<String> unless(Text t) {
        return outcome() == Outcome.REFUSED
                ? section("unless", t).map(Story.Section::lines).orElse(List.of())
                : List.of();
    }

    /// What the family should do now.
    public List<String> todo(Text t) {
        List<String> todo = new ArrayList<>();
        switch (outcome()) {
            case GRANTED -> {
                if (why().kind() == Kind.CONDITIONAL) {
                    todo.add(t.say("benefits.letter.todo.contract"));
                }
                todo.add(t.say("benefits.letter.todo.account"));
                todo.add(t.say(byCode() ? "benefits.letter.todo.report" : "benefits.letter.todo.tell"));
            }
            case REFUSED -> {
                todo.add(t.say("benefits.letter.todo.again"));
                todo.add(t.say("benefits.letter.todo.wrong"));
            }
            case UNDECIDED -> todo.add(t.say("benefits.letter.todo.facts"));
        }
        return todo;
    }

    /// How to appeal, and until when; null while nothing is decided.
    public @Nullable String appeal(Text t) {
        return outcome() == Outcome.UNDECIDED
                ? null
                : t.say(byCode() ? "benefits.letter.appeal.code" : "benefits.letter.appeal", appealUntil());
    }

    /// The last day of an appeal. Not confirmed.
    public LocalDate appealUntil() {
        return day.plusMonths(MONTHS_TO_APPEAL);
    }

    /// Whether the articles of the Social Code on targeted assistance hold for it.
    private boolean byCode() {
        return why().benefit() == Benefit.TARGETED_ASSISTANCE && !why().month().isBefore(SOCIAL_CODE);
    }

    /// The code in groups that can be read out.
    public String spelled() {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    /// The code of the address for a camera.
    public QrPicture picture() {
        return QrPicture.of(check);
    }

    /// The address without its query, for people.
    public String address() {
        return check.replaceFirst("/[^/]*$", "").replaceFirst("^https?://", "");
    }

    private static String single(String line) {
        return line.replaceAll(" {2,}", " ");
    }
}
