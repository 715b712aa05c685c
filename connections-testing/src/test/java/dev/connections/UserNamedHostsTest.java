package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.http.ConnectionIOException;
import dev.connections.http.CredentialInterceptor;
import dev.connections.spi.ConnectionStore;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hosts that a user named lead nowhere inside, whoever calls them (DESIGN §8, RELIABILITY F-M22, G14). */
class UserNamedHostsTest {
    private static final URI TENANT = URI.create("https://tenant.example/token");
    private static final ApiKeyCredential KEY = ApiKeyCredential.of(Secret.of("s3cr3t-key"));

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final ConnectionStore store = InMemoryConnectionStore.create(clock);
    private final Queue<String> resolved = new ConcurrentLinkedQueue<>();
    private final OkHttpClient inside = new OkHttpClient.Builder()
            .dns(host -> {
                resolved.add(host);
                return List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            })
            .build();
    private final List<Connections> opened = new ArrayList<>();

    private Connections connections(String... allowed) {
        var connections = Connections.builder()
                .store(store)
                .clock(clock)
                .httpClient(inside)
                .allowPrivateHosts(allowed)
                .build();
        opened.add(connections);
        return connections;
    }

    @AfterEach
    void close() {
        opened.forEach(Connections::close);
    }

    private static Service<DirectFlow<ApiKeyCredential>> typed() {
        return Service.custom("Tenant")
                .resourceServers("https://tenant.example")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withPublicAddressesOnly();
    }

    @Test
    void keepsAProbeFromThem() {
        var tenant = connections().shared(typed().withProbe("GET", "/me").connection("Tenant"));

        assertRefused(() -> tenant.authorize().with(KEY));

        assertThat(tenant.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }

    @Test
    void keepsTheQuestionWhoseAccountItIsFromThem() {
        var tenant =
                connections().shared(typed().withIdentity("/me", "/id", "/name").connection("Tenant"));

        tenant.authorize().with(KEY);

        assertThat(tenant.authorization().account().orElseThrow().name()).isEqualTo("Tenant Account 1");
        assertThat(tenant.test("GET", "/me").nextStep()).contains("https://tenant.example", "allowPrivateHosts(");
    }

    @Test
    void keepsFlowRefreshAndRevocationFromThem() {
        var strategy = new CallingStrategy(TENANT);
        var tenant = connections().shared(called(strategy).connection("Tenant"));
        assertRefused(() -> tenant.authorize().grant());

        strategy.callsInFlows(false);
        tenant.authorize().grant();
        clock.advance(Duration.ofHours(2));

        assertRefused(() -> tenant.credentialsFor(URI.create("https://tenant.example/")));
        assertThat(tenant.revoke().providerAnswer().orElseThrow()).contains("special address");
        assertThat(resolved).containsOnly("tenant.example");
    }

    @Test
    void keepsIntrospectionFromThem() {
        var strategy = new CallingStrategy(TENANT);
        strategy.callsInFlows(false);
        var tenant = connections().shared(called(strategy).connection("Tenant"));
        tenant.authorize().grant();

        var result = tenant.test();

        assertThat(result.passed()).isFalse();
        assertThat(result.nextStep()).contains("https://tenant.example", "allowPrivateHosts(");
    }

    @Test
    void remembersThatInTheStore() {
        connections().shared(typed().withProbe("GET", "/me").connection("Tenant"));
        var elsewhere = (DirectFlow<?>) ((ManagedConnection<?>) connections().get("tenant")).authorize();

        assertRefused(() -> elsewhere.withValues(Map.of("X-Api-Key", "s3cr3t-key")));
    }

    @Test
    void remembersThatInJson() {
        String json = typed().toJson();

        assertThat(json).contains("\"public_addresses_only\":true");
        assertThat(Service.fromJson(json, Map.of()).toJson()).isEqualTo(json);
        assertThat(Service.custom("Own")
                        .resourceServers("https://own.example")
                        .authentication(ApiKey.inHeader("X-Api-Key"))
                        .toJson())
                .doesNotContain("public_addresses_only");
    }

    @Test
    void letsAHostOfOnesOwnBeAllowed() {
        var tenant = connections("tenant.example")
                .shared(typed().withProbe("GET", "/me").connection("Tenant"));

        var failure = catchThrowableOfType(
                ConnectionException.class, () -> tenant.authorize().with(KEY));

        assertThat(failure.code()).isNotEqualTo("address_not_allowed");
        assertThat(resolved).contains("tenant.example");
    }

    @Test
    void keepsRequestsOfTheInterceptorFromThem() {
        var tenant = connections().shared(typed().connection("Tenant"));
        tenant.authorize().with(KEY);

        var failure = get(tenant, "https://tenant.example/v1/items");

        assertThat(failure.failure().code()).isEqualTo("address_not_allowed");
        assertThat(failure).hasMessageContaining("https://tenant.example").hasMessageContaining("allowPrivateHosts(");
    }

    @Test
    void keepsItsRedirectsFromThemToo() throws IOException {
        try (var api = new MockWebServer()) {
            api.start();
            api.enqueue(new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "http://169.254.169.254/latest/meta-data")
                    .build());
            var tenant = connections().shared(onLoopback(api).connection("Tenant"));
            tenant.authorize().with(KEY);

            var failure = get(tenant, origin(api) + "/items");

            assertThat(failure.failure().code()).isEqualTo("address_not_allowed");
            assertThat(failure).hasMessageContaining("http://169.254.169.254");
        }
    }

    @Test
    void keepsRedirectsToOtherNamesFromThemToo() throws IOException {
        try (var api = new MockWebServer()) {
            api.start();
            api.enqueue(new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "http://inside.example:" + api.getPort() + "/admin")
                    .build());
            var tenant = connections().shared(onLoopback(api).connection("Tenant"));
            tenant.authorize().with(KEY);

            var failure = get(tenant, origin(api) + "/items");

            assertThat(failure.failure().code()).isEqualTo("address_not_allowed");
            assertThat(failure).hasMessageContaining("http://inside.example");
            assertThat(api.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void keepsRequestsToAnAccountsOwnServerFromThem() {
        var strategy = new ScriptedStrategy();
        strategy.servedAt("https://eu.tenant.example");
        var tenant = connections()
                .shared(Service.custom("Tenant")
                        .resourceServers("https://tenant.example")
                        .authentication(strategy)
                        .withPublicAddressesOnly()
                        .connection("Tenant"));
        tenant.authorize().grant();

        var failure = get(tenant, tenant.resolve("/items").toString());

        assertThat(failure.failure().code()).isEqualTo("address_not_allowed");
        assertThat(failure).hasMessageContaining("https://eu.tenant.example");
    }

    @Test
    void servesTestsOnLoopbackThatSaySo() throws IOException {
        try (var api = new MockWebServer()) {
            api.start();
            api.enqueue(new MockResponse.Builder().build());
            api.enqueue(new MockResponse.Builder().code(204).build());
            var tenant =
                    connections().shared(onLoopback(api).withProbe("GET", "/me").connection("Tenant"));
            tenant.authorize().with(KEY);

            try (var response = client(tenant)
                    .newCall(new Request.Builder().url(origin(api) + "/items").build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(204);
            }
        }
    }

    private static String origin(MockWebServer api) {
        return "http://127.0.0.1:" + api.getPort();
    }

    private static Service<DirectFlow<ApiKeyCredential>> onLoopback(MockWebServer api) {
        return Service.custom("Tenant")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(origin(api))
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withPublicAddressesOnly();
    }

    private static Service<UnattendedFlow> called(CallingStrategy strategy) {
        return Service.custom("Tenant")
                .resourceServers("https://tenant.example")
                .authentication(strategy)
                .withPublicAddressesOnly();
    }

    private OkHttpClient client(Connection connection) {
        return inside.newBuilder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
    }

    private ConnectionIOException get(Connection connection, String url) {
        return catchThrowableOfType(
                ConnectionIOException.class,
                () -> client(connection)
                        .newCall(new Request.Builder().url(url).build())
                        .execute()
                        .close());
    }

    private static void assertRefused(ThrowingCallable call) {
        var failure = catchThrowableOfType(ConnectionSecurityException.class, call);

        assertThat(failure.code()).isEqualTo("address_not_allowed");
        assertThat(failure).hasMessageContaining("https://tenant.example").hasMessageContaining("allowPrivateHosts(");
    }
}
