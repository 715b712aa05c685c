package dev.connections.oauth.internal.wire;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes ids of JSON Web Tokens: one for each, never guessed and never the same.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7">RFC 7519, section 4.1.7</a>
 */
public final class JwtId {
    private static final int BYTES = 16; // RFC 9449, section 4.2, wants 96 bits at least
    private static final SecureRandom RANDOM = new SecureRandom();

    private JwtId() {}

    /** Returns a new one, 128 random bits in base64url. */
    public static String next() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
