package dev.connections;

import java.io.IOException;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Also has the API of a service, which answers as a test says. */
abstract class OnEveryStoreWithApi extends OnEveryStore {
    final MockWebServer api = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        api.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    final void answers(int status) {
        answers(status, "");
    }

    final void answers(int status, String body) {
        api.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    final RecordedRequest taken() throws InterruptedException {
        return Objects.requireNonNull(api.takeRequest());
    }

    final Service<DirectFlow<ApiKeyCredential>> service() {
        return Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers("http://127.0.0.1:" + api.getPort())
                .authentication(ApiKey.inHeader("X-Api-Key"));
    }
}
