package dev.connections.internal.http;

import dev.connections.spi.AuthClient;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The two OkHttp clients behind every {@link BoundedHttp} of one owner, made when first needed. Thread-safe. */
final class AuthLine {
    private final Optional<OkHttpClient> users;
    private final Set<String> allowedPrivateHosts;

    // Guards the making of what follows; held while OkHttp loads, never during I/O.
    private final Object making = new Object();
    private volatile @Nullable Identities identities;
    private volatile @Nullable OkHttpClient any;
    private volatile @Nullable OkHttpClient publicOnly;

    AuthLine(Optional<OkHttpClient> users, Set<String> allowedPrivateHosts) {
        this.users = users;
        this.allowedPrivateHosts = Set.copyOf(allowedPrivateHosts);
    }

    AuthClient.Reply send(AuthClient.Call call, boolean guarded) {
        OkHttpClient client = guarded ? guarded() : open();
        return OneCall.of(call)
                .sendWith(call.identity()
                        .map(identity -> identities().client(client, identity, guarded))
                        .orElse(client));
    }

    private Identities identities() {
        synchronized (making) {
            Identities made = identities;
            if (made == null) {
                made = new Identities();
                identities = made;
            }
            return made;
        }
    }

    private OkHttpClient open() {
        OkHttpClient made = any;
        if (made != null) {
            return made;
        }
        synchronized (making) {
            made = any;
            if (made == null) {
                made = AuthSettings.client(users);
                any = made;
            }
            return made;
        }
    }

    private OkHttpClient guarded() {
        OkHttpClient made = publicOnly;
        if (made != null) {
            return made;
        }
        OkHttpClient base = open();
        synchronized (making) {
            made = publicOnly;
            if (made == null) {
                made = AuthSettings.publicOnly(base, allowedPrivateHosts);
                publicOnly = made;
            }
            return made;
        }
    }

    AddressGuard guard() {
        return new AddressGuard(allowedPrivateHosts);
    }

    void close() {
        Identities shown = identities;
        if (shown != null) {
            shown.close();
        }
        OkHttpClient made = any;
        if (made != null && users.isEmpty()) {
            made.connectionPool().evictAll();
        }
    }
}
