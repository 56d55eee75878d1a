package kz.shanyraq.office.employment.web;

import java.util.List;
import kz.shanyraq.office.employment.Contract;
import kz.shanyraq.office.employment.ContractState;
import kz.shanyraq.office.employment.Standing;
import kz.shanyraq.office.registry.PersonId;
import org.jspecify.annotations.Nullable;

/// The own family's contract: what was promised, until when, and what happens if not.
///
/// @param view the contract that counts: the one that has not ended, else the last one; null if there is
/// none
/// @param me who looks
/// @param past contracts before it
public record MyContractPage(@Nullable ContractView view, PersonId me, List<ContractView> past) {

    /// Whether the one who looks is asked to sign.
    public boolean maySign() {
        return view != null
                && view.contract().state() == ContractState.OFFERED
                && !view.contract().unready()
                && view.contract().parties().stream()
                        .anyMatch(party -> party.person().equals(me)
                                && party.standing() == Standing.DUTY
                                && party.signedOn() == null);
    }

    /// Those who have not signed yet, beside the one who looks.
    public List<String> others() {
        return view == null
                ? List.of()
                : view.contract().obliged().stream()
                        .filter(party ->
                                party.signedOn() == null && !party.person().equals(me))
                        .map(Contract.Party::person)
                        .map(view::name)
                        .toList();
    }
}
