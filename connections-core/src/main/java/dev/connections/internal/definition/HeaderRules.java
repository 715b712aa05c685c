package dev.connections.internal.definition;

import dev.connections.ConnectionConfigurationException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be sent as a header; checked here so that no client's own message ever shows a value (RELIABILITY X4). */
public final class HeaderRules {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> OURS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "cookie", "upgrade", "te", "trailer");

    private HeaderRules() {}

    /** Checks a header name that a definition or strategy sets. */
    public static String name(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new ConnectionConfigurationException(
                    "header_malformed",
                    "the header name " + Addresses.shown(name) + " is not an RFC 9110 token; use letters, digits and -",
                    null);
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new ConnectionConfigurationException(
                    "header_malformed",
                    "the header " + name
                            + " belongs to the HTTP client; use another one (cookies: cookie(name, value))",
                    null);
        }
        return name;
    }

    /** Checks a header value without ever quoting it. */
    public static String value(String name, String value) {
        boolean edged = !value.isEmpty() && (value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ');
        if (edged || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new ConnectionConfigurationException(
                    "header_malformed",
                    "the value for header " + name + " " + problem(value)
                            + "; enter it again without it (the value is not shown)",
                    null);
        }
        return value;
    }

    private static String problem(String value) {
        if (value.endsWith("\n") || value.endsWith("\r")) {
            return "ends with a line break";
        }
        return value.strip().length() < value.length()
                ? "begins or ends with a space"
                : "holds a control character or a non-ASCII letter";
    }
}
