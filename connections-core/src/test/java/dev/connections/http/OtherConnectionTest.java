package dev.connections.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Connection;
import dev.connections.ConnectionConfigurationException;
import dev.connections.RequestCredentials;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interceptor on connections that only have the public interface: fakes and decorators. */
class OtherConnectionTest {
    private final MockWebServer server = new MockWebServer();
    private final Plain connection = new Plain();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsTheHeadersForMethodAndTarget() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        assertThat(status("/leads?page=2")).isEqualTo(200);

        assertThat(server.takeRequest().getHeaders().get("X-Api-Key")).isEqualTo("v1");
        assertThat(connection.asked).containsExactly("GET " + server.url("/leads?page=2"));
    }

    @Test
    void reportsA401AndRepeatsWithTheNextHeaders() throws Exception {
        server.enqueue(new MockResponse.Builder().code(401).build());
        server.enqueue(new MockResponse.Builder().build());

        assertThat(status("/")).isEqualTo(200);

        assertThat(server.takeRequest().getHeaders().get("X-Api-Key")).isEqualTo("v1");
        assertThat(server.takeRequest().getHeaders().get("X-Api-Key")).isEqualTo("v2");
    }

    @Test
    void returnsThe401WhenTheHeadersStayTheSame() throws Exception {
        connection.renewable = false;
        server.enqueue(new MockResponse.Builder().code(401).build());

        assertThat(status("/")).isEqualTo(401);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void failsWhereCredentialsAreNotOnlyHeaders() {
        connection.onlyHeaders = false;

        var failure = catchThrowableOfType(ConnectionIOException.class, () -> status("/"));

        assertThat(failure.failure().code()).isEqualTo("not_only_headers");
        assertThat(server.getRequestCount()).isZero();
    }

    private int status(String path) throws IOException {
        var http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        try (Response response = http.newCall(
                        new Request.Builder().url(server.url(path)).build())
                .execute()) {
            return response.code();
        }
    }

    private static final class Plain implements Connection {
        private final List<String> asked = new ArrayList<>();
        private int version = 1;
        private boolean renewable = true;
        private boolean onlyHeaders = true;

        @Override
        public String linkName() {
            return "plain";
        }

        @Override
        public URI resolve(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RequestCredentials credentialsFor(URI target) {
            throw new AssertionError("the interceptor knows the method");
        }

        @Override
        public RequestCredentials credentialsFor(String method, URI target) {
            asked.add(method + " " + target);
            return new Given("v" + version);
        }

        private final class Given implements RequestCredentials {
            private final String value;

            Given(String value) {
                this.value = value;
            }

            @Override
            public void applyTo(BiConsumer<String, String> headerSink) {
                revealHeaders().forEach(headerSink);
            }

            @Override
            public URI applyTo(URI target) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<String, String> revealHeaders() {
                if (!onlyHeaders) {
                    throw new ConnectionConfigurationException("not_only_headers", "use the connection itself", null);
                }
                return Map.of("X-Api-Key", value);
            }

            @Override
            public void rejected() {
                version += renewable ? 1 : 0;
            }
        }
    }
}
