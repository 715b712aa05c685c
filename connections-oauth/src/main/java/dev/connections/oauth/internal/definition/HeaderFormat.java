package dev.connections.oauth.internal.definition;

/**
 * How a request carries the access token.
 *
 * @param name the header
 * @param before what stands before the token
 * @param after what stands after it
 */
public record HeaderFormat(String name, String before, String after) {
    private static final String TOKEN = "{token}";

    /** The header that carries it unless the service has one of its own. */
    public static final String NAME = "Authorization";

    /** The member that names another one. */
    static final String MEMBER = "token_header";

    static HeaderFormat of(Document document) {
        String name = document.text(MEMBER).orElse(NAME);
        if (!name.equals(NAME)) {
            HeaderText.requireFreeName(name);
        }
        return of(name, document.text("authorization_header").orElse("Bearer {token}"));
    }

    private static HeaderFormat of(String name, String format) {
        int at = format.indexOf(TOKEN);
        if (at < 0 || format.indexOf(TOKEN, at + 1) >= 0) {
            throw HeaderText.malformed(
                    "the header format \"" + format + "\" must hold {token} once; write it like Bearer {token}");
        }
        HeaderText.requireValue("the header format", format);
        return new HeaderFormat(name, format.substring(0, at), format.substring(at + TOKEN.length()));
    }

    /** Returns the header's value. */
    public String value(String token) {
        return before + token + after;
    }
}
