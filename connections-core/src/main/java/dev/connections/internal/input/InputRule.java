package dev.connections.internal.input;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value may be.
 *
 * @param position where it goes
 * @param options the only values there are; empty if there are others
 * @param hosts the only hosts there are; empty if there are others
 * @param shape the shape of its text
 */
record InputRule(Position position, List<String> options, List<String> hosts, Optional<TextShape> shape) {
    /** Needs no encoding in a path, a query or a header, and is no part of an address's structure (RFC 3986, section 3.3). */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._~@-]{1,253}");

    private static final Pattern HOST = Pattern.compile("(?:\\*\\.(?=[^.]+\\.))?[a-z0-9.-]{1,253}");

    /** Where a value goes. */
    enum Position {
        /** Into a path, a parameter or a header. */
        TEXT,
        /** Into a host, as labels of it. */
        LABEL,
        /** It is the whole host. */
        HOST
    }

    InputRule {
        options = List.copyOf(options);
        hosts = List.copyOf(hosts);
        for (String option : options) {
            require(HARMLESS.matcher(option).matches(), option, "letters, digits, '.', '_', '~', '@' and '-'");
        }
        for (String host : hosts) {
            require(HOST.matcher(host).matches(), host, "a host name, or *.example.com for every one below");
        }
    }

    private static void require(boolean holds, String value, String instead) {
        if (!holds) {
            throw Refused.rule("lists " + Refused.quoted(value) + "; write " + instead);
        }
    }

    boolean isWholeHost() {
        return position == Position.HOST;
    }

    /** Whoever gives the value chooses the domain. */
    boolean isAnyHost() {
        return isWholeHost() && hosts.isEmpty();
    }

    InputRule inHost() {
        return position == Position.TEXT ? new InputRule(Position.LABEL, options, hosts, shape) : this;
    }

    boolean admits(String value) {
        if (!options.isEmpty()) {
            return options.contains(value);
        }
        return HARMLESS.matcher(value).matches()
                && shape.filter(expected -> !expected.matches(value)).isEmpty()
                && switch (position) {
                    case TEXT -> !value.equals(".") && !value.equals("..");
                    case LABEL -> HostNames.isLabel(value);
                    case HOST -> hosts.isEmpty() ? HostNames.isPublicName(value) : HostNames.isAmong(hosts, value);
                };
    }

    /** Says what to give, as the end of a sentence. */
    String advice() {
        if (!options.isEmpty()) {
            return "give one of " + options;
        }
        if (!hosts.isEmpty()) {
            return "give a host like one of " + hosts + ", without https:// and path";
        }
        return shape.map(expected -> "give a text of the shape " + expected).orElseGet(() -> switch (position) {
            case TEXT -> "use letters, digits, '.', '_', '~', '@' and '-'";
            case LABEL -> "use a-z, 0-9 and '-' inside, 63 characters at most, without dots";
            case HOST -> "give a public host name in lower case, without https://, port and path";
        });
    }
}
