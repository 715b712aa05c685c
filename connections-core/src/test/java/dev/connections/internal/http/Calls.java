package dev.connections.internal.http;

import dev.connections.Secret;
import dev.connections.spi.AuthClient;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;

/** Clients and calls to vary. */
final class Calls {
    static final String CANARY = "s3cr3t-canary";

    private Calls() {}

    static BoundedHttp plain() {
        return BoundedHttp.of(Optional.empty(), Set.of());
    }

    static BoundedHttp with(OkHttpClient users) {
        return BoundedHttp.of(Optional.of(users), Set.of());
    }

    static AuthClient.Call refresh(URI uri) {
        return AuthClient.Call.post(
                uri,
                "application/x-www-form-urlencoded",
                Secret.of("grant_type=refresh_token&refresh_token=" + CANARY));
    }
}
