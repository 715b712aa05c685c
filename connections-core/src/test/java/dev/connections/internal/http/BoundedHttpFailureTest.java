package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionException;
import dev.connections.TransientConnectionException;
import dev.connections.spi.AuthClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-T6 to F-T10, F-T12, F-T37: what a failure says about the outcome, and that it says no secret. */
class BoundedHttpFailureTest {
    private final BoundedHttp http = Calls.plain();

    @Test
    void isUnreachableWhenNobodyListens() throws IOException {
        int port;
        try (var gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }

        var failure = failure(http, URI.create("http://127.0.0.1:" + port + "/token?code=" + Calls.CANARY));

        assertUnreachable(failure);
        assertThat(failure).hasMessageStartingWith("http://127.0.0.1:" + port + " cannot be reached");
    }

    @Test
    void isUnreachableWhenTheNameIsUnknown() {
        var failure = failure(
                resolving(host -> {
                    throw new UnknownHostException(host);
                }),
                URI.create("https://auth.example.test/token"));

        assertUnreachable(failure);
        assertThat(failure)
                .hasMessageContaining("https://auth.example.test ")
                .hasMessageContaining("check name, network");
    }

    @Test
    void isUnreachableWhenTheNameHasNoAddress() {
        assertUnreachable(failure(resolving(host -> List.of()), URI.create("https://auth.example.test/token")));
    }

    @Test
    void givesUpAtTheCallsLimitWhenTheServiceNeverAnswers() throws IOException {
        try (var server = RawServer.playing((self, connection, number) -> self.hang())) {
            assertUnknown(failure(http, server.uri("/token"), Duration.ofSeconds(2)));
        }
    }

    @Test
    void givesUpAtTheCallsLimitWhenBytesTrickle() throws IOException {
        try (var server = RawServer.playing((self, connection, number) -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\nContent-Length: 1000000\n\n");
            while (!connection.isClosed()) {
                connection.getOutputStream().write(' ');
                connection.getOutputStream().flush();
                self.hang(Duration.ofMillis(20));
            }
        })) {
            assertUnknown(failure(http, server.uri("/token"), Duration.ofSeconds(2)));
        }
    }

    @Test
    void doesNotKnowTheOutcomeWhenTheAnswerBreaksOff() throws IOException {
        try (var server = RawServer.playing((self, connection, number) -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\nContent-Length: 100\n\n{\"refresh_token\":\"R2\"");
            RawServer.reset(connection);
        })) {
            assertUnknown(failure(http, server.uri("/token")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\nContent-Length: 9\n\n{}",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\r\n{}\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\r\n{}\r\n",
                "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 9\n\nnot-gzip!",
                "refresh_token=s3cr3t-canary HTTP\n\n",
            })
    void doesNotKnowTheOutcomeWhenTheAnswerIsMalformed(String answer) throws IOException {
        try (var server = RawServer.playing((self, connection, number) -> {
            RawServer.write(connection, answer);
            connection.close();
        })) {
            assertUnknown(failure(http, server.uri("/token")));
        }
    }

    @Test
    void succeedsWhenTheConnectionBreaksAfterTheLastByte() throws IOException {
        try (var server = RawServer.playing((self, connection, number) -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}");
            RawServer.reset(connection);
        })) {
            AuthClient.Reply reply = http.send(Calls.refresh(server.uri("/token")));

            assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
        }
    }

    @Test
    void letsAnotherCallThroughWhileOneHangs() throws Exception {
        Thread stuck;
        try (var hanging = RawServer.playing((self, connection, number) -> self.hang());
                var healthy = RawServer.answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
            stuck = new Thread(() -> failure(http, hanging.uri("/token"), Duration.ofSeconds(20)));
            stuck.start();
            while (hanging.requests().isEmpty()) {
                Thread.onSpinWait();
            }

            AuthClient.Reply reply = http.send(Calls.refresh(healthy.uri("/token")));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(stuck.isAlive()).isTrue();
        }
        stuck.join();
    }

    private static BoundedHttp resolving(Dns dns) {
        return Calls.with(new OkHttpClient.Builder().dns(dns).build());
    }

    private static ConnectionException failure(BoundedHttp http, URI uri) {
        return failure(http, uri, Duration.ofSeconds(20));
    }

    private static ConnectionException failure(BoundedHttp http, URI uri, Duration limit) {
        return catchThrowableOfType(
                ConnectionException.class, () -> http.send(Calls.refresh(uri).withLimit(limit)));
    }

    private static void assertUnreachable(ConnectionException failure) {
        assertOutcome(failure, "unreachable", false);
    }

    private static void assertUnknown(ConnectionException failure) {
        assertOutcome(failure, "no_answer", true);
    }

    private static void assertOutcome(ConnectionException failure, String code, boolean unknown) {
        assertThat(failure).isInstanceOf(TransientConnectionException.class);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(((TransientConnectionException) failure).outcomeUnknown()).isEqualTo(unknown);
        assertThat(Texts.of(failure)).doesNotContain(Calls.CANARY).doesNotContain("/token");
    }
}
