package kz.shanyraq.office.employment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.shanyraq.office.employment.Contract;
import kz.shanyraq.office.employment.ContractState;
import kz.shanyraq.office.employment.DutyState;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.PersonId;
import kz.shanyraq.office.registry.Telling;
import org.jspecify.annotations.Nullable;

/// A social contract in words, as its pages and that of the family show it.
///
/// @param own whether the family itself looks
public record ContractView(Contract contract, FamilyFile file, boolean own) {

    /// Where the contract stands, for who looks.
    public String address() {
        return own ? "/my/contract" : "/contracts/" + contract.id();
    }

    /// "№ 17, 01.10.2026 – 31.12.2026".
    public String title(Text t) {
        return t.say("employment.contract.numbered", Long.toString(contract.id()), contract.from(), contract.until());
    }

    /// The state in words.
    public String state(Text t) {
        return t.say("employment.state." + contract.state().code());
    }

    /// The colour of the state.
    public Tone tone() {
        return switch (contract.state()) {
            case OFFERED -> Tone.WAIT;
            case SIGNED -> Tone.INFO;
            case RUNNING, FULFILLED -> Tone.GOOD;
            case BROKEN -> Tone.BAD;
            case ENDED -> Tone.PLAIN;
        };
    }

    /// The name of a member.
    public String name(PersonId person) {
        Member known = member(person);
        return known == null ? "№ " + person.value() : known.called();
    }

    private @Nullable Member member(PersonId person) {
        return file.members().stream()
                .filter(member -> member.id().equals(person) || member.merged().contains(person))
                .findFirst()
                .orElse(null);
    }

    /// Members with their duties and steps, those who have duties first.
    public List<Person> persons() {
        return contract.parties().stream()
                .sorted(java.util.Comparator.comparing(Contract.Party::standing)
                        .thenComparing(party -> name(party.person())))
                .map(party -> new Person(
                        party,
                        name(party.person()),
                        contract.duties().stream()
                                .filter(duty -> duty.person().equals(party.person()))
                                .toList(),
                        contract.steps().stream()
                                .filter(step -> step.person().equals(party.person()))
                                .toList()))
                .toList();
    }

    /// A member in the contract.
    public record Person(Contract.Party party, String name, List<Contract.Duty> duties, List<Contract.Step> steps) {

        /// Whether there are duties or none, in words; the reason only where it may be seen.
        public String standing(Text t) {
            return party.ground() == null
                    ? t.say("employment.standing." + party.standing().code())
                    : t.say("employment.ground." + party.ground().code());
        }

        /// How the member signed, in words; null if not yet.
        public @Nullable String signed(Text t) {
            LocalDate day = party.signedOn();
            return day == null
                    ? null
                    : "paper".equals(party.how())
                            ? t.say("employment.signed.paper", day, String.valueOf(party.document()))
                            : t.say("employment.signed.page", day);
        }
    }

    /// A duty by its kind.
    public String kind(Contract.Duty duty, Text t) {
        return t.say("employment.duty." + duty.kind().code());
    }

    /// How a duty stands.
    public String state(Contract.Duty duty, Text t) {
        return duty.overdue(t.today())
                ? t.say("employment.duty.overdue", duty.due())
                : duty.state() == DutyState.OPEN
                        ? t.say("employment.duty.due", duty.due())
                        : t.say("employment.duty." + duty.state().code());
    }

    /// The colour of a duty.
    public Tone tone(Contract.Duty duty, Text t) {
        return switch (duty.state()) {
            case OPEN -> duty.overdue(t.today()) ? Tone.WAIT : Tone.INFO;
            case DONE -> Tone.GOOD;
            case MISSED -> Tone.BAD;
            case EXCUSED -> Tone.PLAIN;
        };
    }

    /// What was said of a duty.
    public String said(Contract.Word word, Text t) {
        String what = word.proof() == null
                ? t.say("employment.duty." + word.state().code())
                : t.say("employment.proof." + word.proof());
        return t.moment(word.at()) + " · " + what + ": " + word.words();
    }

    /// What the registers say that bears on a member's duties: the day of registration as a job-seeker;
    /// null if that is not known.
    public @Nullable String register(PersonId person, Text t) {
        Member member = member(person);
        if (member == null) {
            return null;
        }
        Telling row = file.held(FactSheet.ACTIVITY, member).orElse(null);
        String day = row == null ? null : row.cell("registered_on");
        return day == null
                ? null
                : day.equals("infinity")
                        ? t.say("employment.register.never")
                        : t.say("employment.register.on", LocalDate.parse(day));
    }

    /// What somebody should do now about the contract.
    public List<Todo> now(Text t) {
        if (!contract.state().live()) {
            return List.of();
        }
        Contract.Breach breach = contract.open();
        boolean late = contract.duties().stream().anyMatch(duty -> duty.overdue(t.today()));
        boolean missed = contract.duties().stream().anyMatch(duty -> duty.state() == DutyState.MISSED);
        return Stream.of(
                        contract.state() == ContractState.OFFERED ? todo("employment.now.sign", t) : null,
                        breach != null && breach.proposal() != null ? todo("employment.now.decide", t) : null,
                        breach != null && breach.proposal() == null ? todo("employment.now.warned", t) : null,
                        late && !own ? todo("employment.now.overdue", t) : null,
                        missed && breach == null && !own ? todo("employment.now.missed", t) : null)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private Todo todo(String word, Text t) {
        return new Todo(Icon.HANDSHAKE, t.say(word), title(t), t.say("employment.open"), address());
    }
}
