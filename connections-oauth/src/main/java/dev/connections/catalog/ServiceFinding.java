package dev.connections.catalog;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing that {@link ServiceLinter} found in a definition: what, where, and what to write instead. Texts are short and clean,
 * and no secret stands in them, so that a finding can be logged.
 *
 * @param severity how bad it is
 * @param code the stable name of what is wrong, {@code lower_snake_case}
 * @param pointer where, as JSON Pointer (RFC 6901) into what was checked; empty for the whole of it
 * @param problem what is wrong, with the value quoted: half a sentence
 * @param advice what to write instead: half a sentence
 */
public record ServiceFinding(Severity severity, String code, String pointer, String problem, String advice) {
    /** How bad a finding is, the worst first. */
    public enum Severity {
        /** It does not work, gives something away, or will soon stop working. */
        ERROR,
        /** It works, and a standard or good practice says otherwise. */
        WARNING,
        /** Nothing may be wrong; a person should look. */
        HINT
    }

    /**
     * Refuses null.
     *
     * @param severity as the component
     * @param code as the component
     * @param pointer as the component
     * @param problem as the component
     * @param advice as the component
     */
    public ServiceFinding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(advice, "advice");
    }

    /**
     * Returns everything on one line, for example {@code error http_url at /authentication/settings/token_endpoint:
     * "http://acme.example" is not encrypted; write https}.
     *
     * @return the line, without line break
     */
    @Override
    public String toString() {
        String at = pointer.isEmpty() ? "" : " at " + pointer;
        return severity.name().toLowerCase(Locale.ROOT) + " " + code + at + ": " + problem + "; " + advice;
    }
}
