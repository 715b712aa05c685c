package dev.connections.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.internal.http.TestTls;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY X1, X2, F-H6, F-C7, L18, G6: no redirect carries a credential to another origin. */
class RedirectMatrixTest {
    private static TestTls tls;

    private final MockWebServer first = new MockWebServer();
    private final MockWebServer second = new MockWebServer();

    /** What differs between the origin and the redirect's target. */
    private enum Change {
        HOST,
        PORT,
        SCHEME
    }

    /** Where the credential travels. */
    private enum Place {
        AUTHORIZATION(version -> Worn.bearer(version)),
        API_KEY(version -> Worn.header("X-Api-Key", Worn.CANARY + version)),
        QUERY(version -> Worn.query("api_key", Worn.CANARY + version)),
        COOKIE(version -> Worn.cookie("session", Worn.CANARY + version)),
        FORM(version -> Worn.form("api_key", Worn.CANARY + version));

        private final Function<Integer, Worn> wears;

        Place(Function<Integer, Worn> wears) {
            this.wears = wears;
        }
    }

    @BeforeAll
    static void certificates(@TempDir Path directory) {
        tls = TestTls.in(directory);
    }

    @BeforeEach
    void start() throws IOException {
        first.useHttps(tls.server("good").getSocketFactory());
        first.start();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    static Stream<Arguments> matrix() {
        return Stream.of(301, 302, 303, 307, 308)
                .flatMap(status -> Stream.of(Change.values())
                        .flatMap(
                                change -> Stream.of(Place.values()).map(place -> Arguments.of(status, change, place))));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void carriesNothingToAnotherOrigin(int status, Change change, Place place) throws Exception {
        HttpUrl target = target(change);
        first.enqueue(redirect(status, target));
        (change == Change.HOST ? first : second)
                .enqueue(new MockResponse.Builder().body("followed").build());
        var http = client(OwnConnection.wearing(first, place.wears));

        try (Response response = http.newCall(request(place)).execute()) {
            assertThat(response.body().string()).isEqualTo("followed");
        }

        assertThat(text(first.takeRequest())).contains(Worn.CANARY);
        assertThat(text((change == Change.HOST ? first : second).takeRequest()))
                .contains(target.host())
                .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void leavesARedirectAloneWhenTheClientDoesNotFollow(int status, Change change, Place place) throws Exception {
        first.enqueue(redirect(status, target(change)));
        var http = client(OwnConnection.wearing(first, place.wears))
                .newBuilder()
                .followRedirects(false)
                .build();

        try (Response response = http.newCall(request(place)).execute()) {
            assertThat(response.code()).isEqualTo(status);
        }
        assertThat(first.getRequestCount() + (second.getStarted() ? second.getRequestCount() : 0))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/there?api_key=s3cr3t-canary-1&page=2",
                "/there?api%5Fkey=s3cr3t-canary-1&page=2",
                "/there?page=2&next=https%3A%2F%2Fa.example%2F%3Fapi_key%3Ds3cr3t-canary-1"
            })
    void takesTheKeyOffATargetThatTheServiceCopiedItInto(String location) throws Exception {
        second.start();
        first.enqueue(redirect(302, second.url(location)));
        second.enqueue(new MockResponse.Builder().build());

        get(client(OwnConnection.wearing(first, Place.QUERY.wears)), first.url("/here"));

        assertThat(second.takeRequest().getTarget()).isEqualTo("/there?page=2");
    }

    @Test
    void authorizesARedirectWithinTheOrigin() throws Exception {
        first.enqueue(redirect(302, first.url("/there?page=2&api_key=old")));
        first.enqueue(new MockResponse.Builder().build());

        get(client(OwnConnection.wearing(first, Place.QUERY.wears)), first.url("/here"));

        assertThat(first.takeRequest().getTarget()).isEqualTo("/here?api_key=s3cr3t-canary-1");
        assertThat(first.takeRequest().getTarget()).isEqualTo("/there?page=2&api_key=s3cr3t-canary-1");
    }

    @Test
    void signsARedirectWithinTheOriginAnew() throws Exception {
        first.enqueue(redirect(303, first.url("/there")));
        first.enqueue(new MockResponse.Builder().build());
        var signing = OwnConnection.signing(
                first,
                target -> Worn.header(
                        "X-Signature", target.method() + " " + target.uri().getPath()));

        try (Response response = client(signing).newCall(request(Place.FORM)).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }

        assertThat(first.takeRequest().getHeaders().get("X-Signature")).isEqualTo("POST /here");
        assertThat(first.takeRequest().getHeaders().get("X-Signature")).isEqualTo("GET /there");
    }

    @Test
    void doesNotTakeCredentialsUpAgainOnTheWayBack() throws Exception {
        second.start();
        first.enqueue(redirect(302, second.url("/")));
        second.enqueue(redirect(302, first.url("/admin/delete")));
        first.enqueue(new MockResponse.Builder().code(401).build());
        var connection = OwnConnection.bearer(first);

        int status = get(client(connection), first.url("/here"));

        assertThat(status).isEqualTo(401);
        assertThat(connection.version()).isOne();
        assertThat(text(first.takeRequest())).contains("s3cr3t");
        assertThat(text(first.takeRequest())).contains("/admin/delete").doesNotContain("s3cr3t");
    }

    @Test
    void repeatsWhereTheRedirectLedWhenThatIsRefused() throws Exception {
        first.enqueue(redirect(303, first.url("/order/1")));
        first.enqueue(new MockResponse.Builder().code(401).build());
        first.enqueue(new MockResponse.Builder().build());

        try (Response response =
                client(OwnConnection.bearer(first)).newCall(request(Place.FORM)).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }

        assertThat(List.of(first.takeRequest().getMethod(), line(first.takeRequest()), line(first.takeRequest())))
                .containsExactly("POST", "GET /order/1", "GET /order/1"); // the order is not placed twice
    }

    @Test
    void endsARedirectLoop() {
        for (int i = 0; i < 30; i++) {
            first.enqueue(redirect(302, first.url("/" + i)));
        }

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> get(client(OwnConnection.bearer(first)), first.url("/here"))))
                .isInstanceOf(java.net.ProtocolException.class)
                .hasMessageContaining("Too many follow-up requests: 21");
        assertThat(first.getRequestCount()).isEqualTo(21);
    }

    private HttpUrl target(Change change) throws IOException {
        if (change == Change.HOST) {
            return first.url("/there").newBuilder().host("127.0.0.1").build();
        }
        if (change == Change.PORT) {
            second.useHttps(tls.server("good").getSocketFactory());
        }
        second.start();
        return second.url("/there");
    }

    private static MockResponse redirect(int status, HttpUrl target) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", target)
                .build();
    }

    private Request request(Place place) {
        var request = new Request.Builder().url(first.url("/here"));
        return place == Place.FORM
                ? request.post(new FormBody.Builder().add("a", "b").build()).build()
                : request.build();
    }

    private static int get(OkHttpClient http, HttpUrl url) throws IOException {
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            return response.code();
        }
    }

    private static OkHttpClient client(OwnConnection connection) {
        return tls.client()
                .dns(host -> List.of(InetAddress.getLoopbackAddress()))
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
    }

    private static String line(RecordedRequest request) {
        return request.getMethod() + " " + request.getTarget();
    }

    private static String text(RecordedRequest request) {
        return line(request) + "\n" + request.getHeaders().newBuilder().build()
                + request.getHeaders().toMultimap() + "\n"
                + (request.getBody() == null ? "" : request.getBody().utf8());
    }
}
