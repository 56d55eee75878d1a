package kz.shanyraq.nation.survey;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.IncomeKind;

/// How the households of one survey become families.
interface Survey {

    /// Kinds that a survey of regular income does not ask for: what is received once.
    Set<IncomeKind> ONCE = EnumSet.of(
            IncomeKind.PROPERTY_SALE,
            IncomeKind.GIFT,
            IncomeKind.LOAN,
            IncomeKind.BIRTH_GRANT,
            IncomeKind.RELOCATION_GRANT,
            IncomeKind.BURIAL_BENEFIT);

    /// The file whose rows belong to the households, beside `households`.
    String members();

    /// The columns of families and persons that it fills.
    ///
    /// @param presume whether those that are presumed are filled too
    Set<Column> columns(boolean presume);

    /// Kinds of income that it did not ask for.
    Set<IncomeKind> notAsked();

    /// For how many months before the move it tells incomes.
    int months();

    /// The families of a household, none of them empty.
    ///
    /// @param rows the rows of the file of members that belong to the household, in their order
    /// @throws SurveyRow.Unfit if a row cannot be read
    List<Draft.Family> families(SurveyRow household, List<SurveyRow> rows, Move move, Remarks remarks);
}
