package kz.shanyraq.office.employment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.employment.Contract;
import kz.shanyraq.office.employment.ContractState;
import kz.shanyraq.office.employment.DutyKind;
import kz.shanyraq.office.employment.DutyState;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import org.jspecify.annotations.Nullable;

/// A social contract: members, duties, plans, signatures, and the way to its end.
///
/// @param manages whether the one who looks works with it
/// @param decides whether the one who looks may decide what another proposed
/// @param form what was typed; with mistakes, if there are any
public record ContractPage(ContractView view, boolean manages, boolean decides, Form form) {

    /// A form that was sent.
    ///
    /// @param name which form of the page
    /// @param wrong the fields with a mistake
    public record Form(String name, Map<String, String> typed, List<String> wrong) {
        /// No form.
        public static final Form NONE = new Form("", Map.of(), List.of());
    }

    /// The contract.
    public Contract contract() {
        return view.contract();
    }

    /// What was typed into a field of a form.
    public String typed(String name, String field) {
        return form.name.equals(name) ? form.typed.getOrDefault(field, "") : "";
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String name, String field, Text t) {
        return form.name.equals(name) && form.wrong.contains(field) ? t.say("employment.wrong." + field) : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return form.wrong.stream()
                .map(field -> new FieldError(form.name + "-" + field, t.say("employment.wrong." + field)))
                .toList();
    }

    /// Members who have duties.
    public List<Option> obliged() {
        return contract().obliged().stream()
                .map(party -> new Option(Long.toString(party.person().value()), view.name(party.person())))
                .toList();
    }

    /// Members who have duties and have not signed.
    public List<Option> unsigned() {
        return contract().obliged().stream()
                .filter(party -> party.signedOn() == null)
                .map(party -> new Option(Long.toString(party.person().value()), view.name(party.person())))
                .toList();
    }

    /// What can be promised.
    public List<Option> kinds(Text t) {
        return Arrays.stream(DutyKind.values())
                .map(kind -> new Option(kind.code(), t.say("employment.duty." + kind.code())))
                .toList();
    }

    /// What can have become of a duty.
    public List<Option> outcomes(Contract.Duty duty, Text t) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.state() != duty.state())
                .filter(outcome -> outcome != Outcome.MISSED || maybeMissed(duty, t))
                .map(outcome -> new Option(outcome.code(), t.say("employment.outcome." + outcome.code())))
                .toList();
    }

    private boolean maybeMissed(Contract.Duty duty, Text t) {
        return contract().signedOn() != null && duty.due().isBefore(t.today());
    }

    /// What can have become of a duty, with the kind of its proof.
    enum Outcome {
        DOCUMENT(DutyState.DONE, "document"),
        REGISTER(DutyState.DONE, "register"),
        EXCUSED(DutyState.EXCUSED, null),
        MISSED(DutyState.MISSED, null),
        OPEN(DutyState.OPEN, null);

        private final DutyState state;
        private final @Nullable String proof;

        Outcome(DutyState state, @Nullable String proof) {
            this.state = state;
            this.proof = proof;
        }

        DutyState state() {
            return state;
        }

        @Nullable
        String proof() {
            return proof;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Whether the contract still waits for signatures.
    public boolean offered() {
        return contract().state() == ContractState.OFFERED;
    }

    /// Whether the family may be warned: a duty was missed, or measures are refused.
    public boolean mayWarn() {
        return manages && contract().state().live() && contract().open() == null;
    }

    /// What a warning can be about.
    public List<Option> warnings(Text t) {
        boolean missed = contract().duties().stream().anyMatch(duty -> duty.state() == DutyState.MISSED);
        Option refused = new Option("refused", t.say("employment.breach.refused"));
        return missed ? List.of(new Option("broken", t.say("employment.breach.broken")), refused) : List.of(refused);
    }
}
