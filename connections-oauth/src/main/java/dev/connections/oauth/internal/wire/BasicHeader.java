package dev.connections.oauth.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.Secret;
import java.util.Base64;

/** The {@code Authorization} value of {@code client_secret_basic}. */
public final class BasicHeader {
    private BasicHeader() {}

    /**
     * Returns {@code Basic …} for a client: id and secret are form-encoded first, then joined by a colon.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, section 2.3.1</a>
     */
    public static Secret of(String clientId, Secret secret) {
        String pair = FormEncoding.encode(clientId) + ':' + FormEncoding.encode(secret.reveal());
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(US_ASCII)));
    }

    /** Returns {@code Basic …} with user name and password as they are, in UTF-8. */
    public static Secret raw(String username, String password) {
        String pair = username + ':' + password;
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }
}
