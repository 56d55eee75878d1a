package kz.shanyraq.policy.pages;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.policy.Benefit;

/// What the acts say beside conditions and amounts: which benefits go together, and what stops a payment.
final class Notes {

    private static final YearMonth SOCIAL_CODE = YearMonth.of(2023, 7);
    private static final YearMonth REFORM = YearMonth.of(2019, 4);
    private static final YearMonth FAMILY_SUM = YearMonth.of(2020, 1);

    private static final String NOT_SEEN =
            "Also suspended by the article, but not to be seen in these data: no outgoing "
                    + "operation on the bank account for three months, emigration, being missing or wanted, the expired document "
                    + "of a foreigner or kandas, death. It stops from the first day of the month after the information arrives.";

    private static String counted(String what) {
        return "Targeted assistance counts it as income" + what + ".";
    }

    /// The notes of a benefit.
    ///
    /// @param since the first month of the edition
    static List<String> of(Benefit benefit, YearMonth since) {
        return switch (benefit) {
            case TARGETED_ASSISTANCE -> assistance(since);
            case HOUSING_ASSISTANCE ->
                List.of(
                        "Goes with every other benefit; targeted assistance does not count it as income.",
                        "The share that the family bears itself is fixed by the maslikhat, from 5 to 10 percent; where it "
                                + "is not known, 5 percent is taken.");
            case LARGE_FAMILY ->
                List.of(
                        "Paid whatever the income, and beside every other benefit.",
                        counted(" for applications from the second quarter of 2020 on"),
                        "Suspended while all of head, spouse and partner are on full state provision or in prison "
                                + "(Social Code, art. 92).",
                        NOT_SEEN);
            case AWARDED_MOTHER ->
                List.of(
                        "Goes with every other benefit; since April 2019 targeted assistance does not count it as income.",
                        "Suspended while the mother is on full state provision or in prison (Social Code, art. 95).",
                        NOT_SEEN);
            case BIRTH_GRANT ->
                List.of(
                        "Paid once for a child, and beside every other benefit; the right lapses 18 months after the birth.",
                        counted(""));
            case CHILDCARE ->
                List.of(
                        "Instead of it, who takes part in social insurance has the social payment "
                                + "([childcare of the insured](childcare-insured.md)); never both for one child.",
                        counted(""),
                        "Suspended while the child is on full state provision, or the carer is there or in prison "
                                + "(Social Code, art. 83).",
                        NOT_SEEN);
            case CHILDCARE_INSURED ->
                List.of(
                        "Instead of it, who is not insured has the [childcare benefit](childcare.md), which is also its "
                                + "least amount; never both for one child.",
                        counted(""));
            case DISABILITY_BENEFIT ->
                List.of(
                        "With the benefit on the [loss of a breadwinner](survivor.md) only for a child, or with a "
                                + "disability since childhood; otherwise one of the two, by choice (Social Code, arts "
                                + "175 §6, 177 §5–6). Without a choice on record the larger is taken.",
                        "In a centre on full state provision 30 percent, but at least the subsistence minimum, go to the "
                                + "person and 70 percent to the centre (art. 178 §5–7); full payment from the month after "
                                + "leaving. The two parts may exceed the benefit: so the article is written.",
                        "Since April 2019 targeted assistance does not count that of a child; that of an adult it counts.");
            case SURVIVOR ->
                List.of(
                        "With the [disability benefit](disability-benefit.md) only for a child, or with a disability since "
                                + "childhood; otherwise one of the two, by choice (Social Code, arts 175 §6, 177 §5–6). "
                                + "Who has chosen the other one is not counted among the dependants here.",
                        counted(""));
            case CHILD_DISABILITY_CARE ->
                List.of(
                        "Goes with the child's own disability benefit.",
                        counted(""),
                        "Refused while the child is on full state provision.");
            case GROUP1_CARE ->
                List.of(
                        "Goes with the disability benefit of the person who is cared for.",
                        counted(""),
                        "Refused while the person is on full state provision. The article also excludes a carer who is "
                                + "incapable or on a psychiatric register, and one who lives in another settlement: these "
                                + "data do not show it.");
            case JOB_LOSS ->
                List.of(
                        "Needs registration as unemployed, which work and pension age exclude.",
                        counted(""),
                        "Months that were paid before use up twelve months of the record each.");
        };
    }

    private static List<String> assistance(YearMonth since) {
        var notes = new ArrayList<String>();
        notes.add("It tops up whatever the family has: other benefits do not exclude it, they are counted as income.");
        notes.add(
                since.isBefore(REFORM)
                        ? "Not counted: the assistance itself, housing assistance, burial benefit, relocation payment."
                        : "Not counted: the assistance itself, housing assistance, burial benefit, relocation payment; "
                                + "scholarships, the benefits of children with disabilities and of awarded mothers"
                                + (since.isBefore(FAMILY_SUM)
                                        ? "; the benefit of large families."
                                        : since.equals(FAMILY_SUM)
                                                ? "; for applications of the first quarter of 2020 the benefit of large "
                                                        + "families."
                                                : "."));
        notes.add("Awarded for the quarter of the application, from its month on; every quarter is a new application.");
        notes.add(
                since.isBefore(SOCIAL_CODE)
                        ? "It ends with the social contract, with the death of the applicant, with a move, and where false "
                                + "data led to the award."
                        : "It ends before its quarter where the applicant dies, the family moves for permanent residence, "
                                + "the social contract is terminated, or false data led to the award (Social Code, art. "
                                + "129).");
        notes.add("A broken contract, refused work and false data bar a new award for six months.");
        return notes;
    }

    private Notes() {}
}
