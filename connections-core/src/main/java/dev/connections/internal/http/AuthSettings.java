package dev.connections.internal.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;

/** How the OkHttp clients for token endpoints are set up. Apart from {@link AuthLine} so that that one loads without OkHttp. */
final class AuthSettings {
    private AuthSettings() {}

    static OkHttpClient client(Optional<OkHttpClient> users) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        users.ifPresent(client -> copy(client, builder));
        // OkHttp would send a POST again to another host after a 307, and twice after a 408 or a broken pooled
        // connection:
        // with single-use refresh tokens that is self-made reuse.
        return builder.followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxyAuthenticator(new ProxyGate(
                        users.map(OkHttpClient::proxyAuthenticator).orElse(Authenticator.NONE)))
                .connectTimeout(Duration.ZERO) // the call's own limit covers connecting, writing and reading
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .addNetworkInterceptor(new NoSecondTry())
                .build();
    }

    static OkHttpClient publicOnly(OkHttpClient any, Set<String> allowedPrivateHosts) {
        return any.newBuilder()
                .addInterceptor(new AddressGuard(allowedPrivateHosts))
                .build();
    }

    private static void copy(OkHttpClient users, OkHttpClient.Builder builder) {
        builder.proxy(users.proxy())
                .proxySelector(users.proxySelector())
                .dns(users.dns())
                .socketFactory(users.socketFactory())
                .certificatePinner(users.certificatePinner())
                .connectionPool(users.connectionPool());
        X509TrustManager trust = users.x509TrustManager();
        if (trust != null) { // null where the client speaks plain HTTP only
            builder.sslSocketFactory(users.sslSocketFactory(), trust);
        }
    }
}
