package dev.connections.oauth.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.connections.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Proof Key for Code Exchange, RFC 7636.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4">RFC 7636, section 4</a>
 */
public final class Pkce {
    private static final int ENTROPY_BYTES = 32; // 256 bits: RFC 7636, section 7.1; 43 characters
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private Pkce() {}

    /** Makes a verifier of 43 characters out of 32 random bytes. */
    public static Secret verifier() {
        byte[] random = new byte[ENTROPY_BYTES];
        RANDOM.nextBytes(random);
        return Secret.of(BASE64URL.encodeToString(random));
    }

    /** Returns the {@code S256} challenge of a verifier. */
    public static String challenge(Secret verifier) {
        return BASE64URL.encodeToString(sha256().digest(verifier.reveal().getBytes(US_ASCII)));
    }

    /**
     * Returns the OpenID Connect nonce that belongs to a verifier: as hard to guess, of no use to guess it, and nothing more to
     * keep.
     */
    public static String nonce(Secret verifier) {
        return BASE64URL.encodeToString(sha256().digest(("nonce of " + verifier.reveal()).getBytes(US_ASCII)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
