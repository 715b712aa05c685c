package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;

/**
 * One thing that is wrong, before lines are counted.
 *
 * @param code stable name
 * @param severity how bad it is
 * @param place where
 * @param problem what is wrong
 * @param advice what to do instead
 * @param fix the same as a change
 */
public record Diagnosis(String code, Severity severity, Place place, String problem, String advice, Fix fix) {
    static Diagnosis error(String code, Place place, String problem, String advice) {
        return new Diagnosis(code, Severity.ERROR, place, problem, advice, Fix.NONE);
    }

    static Diagnosis warning(String code, Place place, String problem, String advice) {
        return new Diagnosis(code, Severity.WARNING, place, problem, advice, Fix.NONE);
    }

    static Diagnosis hint(String code, Place place, String problem, String advice) {
        return new Diagnosis(code, Severity.HINT, place, problem, advice, Fix.NONE);
    }

    /** The same, as badly as this. */
    Diagnosis as(Severity other) {
        return new Diagnosis(code, other, place, problem, advice, fix);
    }

    Diagnosis fixedBy(Fix change) {
        return new Diagnosis(code, severity, place, problem, advice, change);
    }
}
