package dev.connections.internal.input;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The shape of host names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1">RFC 1123, section 2.1</a>
 */
final class HostNames {
    private static final int LONGEST = 253; // RFC 1035, section 2.3.4, without the final dot
    private static final int LONGEST_LABEL = 63;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

    private HostNames() {}

    static boolean isLabel(String value) {
        return value.length() <= LONGEST_LABEL && LABEL.matcher(value).matches();
    }

    /** Labels with dots between. */
    static boolean isHost(String value) {
        return value.length() <= LONGEST
                && List.of(value.split("\\.", -1)).stream().allMatch(HostNames::isLabel);
    }

    /** A host below a top-level domain; no form of an IP address, whose last part begins with a digit, and no local name. */
    static boolean isPublicName(String value) {
        String last = value.substring(value.lastIndexOf('.') + 1);
        return isHost(value)
                && last.length() < value.length()
                && last.length() > 1
                && Character.isLetter(last.charAt(0))
                && !last.equals("localhost");
    }

    /** One of these, where {@code *.example.com} is every host below. */
    static boolean isAmong(List<String> hosts, String value) {
        return isHost(value)
                && hosts.stream()
                        .anyMatch(
                                host -> host.startsWith("*.") ? value.endsWith(host.substring(1)) : value.equals(host));
    }
}
