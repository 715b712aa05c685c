package dev.connections.oauth.internal.loopback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connections.ConnectionCancelledException;
import dev.connections.oauth.LoopbackReceiver;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8252, sections 7.3 and 8.3, and RELIABILITY F-B12 to F-B14. */
@Timeout(60)
class Rfc8252Section7Test {
    /** The common pool may have one thread, and then the second receiver would wait for the first. */
    private static final Executor OWN_THREAD = task -> new Thread(task, "receiver").start();

    private static final Duration LONG = Duration.ofSeconds(40);

    private final LoopbackReceiver receiver = LoopbackReceiver.open();
    private final URI redirectUri = URI.create(receiver.redirectUri());
    private final String host = "127.0.0.1:" + redirectUri.getPort();
    private final CompletableFuture<URI> callback =
            CompletableFuture.supplyAsync(() -> receiver.await(LONG), OWN_THREAD);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void receivesTheCallbackOfABrowser() throws Exception {
        String page = get("/callback?code=c%2F1&state=s-1&iss=https%3A%2F%2Facme.example");

        assertThat(callback.get(10, TimeUnit.SECONDS))
                .isEqualTo(URI.create(receiver.redirectUri() + "?code=c%2F1&state=s-1&iss=https%3A%2F%2Facme.example"));
        assertThat(page).startsWith("HTTP/1.1 200 OK").contains("You are connected", "close this window");
    }

    @Test
    void repeatsNothingItWasSent() throws Exception {
        String page = get("/callback?error=access_denied&error_description=%3Cscript%3Es3cr3t&state=s-1");

        assertThat(callback.get(10, TimeUnit.SECONDS)).hasParameter("error", "access_denied");
        assertThat(page)
                .contains("The connection was not made", "Content-Security-Policy: default-src 'none'")
                .contains("Referrer-Policy: no-referrer", "Cache-Control: no-store")
                .doesNotContain("s3cr3t", "<script", "s-1");
    }

    @Test
    void namesALoopbackAddressAndAPortOfItsOwn() throws Exception {
        try (LoopbackReceiver other = LoopbackReceiver.open()) {
            assertThat(redirectUri)
                    .hasScheme("http")
                    .hasHost("127.0.0.1")
                    .hasPath("/callback")
                    .hasNoQuery();
            assertThat(URI.create(other.redirectUri()).getPort()).isNotEqualTo(redirectUri.getPort());
        }
    }

    @Test
    void closesItsPortAfterTheCallback() throws Exception {
        get("/callback?code=c&state=s");
        callback.get(10, TimeUnit.SECONDS);

        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }

    @Test
    void isNotReachableFromOutside() throws Exception {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(outside.isPresent(), "no outside address here");

        assertThatThrownBy(() -> new Socket(outside.get(), redirectUri.getPort()))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /favicon.ico HTTP/1.1|404",
                "GET / HTTP/1.1|404",
                "GET /callback/x?code=c&state=s HTTP/1.1|404",
                "GET //callback?code=c&state=s HTTP/1.1|404",
                "HEAD /callback?code=c&state=s HTTP/1.1|405",
                "POST /callback?code=c&state=s HTTP/1.1|405",
                "OPTIONS /callback?code=c&state=s HTTP/1.1|405",
                "GET /callback HTTP/1.1|400",
                "GET /callback?code=c HTTP/1.1|400",
                "GET /callback?state=s HTTP/1.1|400",
                "GET /callback?code=c&state=<s> HTTP/1.1|400",
                "GET http://evil.example/callback?code=c&state=s HTTP/1.1|404",
                "GET /callback?code=c&state=s|400",
                "nonsense|400"
            })
    void answersWhatIsNoCallbackAndWaitsOn(String requestLine, int status) throws Exception {
        assertThat(send(requestLine + "\r\nHost: " + host + "\r\n\r\n")).startsWith("HTTP/1.1 " + status);
        assertThat(callback).isNotDone();

        get("/callback?code=c&state=s");
        assertThat(callback.get(10, TimeUnit.SECONDS)).hasParameter("code", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\r\n",
                "Host: localhost:PORT\r\n",
                "Host: 127.0.0.1\r\n",
                "Host: 127.0.0.1:PORT.evil.example\r\n",
                "Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n",
                "X-Host: 127.0.0.1:PORT\r\n",
                ""
            })
    void refusesNamesThatWereBoundToThisAddress(String headers) throws Exception {
        String head = "GET /callback?code=c&state=s HTTP/1.1\r\n"
                + headers.replace("PORT", String.valueOf(redirectUri.getPort())) + "\r\n";

        assertThat(send(head)).startsWith("HTTP/1.1 421");
        assertThat(callback).isNotDone();
    }

    @Test
    void cutsOffAClientThatNeverEndsItsRequest() throws Exception {
        LoopbackReceiver strict = SocketReceiver.open(Duration.ofMillis(20));
        var waiting = CompletableFuture.supplyAsync(() -> strict.await(LONG), OWN_THREAD);
        int port = URI.create(strict.redirectUri()).getPort();

        try (strict;
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
            slow.getOutputStream().write("GET /callback".getBytes(ISO_8859_1));

            assertThat(slow.getInputStream().read()).as("the end of the stream").isEqualTo(-1);
            assertThat(waiting).isNotDone();
        }
    }

    @Test
    void cutsOffARequestThatIsTooLong() throws Exception {
        try (Socket wordy = connect()) {
            wordy.setSoTimeout(10_000);
            try {
                wordy.getOutputStream().write(("GET /callback?" + "a".repeat(64 * 1024)).getBytes(ISO_8859_1));
                assertThat(wordy.getInputStream().read()).isEqualTo(-1);
            } catch (IOException reset) {
                assertThat(reset).isNotInstanceOf(SocketTimeoutException.class);
            }
        }
        assertThat(callback).isNotDone();
    }

    @Test
    void letsGoOfTheOldestOfSeventeenConnections() throws Exception {
        LoopbackReceiver patient = SocketReceiver.open(Duration.ofMinutes(5));
        var waiting = CompletableFuture.supplyAsync(() -> patient.await(LONG), OWN_THREAD);
        int port = URI.create(patient.redirectUri()).getPort();
        List<Socket> idle = new ArrayList<>();

        for (int i = 0; i < 17; i++) {
            idle.add(new Socket(InetAddress.getLoopbackAddress(), port));
        }

        idle.get(0).setSoTimeout(20_000);
        assertThat(idle.get(0).getInputStream().read())
                .as("the end of the stream")
                .isEqualTo(-1);
        assertThat(waiting).isNotDone();
        for (Socket each : idle) {
            each.close();
        }
        patient.close();
    }

    @Test
    void servesTheBrowserAmongHundredIdleConnections() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                idle.add(connect());
            }

            assertThat(get("/callback?code=c&state=s")).startsWith("HTTP/1.1 200");
            assertThat(callback.get(10, TimeUnit.SECONDS)).hasParameter("code", "c");
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
    }

    @Test
    void acceptsARequestThatArrivesByteByByte() throws Exception {
        try (Socket socket = connect()) {
            socket.setTcpNoDelay(true);
            for (byte each :
                    ("GET /callback?code=c&state=s HTTP/1.1\r\nhOsT:  " + host + "\r\n\r\n").getBytes(ISO_8859_1)) {
                socket.getOutputStream().write(each);
            }

            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void saysThatNothingArrivedInTime() {
        try (LoopbackReceiver impatient = LoopbackReceiver.open()) {
            assertThatThrownBy(() -> impatient.await(Duration.ofMillis(1)))
                    .isInstanceOfSatisfying(ConnectionCancelledException.class, late -> {
                        assertThat(late.code()).isEqualTo("callback_timeout");
                        assertThat(late).hasMessageContaining("begin the authorization again");
                    });
        }
    }

    @Test
    void endsTheWaitWhenItIsClosed() {
        receiver.close();
        receiver.close();

        assertThatThrownBy(() -> callback.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ConnectionCancelledException.class,
                        closed -> assertThat(closed.code()).isEqualTo("closed"));
    }

    @Test
    void endsTheWaitOfAnInterruptedThread() throws Exception {
        var interrupted = new CompletableFuture<Boolean>();
        LoopbackReceiver other = LoopbackReceiver.open();
        Thread waiting = new Thread(() -> {
            try {
                other.await(LONG);
            } catch (ConnectionCancelledException stopped) {
                interrupted.complete(stopped.code().equals("interrupted")
                        && Thread.currentThread().isInterrupted());
            }
        });
        waiting.start();

        waiting.interrupt();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        other.close();
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), redirectUri.getPort());
    }

    private String get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\n\r\n");
    }

    private String send(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
