package dev.connections.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.http.RequestTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed is what is sent: method, target and body. */
class SignedRequestTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%2Fb/c?d=e+f%20g",
                "/?filter={a|b}",
                "/a|b?c[0]=^d`",
                "/?q=\u00e4",
                "/p?a='b'&c=\"d\"#fragment"
            })
    void signsTheTargetThatIsSent(String path) throws Exception {
        send(SignedRequestTest::targetSigned, request(path).build());

        RecordedRequest received = server.takeRequest();
        assertThat(received.getHeaders().get("X-Signed")).isEqualTo("GET " + received.getTarget());
    }

    @Test
    void signsTheBodyThatIsSent() throws Exception {
        var body = RequestBody.create("{\"a\":1}", MediaType.get("application/json"));

        send(SignedRequestTest::bodySigned, request("/").post(body).build());

        RecordedRequest received = server.takeRequest();
        assertThat(received.getHeaders().get("X-Signed")).isEqualTo("{\"a\":1}");
        assertThat(received.getBody().utf8()).isEqualTo("{\"a\":1}");
        assertThat(received.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void readsABodyThatCanBeWrittenOnceOnlyOnce() throws Exception {
        var written = new AtomicInteger();
        var once = new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.get("text/plain");
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("stream" + written.incrementAndGet());
            }
        };

        send(
                target -> Worn.header(
                        "X-Signed", bodySigned(target).headers().get(0).value() + text(target)),
                request("/").put(once).build());

        RecordedRequest received = server.takeRequest();
        assertThat(received.getHeaders().get("X-Signed")).isEqualTo("stream1stream1");
        assertThat(received.getBody().utf8()).isEqualTo("stream1");
        assertThat(received.getHeaders().get("Content-Length")).isEqualTo("7");
    }

    @Test
    void saysThatThereIsNoBody() throws Exception {
        send(
                target -> Worn.header("X-Signed", "" + target.body().isEmpty()),
                request("/").build());

        assertThat(server.takeRequest().getHeaders().get("X-Signed")).isEqualTo("true");
    }

    @Test
    void signsTheFormBeforeItsOwnFieldIsAdded() throws Exception {
        var form = new FormBody.Builder().add("a", "b").build();

        send(
                target -> Worn.form("signature", text(target)),
                request("/").post(form).build());

        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("a=b&signature=a%3Db");
    }

    @Test
    void refusesABodyThatCannotBeReadBeforeItIsSent() {
        assertUnreadable(new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public boolean isDuplex() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) {
                throw new AssertionError("a duplex body must not be read");
            }
        });
    }

    @Test
    void refusesABodyThatFails() {
        assertUnreadable(new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                throw new IOException("the file is gone");
            }
        });
    }

    private void assertUnreadable(RequestBody body) {
        var failure = catchThrowableOfType(
                ConnectionIOException.class,
                () -> send(
                        SignedRequestTest::bodySigned, request("/").post(body).build()));

        assertThat(failure.failure()).isInstanceOf(ConnectionConfigurationException.class);
        assertThat(failure.failure().code()).isEqualTo("body_not_readable");
        assertThat(failure).hasMessageContaining("send a body from memory or a file");
        assertThat(server.getRequestCount()).isZero();
    }

    private static Worn targetSigned(RequestTarget target) {
        String query = target.uri().getRawQuery();
        return Worn.header(
                "X-Signed", target.method() + " " + target.uri().getRawPath() + (query == null ? "" : "?" + query));
    }

    private static Worn bodySigned(RequestTarget target) {
        return Worn.header("X-Signed", text(target));
    }

    private static String text(RequestTarget target) {
        return new String(target.body().orElseThrow(), StandardCharsets.UTF_8);
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(server.url("/").resolve(path));
    }

    private void send(java.util.function.Function<RequestTarget, Worn> signer, Request request) throws IOException {
        var http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(OwnConnection.signing(server, signer)))
                .build();
        try (Response response = http.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
    }
}
