package dev.connections.internal.http;

import dev.connections.spi.AuthClient.Identity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Clients that show a certificate, each with connections of its own: one that was opened as somebody must never carry
 * another's request (RELIABILITY N8705-4). Thread-safe.
 */
final class Identities {
    private static final int MOST = 64;

    /** In the order of use; guarded by the monitor, which is held while a client is made, never during I/O. */
    private final Map<Shown, OkHttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);

    private record Shown(Identity identity, boolean guarded) {}

    /** Returns the client that shows a certificate and else is as {@code base}. */
    synchronized OkHttpClient client(OkHttpClient base, Identity identity, boolean guarded) {
        var shown = new Shown(identity, guarded);
        @Nullable OkHttpClient known = clients.get(shown);
        if (known != null) {
            return known;
        }
        OkHttpClient made = made(base, identity);
        clients.put(shown, made);
        if (clients.size() > MOST) {
            Shown oldest = clients.keySet().iterator().next();
            Optional.ofNullable(clients.remove(oldest)).ifPresent(Identities::close);
        }
        return made;
    }

    synchronized void close() {
        clients.values().forEach(Identities::close);
        clients.clear();
    }

    private static void close(OkHttpClient client) {
        client.connectionPool().evictAll();
    }

    private static OkHttpClient made(OkHttpClient base, Identity identity) {
        X509TrustManager trust = ClientTls.requireTrust(base.x509TrustManager());
        return base.newBuilder()
                .sslSocketFactory(ClientTls.sockets(identity, trust), trust)
                .connectionPool(new ConnectionPool())
                .build();
    }
}
