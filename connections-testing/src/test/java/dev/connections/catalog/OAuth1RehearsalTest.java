package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.AuthorizationRequest;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.catalog.Loopback.Received;
import dev.connections.http.CredentialInterceptor;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every OAuth 1.0a service: endpoints and signatures are compared with the collected facts. */
class OAuth1RehearsalTest {
    private static final String HOST = "rehearsal.example";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REDIRECT = "https://app.example.com/callback";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final Connections connections = Connections.inMemory();
    private final Loopback hosts = Loopback.of(HOST);

    @AfterEach
    void close() {
        connections.close();
        hosts.close();
    }

    static Stream<String> services() {
        return ServiceCatalog.bundled().search("oauth1").stream()
                .filter(entry -> entry.authenticationType().equals("oauth1"))
                .map(ServiceCatalog.Entry::linkName);
    }

    @ParameterizedTest
    @MethodSource("services")
    void signsItsThreeLegsAndRequestsAsTheFactsSay(String linkName) throws Exception {
        Facts facts = Facts.of(linkName);
        Service<RedirectFlow> service = new Moving(hosts, HOST, canary.secret()).service(linkName);
        ManagedConnection<RedirectFlow> connection = connections.shared(service.connection("Rehearsal"));
        String method = facts.text("signatureMethod");
        String client = canary.secret().reveal();

        hosts.answer(HOST, 200, FORM, "oauth_token=temp-1&oauth_token_secret=hidden-1&oauth_callback_confirmed=true");
        AuthorizationRequest request = connection.authorize().begin(REDIRECT);
        Received first = hosts.received(HOST);
        hosts.answer(HOST, 200, FORM, "oauth_token=token-2&oauth_token_secret=hidden-2");
        var unused = connection.authorize().complete(callback(first), request.state());
        Received second = hosts.received(HOST);
        Received third = send(connection);

        requirePath(facts, "requestTokenUrl", first.path());
        requireParameters(facts, "requestTokenParams", Loopback.parameters(first.query()), first.form());
        new SignedRequest(first, hosts).requireSigned(method, client, "");
        requirePath(facts, "authorizationUrl", request.uri().getPath());
        requireParameters(
                facts, "authorizationParams", Loopback.parameters(request.uri().getRawQuery()), Map.of());
        requirePath(facts, "tokenUrl", second.path());
        new SignedRequest(second, hosts)
                .requireSigned(method, client, "hidden-1")
                .containsEntry("oauth_token", "temp-1")
                .containsEntry("oauth_verifier", "verifier-1");
        new SignedRequest(third, hosts)
                .requireSigned(method, client, "hidden-2")
                .containsEntry("oauth_token", "token-2");
        assertThat(connection.revoke().providerAnswer()).isEmpty();
        assertThat(hosts.requestsTo(HOST)).isEqualTo(3);
    }

    /** The state travels in the callback that the first leg told the provider. */
    private URI callback(Received first) {
        String told = new SignedRequest(first, hosts).parameters().get("oauth_callback");
        assertThat(told).startsWith(REDIRECT);
        return URI.create(told + (told.contains("?") ? "&" : "?") + "oauth_token=temp-1&oauth_verifier=verifier-1");
    }

    private Received send(ManagedConnection<RedirectFlow> connection) throws Exception {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        hosts.answer(HOST, "{}");
        Request request = new Request.Builder()
                .url(connection.resolve("/things?b=2&a=one%20more").toURL())
                .build();
        try (Response response = http.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        return hosts.received(HOST);
    }

    private static void requirePath(Facts facts, String url, String path) {
        assertThat(path).as(url).isEqualTo(URI.create(facts.text(url)).getPath());
    }

    private static void requireParameters(
            Facts facts, String name, Map<String, String> query, Map<String, String> form) {
        facts.parameters(name)
                .forEach((parameter, value) -> assertThat(query.getOrDefault(parameter, form.get(parameter)))
                        .isEqualTo(value));
    }
}
