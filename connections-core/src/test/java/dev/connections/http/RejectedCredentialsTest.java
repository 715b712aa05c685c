package dev.connections.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.spi.CredentialStrategy.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-H7, F-H8, N6750-4: a refused credential is renewed once, and a request repeated once. */
class RejectedCredentialsTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void repeatsOnceWithRenewedCredentialsAfter401() throws Exception {
        enqueue(401, 200);

        int status = send(client(OwnConnection.bearer(server)), post("body"));

        assertThat(status).isEqualTo(200);
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer s3cr3t-canary-1");
        RecordedRequest repeated = server.takeRequest();
        assertThat(repeated.getHeaders().get("Authorization")).isEqualTo("Bearer s3cr3t-canary-2");
        assertThat(repeated.getBody().utf8()).isEqualTo("body");
    }

    @Test
    void stopsAfterOneRepetitionWhenEveryAnswerIs401() throws Exception {
        enqueue(401, 401, 401);

        int status = send(client(OwnConnection.bearer(server)), post("body"));

        assertThat(status).isEqualTo(401);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void returnsThe401WhenThereIsNothingNewer() throws Exception {
        server.enqueue(new MockResponse.Builder().code(401).body("expired").build());
        var connection = OwnConnection.bearer(server).withoutVersionsAfter(1);

        try (Response response = client(connection).newCall(post("body")).execute()) {
            assertThat(response.code()).isEqualTo(401);
            assertThat(response.body().string()).isEqualTo("expired");
        }
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 407, 500, 503})
    void renewsNothingAfterAnotherStatus(int status) throws Exception {
        var connection = OwnConnection.bearer(server);
        var http = client(connection)
                .newBuilder()
                .addInterceptor(chain -> answer(chain.request(), status)) // OkHttp takes a real 407 for a proxy's
                .build();

        assertThat(send(http, post("body"))).isEqualTo(status);
        assertThat(connection.version()).isOne();
        assertThat(connection.asked()).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void returnsThe401OfABodyThatCannotBeSentAgainAndRenewsForTheNextRequest(boolean duplex) throws Exception {
        enqueue(401);
        var connection = OwnConnection.bearer(server);
        var http = duplex
                ? client(connection)
                        .newBuilder()
                        .addInterceptor(chain -> answer(chain.request(), 401)) // a duplex body needs HTTP/2
                        .build()
                : client(connection);

        int status = send(http, request().post(new OnceBody(duplex)).build());

        assertThat(status).isEqualTo(401);
        assertThat(server.getRequestCount()).isEqualTo(duplex ? 0 : 1);
        assertThat(connection.asked()).isOne();
        assertThat(connection.version()).isEqualTo(2);
    }

    @Test
    void believesTheStrategyThatA200MeansExpired() throws Exception {
        server.enqueue(
                new MockResponse.Builder().body("{\"error\":\"token_expired\"}").build());
        server.enqueue(new MockResponse.Builder().body("{\"ok\":true}").build());
        var connection = OwnConnection.bearer(server)
                .judging(response -> response.peek(100).contains("token_expired") ? Verdict.EXPIRED : Verdict.ACCEPTED);

        try (Response response = client(connection).newCall(post("body")).execute()) {
            assertThat(response.body().string()).isEqualTo("{\"ok\":true}");
        }
    }

    @Test
    void appliesTheSameCredentialsAgainOnceWhenTheStrategyWantsARetry() throws Exception {
        var connection = OwnConnection.bearer(server)
                .judging(response -> response.header("dpop-nonce").isPresent() ? Verdict.RETRY : Verdict.ACCEPTED);
        server.setDispatcher(answering(new MockResponse.Builder()
                .code(401)
                .addHeader("DPoP-Nonce", "n")
                .build()));

        int status = send(client(connection), post("body"));

        assertThat(status).isEqualTo(401);
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(connection.asked()).isEqualTo(2);
        assertThat(connection.version()).isOne();
    }

    @Test
    void showsTheStrategyEveryHeaderAndTheTarget() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("WWW-Authenticate", "Bearer")
                .addHeader("WWW-Authenticate", "DPoP")
                .build());
        List<Object> seen = new ArrayList<>();
        var connection = OwnConnection.bearer(server).judging(response -> {
            seen.add(response.target().orElseThrow());
            seen.add(response.header("www-authenticate").orElseThrow());
            seen.add(response.headers("www-authenticate"));
            return Verdict.ACCEPTED;
        });

        int status = send(client(connection), post("body"));

        assertThat(status).isEqualTo(200);
        assertThat(seen).containsExactly(post("").url().uri(), "Bearer", List.of("Bearer", "DPoP"));
    }

    @Test
    void saysThatThePersonMustConnectAgainWhenRenewalSaysSo() {
        enqueue(401);
        var connection = OwnConnection.signing(server, target -> {
            if (server.getRequestCount() > 0) {
                throw new ReauthorizationRequiredException(
                        AuthorizationStatus.Reason.REVOKED,
                        "refresh_token_rejected",
                        "connect again with reconnect()",
                        null);
            }
            return Worn.bearer(1);
        });
        var pool = new ConnectionPool();
        var http = client(connection).newBuilder().connectionPool(pool).build();

        var failure = catchThrowableOfType(ConnectionIOException.class, () -> send(http, post("body")));

        assertThat(failure.failure()).isInstanceOf(ReauthorizationRequiredException.class);
        assertThat(failure).hasMessageContaining("reconnect()");
        assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount()); // the 401 was closed
    }

    @Test
    void renewsOnceForAThousandCallsThatAreRefusedTogether() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean old =
                        "Bearer s3cr3t-canary-1".equals(request.getHeaders().get("Authorization"));
                return new MockResponse.Builder().code(old ? 401 : 200).build();
            }
        });
        var connection = OwnConnection.bearer(server);

        assertThat(statuses(client(connection), 1_000)).containsOnly(200);
        assertThat(connection.version()).isEqualTo(2);
        assertThat(server.getRequestCount()).isBetween(1_001, 2_000);
    }

    @Test
    void sendsEachOfAThousandCallsTwiceAtMostDuringA401Storm() throws Exception {
        server.setDispatcher(answering(new MockResponse.Builder().code(401).build()));
        var connection = OwnConnection.bearer(server).withoutVersionsAfter(2);

        assertThat(statuses(client(connection), 1_000)).containsOnly(401);
        assertThat(connection.version()).isEqualTo(2);
        assertThat(server.getRequestCount()).isBetween(1_001, 2_000);
    }

    private List<Integer> statuses(OkHttpClient http, int calls) throws Exception {
        var gate = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        Callable<Integer> call = () -> {
            gate.await();
            return send(http, request().build());
        };
        List<Future<Integer>> answers =
                IntStream.range(0, calls).mapToObj(i -> threads.submit(call)).toList();
        gate.countDown();
        threads.shutdown();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        return statuses;
    }

    private static Dispatcher answering(MockResponse response) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        };
    }

    private void enqueue(int... statuses) {
        IntStream.of(statuses)
                .forEach(status ->
                        server.enqueue(new MockResponse.Builder().code(status).build()));
    }

    private static Response answer(Request request, int status) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("scripted")
                .body(ResponseBody.create("", null))
                .build();
    }

    private Request.Builder request() {
        return new Request.Builder().url(server.url("/leads"));
    }

    private Request post(String body) {
        return request().post(RequestBody.create(body, null)).build();
    }

    private static int send(OkHttpClient http, Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        }
    }

    private static OkHttpClient client(OwnConnection connection) {
        return new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
    }

    /** A body from a stream: gone once it was sent. */
    private static final class OnceBody extends RequestBody {
        private final boolean duplex;

        OnceBody(boolean duplex) {
            this.duplex = duplex;
        }

        @Override
        public MediaType contentType() {
            return null;
        }

        @Override
        public boolean isOneShot() {
            return !duplex;
        }

        @Override
        public boolean isDuplex() {
            return duplex;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("once");
        }
    }
}
