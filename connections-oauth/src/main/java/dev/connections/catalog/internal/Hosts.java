package dev.connections.catalog.internal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The shape of host names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1">RFC 1123, section 2.1</a>
 */
final class Hosts {
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern ONE_LABEL = Pattern.compile(LABEL);
    private static final Pattern LABELS = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    /** The last label of a public name begins with a letter, which no form of an IP address does. */
    private static final Pattern BARE_NAME = Pattern.compile("(?:" + LABEL + "\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private static final int LONGEST = 253; // RFC 1035, section 2.3.4, written without the final dot

    private Hosts() {}

    static boolean isLabel(String value) {
        return ONE_LABEL.matcher(value).matches();
    }

    /** Tells whether a text is host labels with dots between. */
    static boolean isHost(String value) {
        return value.length() <= LONGEST && LABELS.matcher(value).matches();
    }

    /** Tells whether a text is a host name with a domain, and neither an address nor a local name. */
    static boolean isBareName(String value) {
        return value.length() <= LONGEST && BARE_NAME.matcher(value).matches() && !value.endsWith(".localhost");
    }

    /** Tells whether a host is one of these, where {@code *.example.com} is every host below. */
    static boolean isAmong(List<String> hosts, String value) {
        return hosts.stream()
                .anyMatch(host -> host.startsWith("*.")
                        ? value.endsWith(host.substring(1)) && isHost(value)
                        : value.equals(host));
    }
}
