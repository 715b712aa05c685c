package dev.connections.oauth.internal.openid;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an ID token must say. One that comes with a refresh must be about the same user as the first, and newer; its times are
 * compared with the first one's alone, which the same clock wrote.
 *
 * @param issuer the issuer the browser was sent to
 * @param clientId the client it must be made for
 * @param nonce the one-time value of this authorization
 * @param accessToken the access token beside it, for {@code at_hash}
 * @param maxAge how long ago the user may have signed in; empty for any time
 * @param before the first ID token, if this one comes with a refresh
 * @param now the time
 */
public record Expected(
        String issuer,
        String clientId,
        String nonce,
        String accessToken,
        Optional<Duration> maxAge,
        Optional<Before> before,
        Instant now) {
    /**
     * What the first ID token said.
     *
     * @param subject whose the account is
     * @param issuedAt when it was said
     */
    public record Before(String subject, Instant issuedAt) {}

    @Override
    public String toString() {
        return "Expected[" + issuer + "]";
    }
}
