package kz.shanyraq.office.employment;

import java.time.LocalDate;
import kz.shanyraq.office.registry.FamilyId;

/// Two persons decided that a social contract was broken, or that work was refused: the condition of the
/// assistance is gone. Payment stops by a decision of its own.
///
/// @param from the first day on which the contract no longer holds
public record ContractBroken(long contract, FamilyId family, LocalDate from) {}
