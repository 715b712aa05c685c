package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.spi.AuthClient;
import dev.connections.spi.AuthClient.Identity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that show a certificate, over real TLS.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-2">RFC 8705, section 2</a>
 */
class Rfc8705Section2Test {
    @TempDir
    Path directory;

    private final MockWebServer server = new MockWebServer();
    private TestTls tls;
    private AuthClient http;

    @BeforeEach
    void start() throws IOException {
        tls = TestTls.in(directory);
        server.useHttps(tls.serverOfClients("good").getSocketFactory());
        server.requestClientAuth();
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder().build());
        }
        server.start();
        http = Calls.with(tls.client().build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AuthClient.Call call() {
        return Calls.refresh(URI.create("https://localhost:" + server.getPort() + "/token"));
    }

    private String shownBy(AuthClient.Call call) throws InterruptedException {
        var unused = http.send(call);
        RecordedRequest request = server.takeRequest();
        return request.getHandshake().peerPrincipal() == null
                ? "nobody"
                : request.getHandshake().peerPrincipal().getName();
    }

    @Test
    void showsTheCertificateOfTheCall() throws InterruptedException {
        assertThat(shownBy(call().withIdentity(tls.identity("good")))).isEqualTo("CN=localhost");
    }

    @Test
    void neverSharesAConnectionBetweenCertificates() throws InterruptedException {
        String first = shownBy(call().withIdentity(tls.identity("good")));
        String nobody = shownBy(call());
        String second = shownBy(call().withIdentity(tls.identity("other")));
        String again = shownBy(call().withIdentity(tls.identity("good")));

        assertThat(first).isEqualTo("CN=localhost");
        assertThat(nobody).isEqualTo("nobody");
        assertThat(second).isEqualTo("CN=other");
        assertThat(again).isEqualTo("CN=localhost");
    }

    @Test
    void stillRefusesAServerThatIsNotTrusted() {
        AuthClient strict = Calls.plain();

        var failure = catchThrowableOfType(
                ConnectionSecurityException.class, () -> strict.send(call().withIdentity(tls.identity("good"))));

        assertThat(failure.code()).isEqualTo("tls_failed");
    }

    @Test
    void saysThatTheCertificateIsNone() {
        var identity = new Identity("no certificate", tls.identity("good").privateKey());

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> http.send(call().withIdentity(identity)));

        assertThat(failure.code()).isEqualTo("certificate_malformed");
        assertThat(failure).hasMessageContaining("BEGIN CERTIFICATE").hasNoCause();
    }

    @Test
    void saysThatTheKeyIsNoneWithoutShowingIt() {
        var identity = new Identity(tls.identity("good").certificateChain(), Secret.of("s3cr3t"));

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> http.send(call().withIdentity(identity)));

        assertThat(failure.code()).isEqualTo("private_key_malformed");
        assertThat(failure).hasMessageContaining("openssl pkcs8").hasMessageNotContaining("s3cr3t");
        assertThat(identity.toString()).isEqualTo("Identity");
    }
}
