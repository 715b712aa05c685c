package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.TransientConnectionException;
import dev.connections.spi.AuthClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.CertificatePinner;
import okhttp3.ConnectionPool;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DESIGN §8, F-T39: what the bounded client takes from the user's OkHttpClient, and what never. */
class UsersClientTest {
    private static final String OK =
            "HTTP/1.1 200 OK\nSet-Cookie: a=b\nCache-Control: max-age=60\nContent-Length: 0\n\n";

    @TempDir
    Path directory;

    private final List<String> seen = new ArrayList<>();

    @Test
    void neverUsesInterceptorsListenersAuthenticatorCacheOrCookies() throws IOException {
        Interceptor spy = chain -> {
            seen.add("interceptor");
            return chain.proceed(chain.request());
        };
        var users = new OkHttpClient.Builder()
                .addInterceptor(spy)
                .addNetworkInterceptor(spy)
                .eventListener(new SpyListener())
                .authenticator((route, response) -> {
                    seen.add("authenticator");
                    return null;
                })
                .cache(new Cache(directory.toFile(), 1024 * 1024))
                .cookieJar(new SpyJar())
                .build();
        try (var server = RawServer.playing((self, connection, number) ->
                RawServer.write(connection, number == 1 ? OK.replace("200 OK", "401 No") : OK))) {
            var http = Calls.with(users);
            http.send(Calls.refresh(server.uri("/token")));
            http.send(AuthClient.Call.of("GET", server.uri("/metadata")));
            http.send(AuthClient.Call.of("GET", server.uri("/metadata")));

            assertThat(seen).isEmpty();
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void sharesTheConnectionPoolAndLeavesItOpen() throws IOException {
        var pool = new ConnectionPool();
        try (var server = RawServer.answering(OK)) {
            var http =
                    Calls.with(new OkHttpClient.Builder().connectionPool(pool).build());
            http.send(Calls.refresh(server.uri("/token")));
            http.close();

            assertThat(pool.connectionCount()).isOne();
        }
    }

    @Test
    void closesConnectionsOfItsOwnPool() throws IOException {
        try (var server = RawServer.answering(OK)) {
            var http = Calls.plain();
            http.send(Calls.refresh(server.uri("/token")));
            http.close();
            http.close();
            http.send(Calls.refresh(server.uri("/token")));

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void takesSocketFactoryAndDns() {
        var sockets = new NoSockets();
        var users = new OkHttpClient.Builder()
                .socketFactory(sockets)
                .dns(host -> List.of(InetAddress.getAllByName("192.0.2.7")))
                .build();

        var failure = catchThrowableOfType(
                TransientConnectionException.class,
                () -> Calls.with(users).send(Calls.refresh(URI.create("https://auth.example.test/token"))));

        assertThat(failure.code()).isEqualTo("unreachable");
        assertThat(sockets.tried()).containsExactly("192.0.2.7");
    }

    @Test
    void takesPinnedCertificates() throws IOException {
        var tls = TestTls.in(directory);
        var pins = new CertificatePinner.Builder()
                .add("localhost", "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .build();
        try (var server = RawServer.playing(
                tls.server("good").getServerSocketFactory(),
                (self, connection, number) -> RawServer.write(connection, OK))) {
            var http = Calls.with(tls.client().certificatePinner(pins).build());

            var failure = catchThrowableOfType(
                    ConnectionSecurityException.class,
                    () -> http.send(Calls.refresh(URI.create("https://localhost:" + server.port() + "/token"))));

            assertThat(failure.code()).isEqualTo("tls_failed");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void asksForProxyCredentialsWhenTheProxyDoes() throws IOException {
        try (var proxy = RawServer.answering(
                "HTTP/1.1 407 No\nProxy-Authenticate: Basic realm=\"corp\"\nContent-Length: 0\n\n")) {
            var failure = catchThrowableOfType(
                    ConnectionConfigurationException.class,
                    () -> Calls.with(through(proxy.port()).build())
                            .send(Calls.refresh(URI.create("https://auth.example.test/token"))));

            assertThat(failure.code()).isEqualTo("proxy_authentication_required");
            assertThat(failure).hasMessageContaining("set a proxyAuthenticator");
            assertThat(proxy.requests()).noneMatch(request -> request.contains(Calls.CANARY));
        }
    }

    @Test
    void sendsProxyCredentialsToTheProxyOnly() throws Exception {
        var tls = TestTls.in(directory);
        try (var proxied = proxiedTls(tls.server("good"))) {
            var users = through(proxied.getPort())
                    .sslSocketFactory(
                            tls.client().build().sslSocketFactory(),
                            tls.client().build().x509TrustManager())
                    .proxyAuthenticator((route, response) -> response.request()
                            .newBuilder()
                            .header("Proxy-Authorization", "Basic cHJveHk6cHJveHk=")
                            .build())
                    .build();

            int status = Calls.with(users)
                    .send(Calls.refresh(URI.create("https://localhost:" + proxied.getPort() + "/token")))
                    .status();

            assertThat(status).isEqualTo(200);
            assertThat(proxied.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNotNull();
            assertThat(proxied.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
        }
    }

    private static MockWebServer proxiedTls(SSLContext context) throws IOException {
        var server = new MockWebServer();
        server.useHttps(context.getSocketFactory());
        server.enqueue(new MockResponse.Builder().inTunnel().build());
        server.enqueue(new MockResponse.Builder().build());
        server.start();
        return server;
    }

    private static OkHttpClient.Builder through(int proxyPort) {
        return new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxyPort)));
    }

    private final class SpyListener extends EventListener {
        @Override
        public void callStart(Call call) {
            seen.add("listener");
        }
    }

    private final class SpyJar implements CookieJar {
        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            seen.add("jar");
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            seen.add("jar");
            return List.of();
        }
    }
}
