package dev.connections.oauth.internal.definition;

/**
 * How a request carries the access token.
 *
 * @param before what stands before the token
 * @param after what stands after it
 */
public record HeaderFormat(String before, String after) {
    private static final String TOKEN = "{token}";

    /** The header that carries it. */
    public static final String NAME = "Authorization";

    static HeaderFormat of(String format) {
        int at = format.indexOf(TOKEN);
        if (at < 0 || format.indexOf(TOKEN, at + 1) >= 0) {
            throw HeaderText.malformed(
                    "the header format \"" + format + "\" must hold {token} once; write it like Bearer {token}");
        }
        HeaderText.requireValue("the header format", format);
        return new HeaderFormat(format.substring(0, at), format.substring(at + TOKEN.length()));
    }

    /** Returns the header's value. */
    public String value(String token) {
        return before + token + after;
    }
}
