package dev.connections.oauth.internal.token;

import dev.connections.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose a token is, as the ID token proved that came with it.
 *
 * @param issuer who said so
 * @param subject the issuer's stable id of the user
 * @param nonce the one-time value of that authorization
 * @param issuedAt when it was said, by the issuer's clock
 * @param renewal an ID token that came with a refresh, not checked yet; never stored
 */
public record SignedIn(String issuer, String subject, String nonce, Instant issuedAt, Optional<Secret> renewal) {
    SignedIn with(Optional<Secret> newer) {
        return new SignedIn(issuer, subject, nonce, issuedAt, newer);
    }

    /** Prints the issuer. */
    @Override
    public String toString() {
        return "SignedIn[" + issuer + "]";
    }
}
