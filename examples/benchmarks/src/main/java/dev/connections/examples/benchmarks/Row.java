package dev.connections.examples.benchmarks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the benchmark methods of a class compare. The method {@code floor} is the least code that does the work, and
 * {@code connections} the SDK; where there is a method {@code bare}, only what the others add to it counts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Row {
    /** {@return the number of the row, and a letter where a row has parts} */
    String number();

    /** {@return the work that is measured} */
    String work();

    /** {@return how many times the floor the SDK may take; 0 if that is not bounded} */
    double timesFloor() default 0;

    /** {@return how many milliseconds the SDK may take; 0 if that is not bounded} */
    double milliseconds() default 0;
}
