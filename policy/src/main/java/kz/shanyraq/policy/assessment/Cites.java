package kz.shanyraq.policy.assessment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.household.Column;

/// What makes a field of an [Assessment] a step of the law: where the law says it, in which unit it is, and
/// which facts it reads. The fields in their order are the explanation; there is no second description of the
/// rule.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Cites {

    /// Where the law says so; the citation itself is dated.
    Provision value();

    /// What the field's number means.
    Unit as() default Unit.TENGE;

    /// The columns of the household format on which the step rests; none for a figure of the law.
    Column[] reads() default {};

    /// The figures that the step reads, by the beginning of their names, such as
    /// [kz.shanyraq.policy.figures.Figures#MONTHLY_INDEX].
    String[] figures() default {};

    /// What the number of a step means.
    enum Unit {
        /// Whole tenge.
        TENGE,
        /// Hundredths of a tenge, shown as tenge with two decimals.
        TIYN,
        /// A number of persons, children, months, cars.
        COUNT,
        /// Hundredths: a coefficient or a percentage with two decimals.
        HUNDREDTHS,
        /// A [Verdict]: the condition holds, does not hold, or cannot be told.
        CONDITION,
        /// The ordinal of a [Kind].
        KIND
    }
}
