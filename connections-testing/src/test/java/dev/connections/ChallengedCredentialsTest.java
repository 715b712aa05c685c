package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.CredentialForm;
import dev.connections.spi.DirectStrategy;
import dev.connections.spi.IncomingResponse;
import dev.connections.spi.OutgoingRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials that a service wants with a value of its own: the SDK's requests are repeated once, as the interceptor's are. */
class ChallengedCredentialsTest {
    private final MockWebServer api = new MockWebServer();
    private final Connections connections = Connections.inMemory();

    @BeforeEach
    void start() throws IOException {
        api.start();
    }

    @AfterEach
    void stop() {
        connections.close();
        api.close();
    }

    /** Carries the newest value that the service sent for this target, beside the key. */
    private static final class Challenged implements DirectStrategy<ApiKeyCredential> {
        private final Map<URI, String> values = new ConcurrentHashMap<>();

        @Override
        public String authenticationType() {
            return "test.challenged";
        }

        @Override
        public CredentialForm<ApiKeyCredential> form() {
            return CredentialForm.secret(
                            "key",
                            "Key",
                            (ApiKeyCredential each) -> each.values().get("*"))
                    .into(answers -> ApiKeyCredential.of(answers.secret("key")));
        }

        @Override
        public void apply(ApiKeyCredential credential, OutgoingRequest request) {
            request.header("X-Challenge", values.getOrDefault(request.uri(), "none"));
        }

        @Override
        public Verdict inspect(ApiKeyCredential credential, IncomingResponse response) {
            List<String> sent = response.headers("x-value");
            sent.forEach(value -> values.put(response.target().orElseThrow(), value));
            return response.status() == 401 && !sent.isEmpty() ? Verdict.RETRY : Verdict.ACCEPTED;
        }
    }

    private Service<DirectFlow<ApiKeyCredential>> service() {
        return Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers("http://127.0.0.1:" + api.getPort())
                .authentication(new Challenged());
    }

    private void challenges(String... values) {
        var response = new MockResponse.Builder().code(401);
        for (String value : values) {
            response.addHeader("X-Value", value);
        }
        api.enqueue(response.build());
    }

    private ManagedConnection<DirectFlow<ApiKeyCredential>> authorized(Service<DirectFlow<ApiKeyCredential>> service) {
        var connection = connections.shared(service.connection("Sales"));
        var unused = connection.authorize().with(ApiKeyCredential.of(Secret.of("CANARY-sales-key")));
        return connection;
    }

    private String challengeOf(RecordedRequest request) {
        return request.getHeaders().get("X-Challenge");
    }

    @Test
    void triesCredentialsAgainWithTheValueOfTheService() throws InterruptedException {
        var sales = authorized(service());
        challenges("one", "two");
        api.enqueue(new MockResponse.Builder().code(204).build());

        boolean passed = sales.test("GET", "/me").passed();

        assertThat(passed).isTrue();
        assertThat(challengeOf(api.takeRequest())).isEqualTo("none");
        assertThat(challengeOf(api.takeRequest())).isEqualTo("two");
    }

    @Test
    void triesCredentialsTwiceAtMost() {
        var sales = authorized(service());
        challenges("one");
        challenges("two");
        challenges("three");

        boolean passed = sales.test("GET", "/me").passed();

        assertThat(passed).isFalse();
        assertThat(api.getRequestCount()).isEqualTo(2);
    }

    @Test
    void asksAgainWhoseAccountItIs() {
        challenges("one");
        api.enqueue(new MockResponse.Builder()
                .body("{\"id\":\"7\",\"name\":\"Alice\"}")
                .build());

        var sales = authorized(service().withIdentity("/me", "/id", "/name"));

        assertThat(sales.authorization().account().orElseThrow().name()).isEqualTo("Alice");
    }
}
