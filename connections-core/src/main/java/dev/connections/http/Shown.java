package dev.connections.http;

import dev.connections.internal.http.ClientTls;
import dev.connections.spi.AuthClient.Identity;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Interceptor;

/**
 * Certificates that calls of one interceptor show. OkHttp pools connections by their socket factory, so each certificate has one
 * of its own and no connection of somebody else (RELIABILITY N8705-4). Thread-safe.
 */
final class Shown {
    private static final int MOST = 64;

    /** In the order of use; guarded by the monitor, which is held while TLS is set up, never during I/O. */
    private final Map<Sockets, SSLSocketFactory> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Sockets(Identity identity, X509TrustManager trust) {}

    /** Returns the rest of a call, showing a certificate. */
    Interceptor.Chain on(Interceptor.Chain chain, Identity identity) {
        X509TrustManager trust = ClientTls.requireTrust(chain.getX509TrustManagerOrNull());
        return chain.withSslSocketFactory(sockets(new Sockets(identity, trust)), trust);
    }

    private synchronized SSLSocketFactory sockets(Sockets wanted) {
        SSLSocketFactory made = known.computeIfAbsent(wanted, it -> ClientTls.sockets(it.identity, it.trust));
        if (known.size() > MOST) {
            var unused = known.remove(known.keySet().iterator().next());
        }
        return made;
    }
}
