package dev.connections.oauth;

import dev.connections.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A client that an authorization server registered: keep what it says, the server tells it once. Immutable; prints no secret.
 *
 * <pre>{@code
 * OAuth2.authorizationCode().issuer("https://acme.example")
 *     .client(registered.id(), registered.secret().orElseThrow())
 * }</pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1">RFC 7591, section 3.2.1</a>
 */
public interface RegisteredClient {
    /** {@return the client id} */
    String id();

    /** {@return the client secret; empty for a public client and one with a key} */
    Optional<Secret> secret();

    /** {@return when the secret ends; empty if it does not} */
    Optional<Instant> secretExpiresAt();

    /** {@return where the registration can be read, changed and deleted (RFC 7592); empty if nowhere} */
    Optional<URI> configurationUri();

    /** {@return the token that permits that; empty if there is none} */
    Optional<Secret> registrationToken();
}
