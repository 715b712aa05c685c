package dev.connections.oauth.internal.dpop;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a resource server says about a proof that it did not take, beside what it may say about other schemes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-7.1">RFC 9449, section 7.1</a>
 */
final class Challenge {
    private static final int LONGEST = 8192;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

    /** A parameter, or else a scheme (RFC 9110, section 11.6.1). */
    private static final Pattern PART =
            Pattern.compile("(" + TOKEN + ")(?:[ \\t]*+=[ \\t]*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(" + TOKEN + ")))?+");

    private Challenge() {}

    /** Returns the error of the first challenge of a scheme, empty if there is none. */
    static String error(List<String> headers, String scheme) {
        return headers.stream()
                .filter(header -> header.length() <= LONGEST)
                .map(header -> errorIn(header, scheme))
                .filter(error -> !error.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String errorIn(String header, String scheme) {
        boolean meant = false;
        Matcher part = PART.matcher(header);
        while (part.find()) {
            String value = part.group(2) != null ? part.group(2) : part.group(3);
            if (value == null) {
                meant = part.group(1).equalsIgnoreCase(scheme);
            } else if (meant && part.group(1).equalsIgnoreCase("error")) {
                return value;
            }
        }
        return "";
    }
}
