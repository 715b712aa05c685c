package dev.connections.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.Hold;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.MockService.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token that the service refuses before its time (RELIABILITY F-H7, F-H8), with a server that rotates at each refresh. */
class RejectedTokenTest {
    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode().rotatingRefreshTokens(Duration.ZERO);

    private final Connections connections = Connections.inMemory();
    private OkHttpClient http;

    @BeforeEach
    void authorize() {
        ManagedConnection<RedirectFlow> connection =
                connections.shared(crm.service().connection("CRM primary"));
        crm.approve(connection, "alice@example.com");
        http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private int send(Request request) {
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Request.Builder leads() {
        return new Request.Builder().url(HttpUrl.get(crm.resource("leads")));
    }

    private List<Integer> answers() {
        return crm.resourceRequests().stream().map(ReceivedRequest::status).toList();
    }

    private List<String> grants() {
        return crm.tokenRequests().stream().map(TokenRequest::grantType).toList();
    }

    @Test
    void isRefreshedOnceAndTheRequestRepeated() {
        crm.expireTokens();

        int status = send(leads().build());

        assertThat(status).isEqualTo(200);
        assertThat(answers()).containsExactly(401, 200);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void isNotRefreshedAgainWhenTheNewOneIsRefusedToo() {
        crm.expireTokens();
        crm.holdNext(Endpoint.RESOURCE).release();
        Hold repetition = crm.holdNext(Endpoint.RESOURCE);

        var status = CompletableFuture.supplyAsync(() -> send(leads().build()));
        repetition.awaitArrival();
        crm.expireTokens();
        repetition.release();

        assertThat(status.join()).isEqualTo(401);
        assertThat(answers()).containsExactly(401, 401);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void isRefreshedOnceForAStormOfRequests() {
        crm.expireTokens();
        var gate = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(50);

        List<CompletableFuture<Integer>> statuses = IntStream.range(0, 50)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> sendAt(gate), threads))
                .toList();
        gate.countDown();

        assertThat(statuses).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
        threads.shutdown();
    }

    private int sendAt(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return send(leads().build());
    }

    @Test
    void repeatsARequestWithItsBody() {
        crm.expireTokens();

        int status = send(leads().post(RequestBody.create(new byte[] {1, 2, 3})).build());

        assertThat(status).isEqualTo(200);
        assertThat(crm.resourceRequests()).extracting(ReceivedRequest::method).containsExactly("POST", "POST");
    }

    @Test
    void isReportedAsAnIoExceptionWhenTheGrantIsGoneToo() {
        crm.revokeAtService("alice@example.com");

        assertThatThrownBy(() -> http.newCall(leads().build()).execute().close())
                .isInstanceOfSatisfying(
                        ConnectionIOException.class,
                        failure -> assertThat(failure.failure()).isInstanceOf(ReauthorizationRequiredException.class));
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void isKeptWhenTheServiceIsOnlyUnavailable() {
        crm.failNext(Endpoint.RESOURCE, Fault.UNAVAILABLE);

        int status = send(leads().build());

        assertThat(status).isEqualTo(503);
        assertThat(grants()).containsExactly("authorization_code");
    }
}
