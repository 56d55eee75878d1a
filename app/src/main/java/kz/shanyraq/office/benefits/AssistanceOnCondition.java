package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.office.employment.WorkWanted;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.PersonId;

/// Targeted assistance was granted on condition (Social Code, article 122): employment makes the social contract.
public record AssistanceOnCondition(
        FamilyId family, List<PersonId> persons, String decision, LocalDate from, LocalDate until)
        implements WorkWanted {}
