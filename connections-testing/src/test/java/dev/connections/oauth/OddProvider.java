package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.oauth.OAuth2.NeedsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;

/** A provider on loopback that answers what a test writes, in that order, and shows what it was sent. */
final class OddProvider implements AutoCloseable {
    static final String REDIRECT = "https://app.example.com/callback";

    private final MockWebServer server = new MockWebServer();

    OddProvider() {
        var answers = new QueueDispatcher();
        answers.setFailFast(true); // a request too many gets 404, and nobody waits
        server.setDispatcher(answers);
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getPort();
    }

    String authority() {
        return "127.0.0.1:" + server.getPort();
    }

    URI at(String path) {
        return URI.create(origin() + path);
    }

    /** Returns the beginning of a definition of this provider. */
    NeedsClient<RedirectFlow> withCodes() {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(origin() + "/authorize")
                .tokenEndpoint(origin() + "/token");
    }

    OddProvider answer(String json) {
        return answer(200, json);
    }

    OddProvider answer(int status, String json) {
        return answer(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(json)
                .build());
    }

    OddProvider answer(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    int requests() {
        return server.getRequestCount();
    }

    /** Returns the next request that arrived. */
    Received received() {
        try {
            RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
            assertThat(request).as("a request").isNotNull();
            return new Received(request);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Takes a browser through an authorization. */
    static Authorization complete(ManagedConnection<RedirectFlow> connection, String more) {
        AuthorizationRequest request = connection.authorize().begin(REDIRECT);
        URI callback = URI.create(REDIRECT + "?code=c-1&state=" + request.state() + more);
        return connection.authorize().complete(callback, request.state());
    }

    @Override
    public void close() {
        server.close();
    }

    /** A request as it arrived. */
    record Received(RecordedRequest request) {
        String method() {
            return String.valueOf(request.getMethod());
        }

        String path() {
            return request.getTarget().replaceFirst("\\?.*", "");
        }

        Map<String, String> query() {
            return parameters(request.getTarget().replaceFirst("[^?]*[?]?", ""));
        }

        String header(String name) {
            return String.valueOf(request.getHeaders().get(name));
        }

        String body() {
            return request.getBody() == null ? "" : request.getBody().utf8();
        }

        Map<String, String> form() {
            return parameters(body());
        }
    }

    static Map<String, String> parameters(String encoded) {
        return Stream.of(encoded.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
