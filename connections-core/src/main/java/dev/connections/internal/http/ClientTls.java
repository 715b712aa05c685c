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
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS that shows a client's certificate, and trusts whom the user's own client trusts. */
public final class ClientTls {
    private static final char[] NO_PASSWORD = {};

    private ClientTls() {}

    /**
     * Makes the sockets of an identity. OkHttp shares connections between calls with the same factory alone, so make one for
     * each identity and keep it.
     *
     * @throws ConnectionConfigurationException if there is no TLS to do it with or it cannot be used
     *     ({@code certificate_malformed}, {@code private_key_malformed})
     */
    public static SSLSocketFactory sockets(Identity identity, @Nullable X509TrustManager trust) {
        requireTrust(trust);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(identity).getKeyManagers(), new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException unusable) { // not the cause: it may quote the key
            throw malformed();
        }
    }

    /** Returns the trust manager of a client that speaks TLS. */
    public static X509TrustManager requireTrust(@Nullable X509TrustManager trust) {
        if (trust == null) {
            throw new ConnectionConfigurationException(
                    "certificate_malformed",
                    "the client's certificate cannot be shown: the OkHttpClient speaks no TLS; give one that does",
                    null);
        }
        return trust;
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
