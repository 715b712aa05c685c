package dev.connections.oauth.internal.registration;

import dev.connections.Secret;
import dev.connections.oauth.RegisteredClient;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What a server registered. */
record KnownRegistered(
        String id,
        Optional<Secret> secret,
        Optional<Instant> secretExpiresAt,
        Optional<URI> configurationUri,
        Optional<Secret> registrationToken)
        implements RegisteredClient {
    @Override
    public String toString() {
        return "RegisteredClient[" + id + "]";
    }
}
