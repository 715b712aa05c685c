package dev.connections.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ApiKeyCredential;
import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.internal.http.TestTls;
import dev.connections.spi.AuthClient.Identity;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.DirectStrategy;
import dev.connections.spi.OutgoingRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens that are bound to a client's certificate, over real TLS (RELIABILITY N8705-3, N8705-4).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-3">RFC 8705, section 3</a>
 */
class Rfc8705Section3Test {
    private static TestTls tls;

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer elsewhere = new MockWebServer();
    private OkHttpClient base;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) {
        tls = TestTls.in(directory);
    }

    @BeforeEach
    void start() throws IOException {
        for (MockWebServer each : new MockWebServer[] {server, elsewhere}) {
            each.useHttps(tls.serverOfClients("good").getSocketFactory());
            each.requestClientAuth();
            each.start(InetAddress.getByName("localhost"), 0);
        }
        base = tls.client().build();
    }

    @AfterEach
    void stop() {
        base.connectionPool().evictAll();
        base.dispatcher().executorService().shutdown();
        server.close();
        elsewhere.close();
    }

    private OkHttpClient client(Identity identity) {
        return base.newBuilder()
                .addInterceptor(
                        CredentialInterceptor.of(OwnConnection.bearer(server).showing(identity)))
                .build();
    }

    private void get(OkHttpClient http) throws IOException {
        try (Response response = http.newCall(
                        new Request.Builder().url(server.url("/leads")).build())
                .execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
    }

    private static String shown(RecordedRequest request) {
        return request.getHandshake().peerPrincipal() == null
                ? "nobody"
                : request.getHandshake().peerPrincipal().getName();
    }

    private static MockResponse ok() {
        return new MockResponse.Builder().build();
    }

    @Test
    void showsTheCertificateThatTheTokenIsBoundTo() throws Exception {
        server.enqueue(ok());

        get(client(tls.identity("good")));

        assertThat(shown(server.takeRequest())).isEqualTo("CN=localhost");
    }

    @Test
    void sharesNoConnectionOfThePoolBetweenCertificates() throws Exception {
        for (int i = 0; i < 4; i++) {
            server.enqueue(ok());
        }
        OkHttpClient first = client(tls.identity("good"));

        get(first);
        get(client(tls.identity("other")));
        get(base);
        get(first);

        assertThat(shown(server.takeRequest())).isEqualTo("CN=localhost");
        assertThat(shown(server.takeRequest())).isEqualTo("CN=other");
        assertThat(shown(server.takeRequest())).isEqualTo("nobody");
        RecordedRequest again = server.takeRequest();
        assertThat(shown(again)).isEqualTo("CN=localhost");
        assertThat(again.getExchangeIndex()).isEqualTo(1); // the first connection, and not a fourth
    }

    @Test
    void showsNothingToAnotherOrigin() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", elsewhere.url("/stolen"))
                .build());
        elsewhere.enqueue(ok());

        get(client(tls.identity("good")));

        assertThat(shown(server.takeRequest())).isEqualTo("CN=localhost");
        RecordedRequest stolen = elsewhere.takeRequest();
        assertThat(shown(stolen)).isEqualTo("nobody");
        assertThat(stolen.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void saysThatTheCertificateCannotBeUsed() {
        OkHttpClient http = client(new Identity("none", tls.identity("good").privateKey()));

        var failure = catchThrowableOfType(ConnectionIOException.class, () -> get(http));

        assertThat(failure.failure().code()).isEqualTo("certificate_malformed");
    }

    /** Credentials that are bound to a certificate. */
    private record Certified(Identity certificate) implements DirectStrategy<ApiKeyCredential> {
        @Override
        public String authenticationType() {
            return "test.certified";
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
            request.header("X-Key", "bound");
        }

        @Override
        public Optional<Identity> identity(ApiKeyCredential credential) {
            return Optional.of(certificate);
        }
    }

    @Test
    void showsItWithTheSdksOwnRequestsAndThoseOfItsConnections() throws Exception {
        for (int i = 0; i < 4; i++) {
            server.enqueue(ok());
        }
        try (Connections connections = Connections.builder().httpClient(base).build()) {
            var connection = connections.shared(Service.custom("Bank")
                    .resourceServers(server.url("/").toString())
                    .authentication(new Certified(tls.identity("good")))
                    .withProbe("GET", "/probe")
                    .withIdentity("/me", "/id", "/name")
                    .connection("Bank"));
            var unused = connection.authorize().with(ApiKeyCredential.of(Secret.of("k")));
            boolean passed = connection.test("GET", "/tried").passed();
            get(base.newBuilder()
                    .addInterceptor(CredentialInterceptor.of(connection))
                    .build());

            assertThat(passed).isTrue();
        }
        for (String path : List.of("/probe", "/me", "/tried", "/leads")) {
            RecordedRequest request = server.takeRequest();
            assertThat(request.getTarget()).isEqualTo(path);
            assertThat(shown(request)).isEqualTo("CN=localhost");
        }
    }
}
