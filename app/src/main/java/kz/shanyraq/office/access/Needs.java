package kz.shanyraq.office.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The right that a page needs: on each method of a controller, unless it is [Open]. The office does not start with
/// a page that has neither.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /// One of these suffices.
    Right[] value();

    /// Whether password or code must have been given in the last ten minutes; else they are asked for first.
    boolean again() default false;
}
