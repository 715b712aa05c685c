package dev.connections.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-H4, F-H5, F-H9, F-H10, X2, X4, S17: how a request gets its credentials, and which request gets none. */
class CredentialInterceptorTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
        server.enqueue(new MockResponse.Builder().build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void addsTheHeaderAndKeepsTheRestOfTheRequest() throws Exception {
        var request = request("/leads")
                .header("Accept", "text/csv")
                .tag(String.class, "tag")
                .build();
        List<String> tags = new ArrayList<>();
        var http = client(OwnConnection.bearer(server))
                .newBuilder()
                .addInterceptor(chain -> {
                    tags.add(chain.request().tag(String.class));
                    return chain.proceed(chain.request());
                })
                .build();

        send(http, request);

        RecordedRequest received = server.takeRequest();
        assertThat(received.getHeaders().get("Authorization")).isEqualTo("Bearer s3cr3t-canary-1");
        assertThat(received.getHeaders().get("Accept")).isEqualTo("text/csv");
        assertThat(tags).containsExactly("tag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a&b=c#d | a%26b%3Dc%23d",
                "a+b c | a%2Bb%20c",
                "a%2Fb/c | a%252Fb%2Fc",
                "\u00e4\u20ac | %C3%A4%E2%82%AC",
            })
    void encodesAQueryKeyAndLeavesOtherParametersAsTheyAre(String key, String encoded) throws Exception {
        var connection = OwnConnection.wearing(server, version -> Worn.query("api key", key));

        send(client(connection), request("/leads?q=a+b%20c%2f~'|&empty=&none").build());

        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/leads?q=a+b%20c%2f~%27|&empty=&none&api%20key=" + encoded);
    }

    @Test
    void addsAFieldToAFormAndKeepsItsBytes() throws Exception {
        var connection = OwnConnection.wearing(server, version -> Worn.form("api key", "a&b \u00e4"));
        var form = RequestBody.create("a=b%20c&d", MediaType.get("application/x-www-form-urlencoded; charset=utf-8"));

        send(client(connection), request("/leads").post(form).build());

        RecordedRequest received = server.takeRequest();
        assertThat(received.getBody().utf8()).isEqualTo("a=b%20c&d&api+key=a%26b+%C3%A4");
        assertThat(received.getHeaders().get("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
    }

    @Test
    void addsAFieldToAnEmptyForm() throws Exception {
        var connection = OwnConnection.wearing(server, version -> Worn.form("key", "v"));

        send(
                client(connection),
                request("/").post(new FormBody.Builder().build()).build());

        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("key=v");
    }

    @Test
    void appendsACookieToThoseOfTheRequest() throws Exception {
        var connection = OwnConnection.wearing(server, version -> Worn.cookie("session", "v1"));

        send(client(connection), request("/").header("Cookie", "theme=dark").build());

        assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("theme=dark; session=v1");
    }

    @Test
    void appendsACookieToThoseOfTheCookieJar() throws Exception {
        var connection = OwnConnection.wearing(server, version -> Worn.cookie("session", "v1"));
        var http = client(connection)
                .newBuilder()
                .cookieJar(new FixedJar("theme=dark", "session=stale"))
                .build();

        send(http, request("/").build());

        assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("theme=dark; session=v1");
    }

    @Test
    void refusesAHeaderThatIsSetAlready() {
        var request = request("/").header("authorization", "Bearer mine").build();

        assertRefused(OwnConnection.bearer(server), request, "header_already_set", "remove it from the request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?api_key=mine", "/?a=b&api%5Fkey", "/?api_key="})
    void refusesAQueryParameterThatIsSetAlready(String path) {
        var connection = OwnConnection.wearing(server, version -> Worn.query("api_key", Worn.CANARY));

        assertRefused(connection, request(path).build(), "parameter_already_set", "remove it from the request");
    }

    @Test
    void refusesAFormFieldThatIsSetAlready() {
        var connection = OwnConnection.wearing(server, version -> Worn.form("api_key", Worn.CANARY));
        var form = new FormBody.Builder().add("api_key", "mine").build();

        assertRefused(
                connection, request("/").post(form).build(), "parameter_already_set", "remove it from the request");
    }

    @Test
    void refusesACookieThatIsSetAlready() {
        var connection = OwnConnection.wearing(server, version -> Worn.cookie("session", Worn.CANARY));
        var request = request("/").header("Cookie", "a=b; session=mine").build();

        assertRefused(connection, request, "cookie_already_set", "remove it from the request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void refusesAFormCredentialWithoutAForm(String method) {
        var connection = OwnConnection.wearing(server, version -> Worn.form("api_key", Worn.CANARY));
        RequestBody json = method.equals("POST") ? RequestBody.create("{}", MediaType.get("application/json")) : null;

        assertRefused(
                connection, request("/").method(method, json).build(), "form_body_required", "send it with a FormBody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t-canary\n", "s3cr3t-canary\u00e9", "s3cr3t-canary\u0000"})
    void neverPrintsAHeaderValueThatCannotBeSent(String value) {
        var connection = OwnConnection.wearing(server, version -> Worn.header("X-Api-Key", value));

        assertRefused(connection, request("/").build(), "header_malformed", "connect again with a value without it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:{port}/",
                "http://localhost:1/",
                "https://localhost:{port}/",
                "http://user@localhost:{port}/",
                "http://:pw@localhost:{port}/",
                "http://localhost@127.0.0.1:{port}/",
                "http://localhost.evil.example:{port}/",
            })
    void sendsNothingToAnotherOrigin(String url) {
        var request = new Request.Builder()
                .url(url.replace("{port}", "" + server.getPort()))
                .build();

        var failure = failure(client(OwnConnection.bearer(server)), request);

        assertThat(failure.failure()).isInstanceOf(ConnectionSecurityException.class);
        assertThat(failure.failure().code()).isEqualTo("origin_not_allowed");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refusesToBeANetworkInterceptor() {
        var http = new OkHttpClient.Builder()
                .addNetworkInterceptor(CredentialInterceptor.of(OwnConnection.bearer(server)))
                .build();

        var failure = failure(http, request("/").build());

        assertThat(failure.failure().code()).isEqualTo("not_a_network_interceptor");
        assertThat(failure).hasMessageContaining("use addInterceptor");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void tellsWhenAnInterceptorBehindItSentTheRequestElsewhere() {
        HttpUrl elsewhere = server.url("/").newBuilder().host("127.0.0.1").build();
        var http = client(OwnConnection.bearer(server))
                .newBuilder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().url(elsewhere).build()))
                .dns(host -> List.of(server.getSocketAddress().getAddress()))
                .build();

        var failure = failure(http, request("/").build());

        assertThat(failure.failure().code()).isEqualTo("origin_changed");
        assertThat(failure).hasMessageContaining("add CredentialInterceptor last");
    }

    @Test
    void keepsAQueryKeyOutOfWhatOuterInterceptorsLog() throws Exception {
        List<String> log = new ArrayList<>();
        var connection = OwnConnection.wearing(server, version -> Worn.query("api_key", Worn.CANARY));
        var http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    log.add(chain.request() + " " + response + " " + response.request());
                    return response;
                })
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();

        send(http, request("/leads").build());

        assertThat(server.takeRequest().getTarget()).contains(Worn.CANARY);
        assertThat(log).singleElement().asString().contains("/leads").doesNotContain("s3cr3t");
    }

    @Test
    void leavesTheDispatchersThreadAliveWhateverTheConnectionThrows() throws Exception {
        List<Throwable> killed = new CopyOnWriteArrayList<>();
        var threads = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "dispatcher");
            thread.setUncaughtExceptionHandler((dead, failure) -> killed.add(failure));
            return thread;
        });
        var broken = OwnConnection.signing(server, target -> {
            throw new IllegalStateException("s3cr3t-canary");
        });
        var http =
                client(broken).newBuilder().dispatcher(new Dispatcher(threads)).build();

        var failure = failureOfEnqueued(http, request("/").build());
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(killed).isEmpty();
        assertThat(failure).isInstanceOf(ConnectionIOException.class);
        assertThat(((ConnectionIOException) failure).failure().code()).isEqualTo("credentials_failed");
        assertThat(printed(failure))
                .contains("IllegalStateException", "OwnConnection")
                .doesNotContain("s3cr3t");
    }

    private static IOException failureOfEnqueued(OkHttpClient http, Request request) {
        var failed = new CompletableFuture<IOException>();
        http.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException failure) {
                failed.complete(failure);
            }

            @Override
            public void onResponse(Call call, Response response) {
                failed.completeExceptionally(new AssertionError(response));
            }
        });
        return failed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void assertRefused(OwnConnection connection, Request request, String code, String fix) {
        var failure = failure(client(connection), request);

        assertThat(failure.failure()).isInstanceOf(ConnectionConfigurationException.class);
        assertThat(failure.failure().code()).isEqualTo(code);
        assertThat(failure).hasMessageContaining(fix);
        assertThat(printed(failure)).doesNotContain("s3cr3t");
        assertThat(server.getRequestCount()).isZero();
    }

    private static ConnectionIOException failure(OkHttpClient http, Request request) {
        return catchThrowableOfType(ConnectionIOException.class, () -> send(http, request));
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(server.url(path));
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

    /** Has the same cookies for every URL. */
    private record FixedJar(List<String> pairs) implements CookieJar {
        FixedJar(String... pairs) {
            this(List.of(pairs));
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return pairs.stream().map(pair -> Cookie.parse(url, pair)).toList();
        }

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            throw new AssertionError("the server sets no cookies");
        }
    }
}
