package dev.connections.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every OAuth 2 service with a browser, against a provider that is made of the collected facts. */
class FactsRehearsalTest {
    static final String HOST = "rehearsal.example";
    private static final List<String> SCOPES = List.of("read.a", "read.b");

    /** What else a provider says beside the tokens, from its documentation. */
    static final Map<String, String> TOKEN_RESPONSES = Map.of(
            "slack", "{\"ok\": true}",
            "withings", "{\"status\": 0}",
            "salesforce", "{\"instance_url\": \"https://HOST\"}",
            "salesforce_sandbox", "{\"instance_url\": \"https://HOST\"}",
            "pipedrive", "{\"api_domain\": \"https://HOST\"}",
            "gong_oauth", "{\"api_base_url_for_customer\": \"https://HOST\"}",
            "teamwork", "{\"installation\": {\"apiEndPoint\": \"https://HOST/\"}}");

    /** What else a provider says in its callback. */
    static final Map<String, String> CALLBACKS =
            Map.of("quickbooks", "&realmId=123", "myob", "&businessId=abc-1", "braintree", "&merchantId=m1");

    /** The one place that an account reaches, as its provider lists it. */
    static final Map<String, String> CHOICES = Map.of(
            "xero", "[{\"tenantId\": \"t-1\", \"tenantName\": \"Acme\"}]",
            "jira", "[{\"id\": \"c-1\", \"name\": \"acme\"}]",
            "confluence", "[{\"id\": \"c-1\", \"name\": \"acme\"}]",
            "basecamp", "{\"accounts\": [{\"id\": 99, \"name\": \"Acme\"}]}",
            "harvest", "{\"accounts\": [{\"id\": 99, \"name\": \"Acme\"}]}");

    /** Query parameters that carry the token where no header does. */
    private static final Map<String, String> QUERIES = Map.of("foursquare", "oauth_token");

    /** Callbacks that are signed with the client's secret. */
    private static final Set<String> SIGNED = Set.of("shopify");

    /** What the quirks say of tokens that are exchanged for longer-lived ones at once. */
    static final Map<String, String> UPGRADES =
            Map.of("instagram", "ig_exchange_token", "threads", "th_exchange_token");

    /** What providers call the code. */
    static final Map<String, String> CODES = Map.of("alipay", "auth_code", "dingtalk", "authCode");

    /** The header of a provider's own that carries the token. */
    private static final Map<String, String> HEADERS = Map.of(
            "shopify", "X-Shopify-Access-Token",
            "bigcommerce", "X-Auth-Token",
            "dingtalk", "x-acs-dingtalk-access-token");

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();
    private final Loopback hosts = Loopback.of(HOST);

    @AfterEach
    void close() {
        connections.close();
        hosts.close();
    }

    static Stream<String> services() {
        return ServiceCatalog.bundled().search("oauth2").stream()
                .map(ServiceCatalog.Entry::linkName)
                .filter(name -> Facts.of(name).isOAuth2WithBrowser());
    }

    @ParameterizedTest
    @MethodSource("services")
    void authorizesAndRefreshesAsTheFactsSay(String linkName) throws Exception {
        Facts facts = Facts.of(linkName);
        var provider = new FactsProvider(facts, canary.secret().reveal());
        Service<RedirectFlow> service = new Moving(hosts, HOST, canary.secret()).service(linkName);
        ManagedConnection<RedirectFlow> connection =
                connections.shared(service.connection("Rehearsal").withScopes(SCOPES.toArray(String[]::new)));
        String extra = TOKEN_RESPONSES.getOrDefault(linkName, "{}").replace("https://HOST", hosts.origin(HOST));

        hosts.answer(HOST, provider.answer(extra));
        if (UPGRADES.containsKey(linkName)) {
            hosts.answer(HOST, "{\"access_token\": \"longer-a-1\", \"expires_in\": 5184000}");
        }
        if (CHOICES.containsKey(linkName)) {
            hosts.answer(HOST, CHOICES.get(linkName));
        }
        provider.authorize(authorize(connection, linkName), SCOPES);
        provider.exchanged(hosts.received(HOST));
        if (UPGRADES.containsKey(linkName)) {
            assertThat(Loopback.parameters(hosts.received(HOST).query()))
                    .containsEntry("grant_type", UPGRADES.get(linkName))
                    .containsEntry("access_token", "a-1");
        }
        if (CHOICES.containsKey(linkName)) {
            assertThat(hosts.received(HOST).header("Authorization")).endsWith("a-1");
        }
        if (facts.grants("refresh_token")) {
            clock.advance(Duration.ofHours(2));
            hosts.answer(HOST, provider.answer(extra));
        }
        String token = facts.grants("refresh_token") ? "a-2" : "a-1";

        assertThat(carried(connection, linkName)).endsWith(token);
        if (facts.grants("refresh_token")) {
            provider.refreshed(hosts.received(HOST));
        }
        assertThat(provider.complaints()).isEmpty();
        end(connection, facts, provider);
    }

    /** What a request carries of the token. */
    private static String carried(ManagedConnection<RedirectFlow> connection, String linkName) {
        URI target = connection.resolve("");
        var credentials = connection.credentialsFor(target);
        return QUERIES.containsKey(linkName)
                ? Loopback.parameters(credentials.applyTo(target).getRawQuery()).get(QUERIES.get(linkName))
                : credentials.revealHeaders().get(HEADERS.getOrDefault(linkName, "Authorization"));
    }

    private URI authorize(ManagedConnection<RedirectFlow> connection, String linkName) {
        String callback = CALLBACKS.getOrDefault(linkName, "");
        String code = CODES.getOrDefault(linkName, "code");
        var request = connection.authorize().begin(FactsProvider.REDIRECT);
        String query = code + "=c-1&state=" + request.state() + callback;
        connection.authorize().complete(arrived(linkName, query, canary.secret()), request.state());
        return request.uri();
    }

    /** The callback, signed where the provider signs it. */
    static URI arrived(String linkName, String query, Secret secret) {
        String signature = SIGNED.contains(linkName) ? "&hmac=" + hmac(query, secret) : "";
        return URI.create(FactsProvider.REDIRECT + "?" + query + signature);
    }

    private static String hmac(String query, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(query.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void end(ManagedConnection<RedirectFlow> connection, Facts facts, FactsProvider provider)
            throws InterruptedException {
        if (!facts.has("revocationUrl")) {
            assertThat(connection.revoke().providerAnswer()).isEmpty();
            return;
        }
        hosts.answer(HOST, "{}");
        connection.revoke();
        provider.revoked(hosts.received(HOST));

        assertThat(provider.complaints()).isEmpty();
    }
}
