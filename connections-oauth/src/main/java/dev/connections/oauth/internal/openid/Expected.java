package dev.connections.oauth.internal.openid;

import java.time.Instant;

/**
 * What an ID token must say.
 *
 * @param issuer the issuer the browser was sent to
 * @param clientId the client it must be made for
 * @param nonce the one-time value of this authorization
 * @param accessToken the access token beside it, for {@code at_hash}
 * @param now the time
 */
public record Expected(String issuer, String clientId, String nonce, String accessToken, Instant now) {
    @Override
    public String toString() {
        return "Expected[" + issuer + "]";
    }
}
