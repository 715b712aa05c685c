package dev.connections.catalog.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an input's value may be.
 *
 * @param place where the value goes
 * @param options the only values there are, empty if there are others
 * @param hosts the only hosts there are, empty if there are others
 * @param pattern the shape of its text
 */
record InputRule(Position place, List<String> options, List<String> hosts, Optional<InputPattern> pattern) {
    /** Needs no encoding in a path, a query or a header, and is no part of an address's structure. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._~@-]{1,253}"); // of RFC 3986, section 3.3

    /** Where a value goes. */
    enum Position {
        /** Into a path, a parameter or a header. */
        TEXT,
        /** Into a label of a host. */
        LABEL,
        /** It is the whole host. */
        HOST
    }

    InputRule {
        options = List.copyOf(options);
        hosts = List.copyOf(hosts);
    }

    /** Tells whether the catalogue itself lists every value, so that none of them is a stranger's. */
    boolean isClosed() {
        return !options.isEmpty();
    }

    /** Tells whether the value is a whole host name. */
    boolean isWholeHost() {
        return place == Position.HOST;
    }

    /** Tells whether whoever gives the value chooses the domain. */
    boolean isAnyHost() {
        return isWholeHost() && !isClosed() && hosts.isEmpty();
    }

    InputRule at(Position used) {
        return new InputRule(place == Position.HOST ? place : used, options, hosts, pattern);
    }

    boolean admits(String value) {
        if (isClosed()) {
            return options.contains(value);
        }
        return HARMLESS.matcher(value).matches()
                && pattern.filter(shape -> !shape.matches(value)).isEmpty()
                && switch (place) {
                    case TEXT -> !value.equals(".") && !value.equals("..");
                    case LABEL -> Hosts.isLabel(value);
                    case HOST -> hosts.isEmpty() ? Hosts.isBareName(value) : Hosts.isAmong(hosts, value);
                };
    }

    void write(JsonGenerator out) throws IOException {
        writeTexts(out, "options", options);
        writeTexts(out, "hosts", hosts);
        if (isAnyHost()) {
            out.writeStringField("host", "own");
        }
        if (pattern.isPresent()) {
            out.writeStringField("pattern", pattern.get().toString());
        }
    }

    private static void writeTexts(JsonGenerator out, String name, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            out.writeArrayFieldStart(name);
            for (String text : texts) {
                out.writeString(text);
            }
            out.writeEndArray();
        }
    }

    /** Says what to give, as the end of a sentence. */
    String advice() {
        if (isClosed()) {
            return "give one of " + options;
        }
        if (!hosts.isEmpty()) {
            return "give a host name like one of " + hosts + ", without https:// and path";
        }
        return pattern.map(shape -> "give a text of the shape " + shape).orElseGet(() -> switch (place) {
            case TEXT -> "use letters, digits, '.', '_', '~', '@' and '-'";
            case LABEL -> "use a-z, 0-9 and '-' inside, 63 characters at most, without dots";
            case HOST -> "give a public host name in lower case, without https://, port and path";
        });
    }
}
