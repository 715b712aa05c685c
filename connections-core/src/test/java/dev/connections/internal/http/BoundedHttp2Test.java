package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.TransientConnectionException;
import java.io.IOException;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RELIABILITY F-T38: an HTTP/2 stream that ends is not tried again. */
class BoundedHttp2Test {
    private static TestTls tls;

    private final MockWebServer server = new MockWebServer();

    @BeforeAll
    static void certificates(@TempDir Path directory) {
        tls = TestTls.in(directory);
    }

    @BeforeEach
    void start() throws IOException {
        server.useHttps(tls.server("good").getSocketFactory());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true", "2, true", "11, true"
    }) // REFUSED_STREAM, CANCEL, INTERNAL_ERROR, ENHANCE_YOUR_CALM
    void knowsTheOutcomeOfARefusedStreamOnly(int errorCode, boolean unknown) {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseStream(errorCode))
                .build());
        server.enqueue(new MockResponse.Builder().build());

        var failure = failure(Calls.with(tls.client().build()));

        assertThat(failure.outcomeUnknown()).isEqualTo(unknown);
        assertThat(failure.code()).isEqualTo(unknown ? "no_answer" : "unreachable");
        assertThat(server.getRequestCount())
                .as("the refused stream may be gone before it was counted")
                .isLessThan(2);
    }

    private TransientConnectionException failure(BoundedHttp http) {
        return catchThrowableOfType(
                TransientConnectionException.class,
                () -> http.send(Calls.refresh(server.url("/token").uri())));
    }
}
