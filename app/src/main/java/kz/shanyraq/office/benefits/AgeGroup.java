package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.Period;

/// An age of the members of a family, as the check asks for it: between its borders the law makes no difference, so
/// that one age stands for all of them.
public enum AgeGroup {
    /// From 18 to pension age, who do not study full-time.
    ADULTS(Period.ofYears(40)),
    /// Of pension age.
    ELDERS(Period.ofYears(70)),
    /// From 18 to 22, who study full-time.
    STUDENTS(Period.ofYears(20)),
    /// From 7 to 17.
    SCHOOL(Period.ofYears(12)),
    /// From one and a half to 6.
    SMALL(Period.ofYears(4)),
    /// From one to one and a half.
    INFANTS(Period.ofMonths(15)),
    /// Under one.
    BABIES(Period.ofMonths(6));

    private final Period age;

    AgeGroup(Period age) {
        this.age = age;
    }

    /// A date of birth of this age.
    LocalDate born(LocalDate day) {
        return day.minus(age);
    }

    /// Whether it is an age under 18.
    public boolean isChild() {
        return ordinal() >= SCHOOL.ordinal();
    }
}
