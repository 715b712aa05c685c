package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.TransientConnectionException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-T11, L16: no trust, no request; and a server that merely hangs is an outage. */
class BoundedHttpTlsTest {
    private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

    private static TestTls tls;

    @BeforeAll
    static void certificates(@TempDir Path directory) {
        tls = TestTls.in(directory);
    }

    @Test
    void talksToACertificateThatTheUsersClientTrusts() throws IOException {
        try (var server = serving("good")) {
            var reply = Calls.with(tls.client().build()).send(Calls.refresh(https(server)));

            assertThat(reply.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "other"})
    void refusesACertificateThatIsExpiredOrForAnotherHost(String certificate) throws IOException {
        try (var server = serving(certificate)) {
            assertRefused(failure(tls.client().build(), server), server);
        }
    }

    @Test
    void refusesAnUnknownAuthority() throws IOException {
        try (var server = serving("good")) {
            assertRefused(failure(new OkHttpClient(), server), server);
        }
    }

    @Test
    void takesNoHostNameVerifierFromTheUsersClient() throws IOException {
        try (var server = serving("other")) {
            var careless =
                    tls.client().hostnameVerifier((host, session) -> true).build();

            assertRefused(failure(careless, server), server);
        }
    }

    @Test
    void refusesAServerThatSpeaksOldTlsOnly() throws IOException {
        byte[] protocolVersionAlert = {0x15, 3, 1, 0, 2, 2, 70};
        try (var server = new HandshakeServer(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(protocolVersionAlert);
            socket.getOutputStream().flush();
        })) {
            var failure = failure(new OkHttpClient(), server.uri(), Duration.ofSeconds(20));

            assertThat(failure).isInstanceOf(ConnectionSecurityException.class);
            assertThat(failure.code()).isEqualTo("tls_failed");
        }
    }

    @Test
    void isUnreachableWhenTheHandshakeHangs() throws IOException {
        try (var server = new HandshakeServer(socket -> {})) {
            assertUnreachable(failure(new OkHttpClient(), server.uri(), Duration.ofMillis(500)));
        }
    }

    @Test
    void isUnreachableWhenTheHandshakeIsCutOff() throws IOException {
        try (var server = new HandshakeServer(socket -> {
            socket.getInputStream().read();
            socket.close();
        })) {
            assertUnreachable(failure(new OkHttpClient(), server.uri(), Duration.ofSeconds(20)));
        }
    }

    private static RawServer serving(String certificate) {
        ServerSocketFactory sockets = tls.server(certificate).getServerSocketFactory();
        return RawServer.playing(sockets, (self, connection, number) -> RawServer.write(connection, OK));
    }

    private static URI https(RawServer server) {
        return URI.create("https://localhost:" + server.port() + "/token");
    }

    private static ConnectionException failure(OkHttpClient users, RawServer server) {
        return failure(users, https(server), Duration.ofSeconds(20));
    }

    private static ConnectionException failure(OkHttpClient users, URI uri, Duration limit) {
        return catchThrowableOfType(
                ConnectionException.class,
                () -> Calls.with(users).send(Calls.refresh(uri).withLimit(limit)));
    }

    private static void assertRefused(ConnectionException failure, RawServer server) {
        assertThat(failure).isInstanceOf(ConnectionSecurityException.class);
        assertThat(failure.code()).isEqualTo("tls_failed");
        assertThat(failure).hasMessageContaining("check the host name, the certificate and its expiry");
        assertThat(server.requests()).isEmpty();
    }

    private static void assertUnreachable(ConnectionException failure) {
        assertThat(failure).isInstanceOf(TransientConnectionException.class);
        assertThat(failure.code()).isEqualTo("unreachable");
        assertThat(((TransientConnectionException) failure).outcomeUnknown()).isFalse();
    }
}
