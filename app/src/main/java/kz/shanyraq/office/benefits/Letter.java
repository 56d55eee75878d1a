package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String CITED = "  [";
    private static final String NO_MEMBERS = "no_members";

    /// Conditions that compare two sums: what the family has, and the norm.
    private static final Map<String, List<String>> COMPARED = Map.of(
            "below_line", List.of("income_per_head", "poverty_line"),
            "costs_above_share", List.of("own_share", "costs"));

    /// Steps that a letter leaves to the page: they say who has which duty, not how a sum came about; and for a
    /// refusal those that come after what it stands on.
    private static final Set<String> DUTIES = Set.of("carers", "with_duty", "to_register");

    private static final Set<String> NOT_IN_A_REFUSAL =
            Set.of("carers", "with_duty", "to_register", "able_bodied", "aged1to6");

    /// What is paid in a month, in tenge.
    public record Sum(YearMonth month, long tenge) {}

    /// Months that follow each other with the same sum.
    public record Run(YearMonth from, YearMonth until, long tenge) {}

    /// A step of the calculation.
    ///
    /// @param value empty where the step has none
    /// @param article where the law says so
    public record Worked(String what, String value, String article) {}

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
        return section(code, why(), t);
    }

    private Optional<Story.Section> section(String code, Explanation told, Text t) {
        List<String> names = household.members().stream().map(Member::called).toList();
        return story(t).sections(told, household.columns(), names).stream()
                .filter(section -> section.code().equals(code))
                .findFirst();
    }

    /// The name of the benefit.
    public String benefit(Text t) {
        return words(t).say("benefit." + why().benefit().code());
    }

    /// Its head: what was decided, about which benefit.
    public String title(Text t) {
        String name = benefit(t);
        return t.say(
                "benefits.letter.title." + outcome().code(),
                name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    /// The person whom the benefit concerns, where the letter is written to somebody else.
    public @Nullable String about() {
        String person = entitlement.person();
        return person == null || person.equals(to().called()) ? null : person;
    }

    /// The answer in one sentence: of a granted one the sum, where there is any.
    public String answer(Text t) {
        List<String> sums = new ArrayList<>();
        if (why().monthly() > 0) {
            sums.add(t.say("benefits.sum.monthly", t.money(why().monthly())));
        }
        if (why().once() > 0) {
            sums.add(t.say("benefits.sum.once", t.money(why().once())));
        }
        String told = t.list(sums);
        return sums.isEmpty()
                ? section("answer", t).map(Story.Section::head).orElse("")
                : told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1);
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

    /// The sums by month; months that follow each other with the same sum in one row.
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Sum sum : sums) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null
                    && last.tenge == sum.tenge
                    && last.until.plusMonths(1).equals(sum.month)) {
                runs.set(runs.size() - 1, new Run(last.from, sum.month, sum.tenge));
            } else {
                runs.add(new Run(sum.month, sum.month, sum.tenge));
            }
        }
        return runs;
    }

    /// The months of a run, in words.
    public String months(Run run, Text t) {
        return run.from.equals(run.until) ? t.month(run.from) : t.month(run.from) + " – " + t.month(run.until);
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

    /// How it was worked out; empty where nothing was counted, and while something is not known.
    public List<Worked> worked(Text t) {
        if (outcome() == Outcome.UNDECIDED) {
            return List.of();
        }
        Set<String> leftOut = outcome() == Outcome.GRANTED ? DUTIES : NOT_IN_A_REFUSAL;
        Explanation told = why().withSteps(why().steps().stream()
                .filter(step -> !leftOut.contains(step.name()))
                .toList());
        return section("steps", told, t)
                .map(section -> section.lines().stream().map(Letter::worked).toList())
                .orElse(List.of());
    }

    private static Worked worked(String line) {
        int cited = line.lastIndexOf(CITED);
        String step = cited < 0 ? line : line.substring(0, cited);
        String article = cited < 0 ? "" : line.substring(cited + CITED.length(), line.length() - 1);
        int value = step.lastIndexOf(": ");
        return value < 0
                ? new Worked(step, "", article)
                : new Worked(step.substring(0, value), step.substring(value + 2), article);
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
            case UNDECIDED -> {
                boolean ask = why().missing().stream().anyMatch(fact -> Way.to(fact) == Way.BY_FAMILY);
                todo.add(t.say(ask ? "benefits.letter.todo.facts" : "benefits.letter.todo.wait"));
            }
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
