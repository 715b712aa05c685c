package dev.connections.catalog.internal;

import dev.connections.ConnectionConfigurationException;
import dev.connections.oauth.internal.wire.ForeignText;
import java.util.List;

/** The catalogue's errors: what, where and how to fix it. */
final class Refusal {
    private Refusal() {}

    static ConnectionConfigurationException of(String code, String message) {
        return new ConnectionConfigurationException(code, message, null);
    }

    /** A value that somebody forgot. */
    static ConnectionConfigurationException missing(Heading service, String field, String advice) {
        return of("input_missing", service + " needs a value for \"" + field + "\"; " + advice);
    }

    /** A value of the wrong shape. */
    static ConnectionConfigurationException malformed(Heading service, String field, String value, String advice) {
        return of(
                "input_malformed",
                service + " cannot use the value " + quoted(value) + " for \"" + field + "\"; " + advice);
    }

    /** A value that nobody asked for. */
    static ConnectionConfigurationException unknown(Heading service, String field, List<String> known) {
        return of(
                "input_unknown",
                service + " does not ask for " + quoted(field) + "; "
                        + (known.isEmpty() ? "it asks for nothing, leave it out" : "it asks for " + known));
    }

    /** Quotes foreign text: one line, cut short. */
    static String quoted(String foreign) {
        return '"' + ForeignText.clean(foreign, List.of()) + '"';
    }
}
