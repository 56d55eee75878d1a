package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.shanyraq.office.access.FamilyRef;
import org.jspecify.annotations.Nullable;

/// All that the registers say of a family, as of a day and as known on a day, with its past.
///
/// @param known the last delivery that counts as known
/// @param members who is of the legal family on the day, head first, then by age
/// @param household persons who live in the same dwelling, of this family or another
/// @param tellings every row of every sheet, also what is not true on the day or was not known
/// @param disagreements where two sources say different things
/// @param questions what was called wrong, the newest first
/// @param sources the registers, with the day of their last delivery, by code
/// @param namedPersons names of parents and guardians outside the family, as far as they may be seen
public record FamilyFile(
        FamilyId id,
        int kato,
        boolean restricted,
        boolean closed,
        AsOf asOf,
        int known,
        List<Member> members,
        List<Dweller> household,
        List<Telling> tellings,
        List<Disagreement> disagreements,
        List<Question> questions,
        Map<String, Source> sources,
        Map<Long, String> namedPersons) {

    /// A person of the same dwelling.
    ///
    /// @param family the legal family, if there is one
    public record Dweller(
            PersonId id,
            @Nullable FamilyId family,
            String name,
            @Nullable LocalDate birthDate) {}

    /// Two sources say different things of one fact.
    ///
    /// @param subject the person or family
    /// @param rule why the one holds: rank, later, or only
    /// @param reason for a rule of rank: why this source goes before
    public record Disagreement(
            long id,
            FactSheet sheet,
            long subject,
            String column,
            @Nullable String held,
            String heldSource,
            @Nullable String other,
            String otherSource,
            String rule,
            @Nullable String reason) {}

    /// The family as access must know it.
    public FamilyRef ref() {
        return new FamilyRef(id.value(), id.number(), kato, restricted);
    }

    /// The head of the family, or who stands first.
    public Optional<Member> head() {
        return members.stream()
                .filter(member -> "head".equals(member.relation()))
                .findFirst()
                .or(() -> members.stream().findFirst());
    }

    /// The rows of a sheet that hold: true on the day, known on the other.
    public List<Telling> held(FactSheet sheet, Predicate<Telling> which) {
        return tellings.stream()
                .filter(telling -> telling.sheet() == sheet && telling.knownAt(known) && telling.trueOn(asOf.on()))
                .filter(which)
                .toList();
    }

    /// The row of a person's sheet that holds; of persons found to be one, that of the kept one first.
    public Optional<Telling> held(FactSheet sheet, Member member) {
        List<Telling> held = held(sheet, telling -> isOf(telling, member));
        return held.stream()
                .filter(telling -> telling.subject() == member.id().value())
                .findFirst()
                .or(() -> held.stream().findFirst());
    }

    /// The row of the family's sheet that holds.
    public Optional<Telling> held(FactSheet sheet) {
        return held(sheet, telling -> true).stream().findFirst();
    }

    /// Every row of a sheet of a subject that was ever told, as far as it was known on the day, the newest first.
    public List<Telling> past(FactSheet sheet, Predicate<Telling> which) {
        return tellings.stream()
                .filter(telling -> telling.sheet() == sheet && telling.since() <= known)
                .filter(which)
                .toList();
    }

    /// Whether a row is of a member, or of a person found to be the same.
    public static boolean isOf(Telling telling, Member member) {
        return telling.subject() == member.id().value() || member.merged().contains(new PersonId(telling.subject()));
    }

    /// The sources that told something of this family that stands, with the day on which each last stood by it.
    public Map<Source, LocalDate> confirmed() {
        Map<Source, LocalDate> last = new HashMap<>();
        for (Telling row : tellings) {
            for (Telling.By by : row.replacedBy() == null ? row.tellers() : List.<Telling.By>of()) {
                Source source = sources.get(by.source());
                if (source != null) {
                    last.merge(source, source.confirmed(by.told()), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        return last;
    }
}
