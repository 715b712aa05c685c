package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.Secret;
import dev.connections.spi.AuthClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one call puts on the wire, what comes back, and what is refused before anything is sent. */
class BoundedHttpTest {
    private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

    private final BoundedHttp http = Calls.plain();

    @Test
    void sendsHeadersTypeAndBodyExactly() throws IOException {
        try (var server = RawServer.answering(OK)) {
            http.send(AuthClient.Call.post(
                            server.uri("/token?a=b%2Fc"), "text/x; Charset=UTF-8", Secret.of("k\u00e4se=1"))
                    .withHeader("Authorization", Secret.of("Basic dTpw")));

            assertThat(server.requests()).singleElement().asString().startsWith("POST /token?a=b%2Fc HTTP/1.1\r\n");
            assertThat(server.requests().get(0).lines())
                    .contains("Content-Type: text/x; Charset=UTF-8", "Authorization: Basic dTpw", "Content-Length: 7")
                    .last()
                    .isEqualTo(new String("k\u00e4se=1".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            assertThat(server.requests().get(0)).doesNotContainIgnoringCase("referer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "POST", "PUT"})
    void sendsACallWithoutABody(String method) throws IOException {
        try (var server = RawServer.answering(OK)) {
            http.send(AuthClient.Call.of(method, server.uri("/")));

            assertThat(server.requests()).singleElement().asString().startsWith(method + " / HTTP/1.1");
        }
    }

    @Test
    void returnsStatusHeadersInLowerCaseAndBody() throws IOException {
        try (var server = RawServer.answering(
                "HTTP/1.1 400 Bad Request\nX-Many: a\nx-many: b\nContent-TYPE: application/json\nContent-Length: 2\n\n{}")) {
            AuthClient.Reply reply = http.send(Calls.refresh(server.uri("/token")));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.headers()).containsEntry("x-many", List.of("a", "b"));
            assertThat(reply.header("content-type")).contains("application/json");
            assertThat(reply.body()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        }
    }

    @Test
    void keepsNoCookies() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\nSet-Cookie: session=1\nContent-Length: 0\n\n")) {
            http.send(Calls.refresh(server.uri("/token")));
            http.send(Calls.refresh(server.uri("/token")));

            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t-canary\nX: y", "s3cr3t-canary\r", "s3cr3t-canary\u0000", "s3cr3t-canary-\u00e9"})
    void refusesAHeaderValueWithoutPrintingIt(String value) throws IOException {
        try (var server = RawServer.answering(OK)) {
            var failure = refusal(Calls.refresh(server.uri("/token")).withHeader("X-Api-Key", Secret.of(value)));

            assertThat(failure.code()).isEqualTo("header_malformed");
            assertThat(failure).hasMessageContaining("X-Api-Key").hasMessageContaining("enter it again without");
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Key: s3cr3t-canary\nX", "", "X-\u00e9"})
    void refusesAHeaderName(String name) throws IOException {
        try (var server = RawServer.answering(OK)) {
            var failure = refusal(Calls.refresh(server.uri("/token")).withHeader(name, Secret.of("v")));

            assertThat(failure.code()).isEqualTo("header_malformed");
            assertThat(failure).hasMessageContaining("with a malformed name");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nX: y\r\n\r\nPOST", "post", ""})
    void refusesAMethodThatIsNoMethod(String method) throws IOException {
        try (var server = RawServer.answering(OK)) {
            assertThat(refusal(AuthClient.Call.of(method, server.uri("/"))).code())
                    .isEqualTo("method_malformed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://auth.example.test/token, endpoint_not_https",
        "http://127.evil.example.test/token, endpoint_not_https",
        "https://user@auth.example.test/token, endpoint_malformed",
        "https:auth.example.test, endpoint_malformed",
        "https:///auth.example.test, endpoint_malformed",
        "https://auth.example.test:70000/token, endpoint_malformed",
        "ftp://auth.example.test/token, endpoint_malformed",
        "/token, endpoint_malformed",
    })
    void refusesAnEndpoint(String uri, String code) {
        assertThat(refusal(Calls.refresh(URI.create(uri))).code()).isEqualTo(code);
    }

    @Test
    void sendsNothingOnAnInterruptedThreadAndKeepsTheFlag() throws IOException {
        try (var server = RawServer.answering(OK)) {
            Thread.currentThread().interrupt();

            var failure = catchThrowableOfType(
                    ConnectionException.class, () -> http.send(Calls.refresh(server.uri("/token"))));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).isInstanceOf(ConnectionCancelledException.class);
            assertThat(failure.code()).isEqualTo("interrupted");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void isCancelledWhenTheThreadIsInterruptedWhileItWaits() throws IOException {
        Thread caller = Thread.currentThread();
        try (var server = RawServer.playing((self, connection, number) -> {
            caller.interrupt();
            RawServer.write(
                    connection, "HTTP/1.1 200 OK\nContent-Length: 100000\n\n" + "x".repeat(100_000)); // several reads
        })) {
            var failure = catchThrowableOfType(
                    ConnectionException.class, () -> http.send(Calls.refresh(server.uri("/token"))));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).isInstanceOf(ConnectionCancelledException.class);
            assertThat(failure).hasMessageContaining("may have been sent");
        }
    }

    private ConnectionConfigurationException refusal(AuthClient.Call call) {
        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> http.send(call));
        assertThat(Texts.of(failure)).doesNotContain(Calls.CANARY);
        return failure;
    }
}
