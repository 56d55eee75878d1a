package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.household.Coverage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the registry: persons and families, as of a day and as known on a day. What the one who asks may not see
/// is not there.
@Component
public class Registry {

    private static final List<String> KIN = List.of("mother_id", "father_id", "guardian_id");

    private final LegalFamilies families;
    private final Tellings tellings;
    private final Questions questions;
    private final Sources sources;
    private final Answered answered;

    Registry(LegalFamilies families, Tellings tellings, Questions questions, Sources sources, Answered answered) {
        this.families = families;
        this.tellings = tellings;
        this.questions = questions;
        this.sources = sources;
        this.answered = answered;
    }

    /// All that is known of a family; empty if there is none, or none that may be seen.
    @Transactional(readOnly = true)
    public Optional<FamilyFile> family(FamilyId id, AsOf asOf) {
        return families.find(id).map(row -> file(row, asOf, families.persons(id)));
    }

    /// All that was known of a family when the deliveries up to a number were, on a day: the same again as often as it
    /// is
    /// asked, whatever was delivered since.
    @Transactional(readOnly = true)
    public Optional<FamilyFile> asKnown(FamilyId id, LocalDate on, int known) {
        return families.find(id).map(row -> file(row, AsOf.on(on), families.persons(id), known));
    }

    /// The number up to which every delivery has come to its end: what is known by it is known for good.
    @Transactional(readOnly = true)
    public int known() {
        return tellings.settled();
    }

    /// All that is known of a person and, of the family, what makes the person's own facts understood; empty if there
    /// is no such person to be
    /// seen. A person without a family has a file with the family number 0.
    @Transactional(readOnly = true)
    public Optional<PersonFile> person(PersonId id, AsOf asOf) {
        Map<Long, List<Long>> group = families.group(id);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        LegalFamilies.Row family =
                families.familyOf(id).flatMap(families::find).orElse(new LegalFamilies.Row(0, 0, false, false));
        FamilyFile file = file(family, asOf, group);
        Long kept = group.keySet().iterator().next();
        Member person = member(kept, group.getOrDefault(kept, List.of()), file.tellings(), file.known(), asOf.on());
        return Optional.of(new PersonFile(person, file));
    }

    /// A family as the law reads it for a month; empty if it may not be seen.
    @Transactional(readOnly = true)
    public Optional<Household> household(FamilyId id, YearMonth month, AsOf asOf) {
        return family(id, asOf).map(file -> HouseholdColumns.of(file, month, answered.known(file.known())));
    }

    /// A family that has been read, as the law reads it for a month.
    public Household household(FamilyFile file, YearMonth month) {
        return HouseholdColumns.of(file, month, answered.known(file.known()));
    }

    /// A family that has been read, as the law reads it for some months, where the one who asks may not see all of it:
    /// rows that are hidden look like rows that are not there, so that incomes are known only if all may be seen.
    @Transactional(readOnly = true)
    public InSight inSight(FamilyFile file, List<YearMonth> months) {
        Set<Long> open =
                families.open(file.members().stream().flatMap(Registry::numbers).toList());
        Set<PersonId> members = file.members().stream()
                .filter(member -> numbers(member).allMatch(open::contains))
                .map(Member::id)
                .collect(Collectors.toUnmodifiableSet());
        boolean whole = members.size() == file.members().size();
        List<Coverage.Asked> known = answered.known(file.known());
        return new InSight(
                months.stream()
                        .map(month -> HouseholdColumns.of(file, month, known, whole))
                        .toList(),
                members,
                whole);
    }

    private static Stream<Long> numbers(Member member) {
        return Stream.concat(Stream.of(member.id()), member.merged().stream()).map(PersonId::value);
    }

    /// Who of a family counts for targeted assistance in a month; empty where no edition is in force.
    @Transactional(readOnly = true)
    public Optional<AssistanceMembers> assistance(FamilyFile file, YearMonth month) {
        try {
            return Optional.of(AssistanceMembers.of(HouseholdColumns.of(file, month, answered.known(file.known()))));
        } catch (NotInForce none) {
            return Optional.empty();
        }
    }

    private FamilyFile file(LegalFamilies.Row row, AsOf asOf, Map<Long, List<Long>> persons) {
        return file(row, asOf, persons, tellings.knownAt(asOf.knownOn()));
    }

    private FamilyFile file(LegalFamilies.Row row, AsOf asOf, Map<Long, List<Long>> persons, int known) {
        var id = new FamilyId(row.id());
        Set<Long> all = new HashSet<>();
        persons.values().forEach(all::addAll);
        List<Telling> told = tellings.of(all, row.id() == 0 ? List.of() : List.of(row.id()));
        List<Member> members = new ArrayList<>();
        persons.forEach((kept, group) -> {
            Member member = member(kept, group, told, known, asOf.on());
            if (isMember(row.id(), group, told, known, asOf.on()) && !died(member, asOf.on())) {
                members.add(member);
            }
        });
        members.sort(Comparator.comparing((Member member) -> !"head".equals(member.relation()))
                .thenComparing(member -> !"spouse".equals(member.relation()))
                .thenComparing(Member::birthDate, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingLong(member -> member.id().value()));
        var file = new FamilyFile(
                id,
                row.kato(),
                row.restricted(),
                row.closed(),
                asOf,
                known,
                List.copyOf(members),
                List.of(),
                told,
                questions.disagreements(id, all, asOf.on()),
                row.id() == 0 ? List.of() : questions.ofFamily(id),
                sources.all(),
                families.names(kin(told, all)));
        return withHousehold(file);
    }

    private FamilyFile withHousehold(FamilyFile file) {
        String dwelling =
                file.held(FactSheet.HOME).map(home -> home.cell("dwelling_key")).orElse(null);
        return new FamilyFile(
                file.id(),
                file.kato(),
                file.restricted(),
                file.closed(),
                file.asOf(),
                file.known(),
                file.members(),
                dwelling == null
                        ? List.of()
                        : families.dwellers(dwelling, file.asOf().on()),
                file.tellings(),
                file.disagreements(),
                file.questions(),
                file.sources(),
                file.namedPersons());
    }

    private static Set<Long> kin(List<Telling> told, Set<Long> known) {
        Set<Long> kin = new HashSet<>();
        told.stream()
                .filter(row -> row.sheet() == FactSheet.KINSHIP)
                .forEach(row -> KIN.stream()
                        .map(row::cell)
                        .filter(Objects::nonNull)
                        .forEach(person -> kin.add(Long.valueOf(person))));
        kin.removeAll(known);
        return kin;
    }

    private static boolean isMember(long family, List<Long> group, List<Telling> told, int known, LocalDate on) {
        return told.stream()
                .anyMatch(row -> row.sheet() == FactSheet.MEMBERSHIP
                        && group.contains(row.subject())
                        && row.knownAt(known)
                        && row.trueOn(on)
                        && Long.toString(family).equals(row.cell("family_id")));
    }

    private static boolean died(Member member, LocalDate on) {
        return member.diedOn() != null && !member.diedOn().isAfter(on);
    }

    private static Member member(long kept, List<Long> group, List<Telling> told, int known, LocalDate on) {
        Map<String, String> cells = new HashMap<>();
        for (FactSheet sheet : List.of(FactSheet.IDENTITY, FactSheet.MEMBERSHIP)) {
            told.stream()
                    .filter(row -> row.sheet() == sheet
                            && group.contains(row.subject())
                            && row.knownAt(known)
                            && (row.trueOn(on) || sheet == FactSheet.IDENTITY))
                    .sorted(Comparator.comparing((Telling row) -> !row.trueOn(on))
                            .thenComparing(row -> row.subject() != kept))
                    .forEach(row -> row.cells().forEach(cells::putIfAbsent));
        }
        return new Member(
                new PersonId(kept),
                group.stream().filter(id -> id != kept).map(PersonId::new).toList(),
                cells.get("last_name"),
                cells.get("first_name"),
                cells.get("patronymic"),
                cells.get("sex"),
                day(cells.get("birth_date")),
                day(cells.get("died_on")),
                cells.get("iin"),
                cells.get("relation"),
                cells.get("absence"));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.equals("infinity") ? null : LocalDate.parse(text);
    }
}
