package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.TransientConnectionException;
import dev.connections.spi.AuthClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY X3, F-T5, F-T6, F-T15: one call is one request on the wire. */
class OneCallOnePostTest {
    private final BoundedHttp http = Calls.plain();

    @ParameterizedTest
    @ValueSource(
            strings = {"408 Request Timeout", "503 Service Unavailable", "421 Misdirected Request", "401 Unauthorized"})
    void sendsOnePostWhateverTheStatusInvitesTo(String status) throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 " + status + "\nRetry-After: 0\nContent-Length: 0\n\n")) {
            AuthClient.Reply reply = http.send(Calls.refresh(server.uri("/token")));

            assertThat(reply.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void sendsOneGetWhenTheServiceSaysRetryAfterZero() throws IOException {
        try (var server = RawServer.answering(
                "HTTP/1.1 503 Service Unavailable\nRetry-After: 1\nRetry-After: 0\nContent-Length: 0\n\n")) {
            AuthClient.Reply reply = http.send(AuthClient.Call.of("GET", server.uri("/metadata")));

            assertThat(reply.headers()).containsEntry("retry-after", List.of("1", "0"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void sendsOnePostWhenAPooledConnectionBreaksAfterTheBody() throws IOException {
        try (var server = RawServer.playing((self, connection, number) -> {
            if (number == 1) {
                RawServer.write(connection, "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}");
            } else {
                RawServer.reset(connection);
            }
        })) {
            http.send(Calls.refresh(server.uri("/token")));

            var failure = catchThrowableOfType(
                    TransientConnectionException.class, () -> http.send(Calls.refresh(server.uri("/token"))));

            assertThat(server.connections()).isOne();
            assertThat(server.requests()).hasSize(2);
            assertThat(failure.code()).isEqualTo("no_answer");
            assertThat(failure.outcomeUnknown()).isTrue();
        }
    }

    @Test
    void sendsOneGetWhenAPooledConnectionBreaks() throws IOException {
        try (var server = RawServer.playing((self, connection, number) -> {
            if (number == 1) {
                RawServer.write(connection, "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}");
            } else {
                RawServer.reset(connection);
            }
        })) {
            AuthClient.Call get = AuthClient.Call.of("GET", server.uri("/token"));
            http.send(get);

            var failure = catchThrowableOfType(TransientConnectionException.class, () -> http.send(get));

            assertThat(failure.outcomeUnknown()).isTrue();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void followsNoRedirect(int status) throws IOException {
        try (var second = RawServer.answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
                var first = RawServer.answering("HTTP/1.1 " + status + " Elsewhere\nLocation: " + second.uri("/stolen")
                        + "\nContent-Length: 0\n\n")) {
            AuthClient.Reply reply = http.send(Calls.refresh(first.uri("/token")));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(second.connections()).isZero();
            assertThat(first.requests()).hasSize(1);
        }
    }

    @Test
    void triesTheHostsNextAddressBeforeAnythingIsSent() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
            var users = new OkHttpClient.Builder()
                    .dns(host -> List.of(InetAddress.getByName("127.0.0.9"), InetAddress.getLoopbackAddress()))
                    .build();
            var uri = URI.create("http://localhost:" + server.port() + "/token");

            AuthClient.Reply reply = Calls.with(users).send(Calls.refresh(uri));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(server.requests()).hasSize(1);
        }
    }
}
