package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.internal.token.StoredToken;
import java.util.Optional;

/** Stored tokens to vary. */
final class Tokens {
    private Tokens() {}

    static StoredToken withRefreshToken(Secret refresh) {
        return token(Optional.of(refresh));
    }

    static StoredToken withoutRefreshToken() {
        return token(Optional.empty());
    }

    static StoredToken issuedBy(String tokenServer) {
        return new StoredToken(
                "default",
                Optional.of(Secret.of("a-1")),
                Optional.of(Secret.of("r-1")),
                "Bearer",
                FakeContext.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(tokenServer),
                Optional.empty(),
                Optional.empty());
    }

    static StoredToken ofType(String access, String type) {
        return new StoredToken(
                "default",
                Optional.of(Secret.of(access)),
                Optional.empty(),
                type,
                FakeContext.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static StoredToken token(Optional<Secret> refresh) {
        return new StoredToken(
                "default",
                Optional.of(Secret.of("a-1")),
                refresh,
                "Bearer",
                FakeContext.NOW.minusSeconds(3600),
                Optional.of(FakeContext.NOW),
                Optional.empty(),
                Optional.of("read write"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
