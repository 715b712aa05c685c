package dev.connections.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.connections.ConnectionConfigurationException;
import dev.connections.spi.AuthClient.Identity;
import dev.connections.spi.PrivateKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
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
    private static final char[] NO_PASSWORD = {};

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
        X509TrustManager trust = Optional.ofNullable(base.x509TrustManager())
                .orElseThrow(() -> new ConnectionConfigurationException(
                        "certificate_malformed",
                        "the client's certificate cannot be shown: the OkHttpClient given to the builder speaks no TLS; give"
                                + " one that does",
                        null));
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(identity).getKeyManagers(), new TrustManager[] {trust}, null);
            return base.newBuilder()
                    .sslSocketFactory(context.getSocketFactory(), trust)
                    .connectionPool(new ConnectionPool())
                    .build();
        } catch (GeneralSecurityException | IOException unusable) { // not the cause: it may quote the key
            throw malformed();
        }
    }

    private static KeyManagerFactory keys(Identity identity) throws GeneralSecurityException, IOException {
        PrivateKey key = PrivateKeys.read(identity.privateKey(), "RSA", "EC");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("client", key, NO_PASSWORD, chain(identity).toArray(new Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        return keys;
    }

    private static List<Certificate> chain(Identity identity) throws CertificateException {
        var pem = new ByteArrayInputStream(
                identity.certificateChain().replace("\\n", "\n").getBytes(US_ASCII));
        var chain = new ArrayList<Certificate>(
                CertificateFactory.getInstance("X.509").generateCertificates(pem));
        if (chain.isEmpty()) {
            throw malformed();
        }
        return chain;
    }

    private static ConnectionConfigurationException malformed() {
        return new ConnectionConfigurationException(
                "certificate_malformed",
                "the client's certificate cannot be used; give the chain in PEM, the client's own first, each between"
                        + " -----BEGIN CERTIFICATE----- and -----END CERTIFICATE-----",
                null);
    }
}
