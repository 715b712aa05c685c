package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Authorization;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user is asked for what is missing alone, where the service says that scopes add up. */
class IncrementalConsentTest {
    private static final String CALLBACK = "https://app.example.com/callback";

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private final Connections connections =
            Connections.builder().clock(MutableClock.at("2026-01-01T00:00:00Z")).build();

    @AfterEach
    void close() {
        connections.close();
    }

    private OAuth2Strategy<RedirectFlow> strategy() {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(crm.endpoint(Endpoint.AUTHORIZATION).toString())
                .tokenEndpoint(crm.endpoint(Endpoint.TOKEN).toString())
                .client(crm.clientId(), crm.clientSecret());
    }

    private ManagedConnection<RedirectFlow> connected(OAuth2Strategy<RedirectFlow> strategy) {
        var sales = connections.shared(Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(crm.resource("").toString())
                .authentication(strategy)
                .connection("Sales")
                .withScopes("read"));
        crm.approve(sales, "alice");
        return sales;
    }

    private static List<String> asked(URI authorizationRequest) {
        return Stream.of(authorizationRequest.getQuery().split("&", -1))
                .filter(pair -> pair.startsWith("scope="))
                .flatMap(pair -> Stream.of(pair.substring("scope=".length()).split("[ +]", -1)))
                .toList();
    }

    private static List<String> asked(RedirectFlow flow) {
        return asked(flow.begin(CALLBACK).uri());
    }

    @Test
    void asksForTheMissingScopesAlone() {
        var sales = connected(strategy().withIncrementalConsent());
        var unused = sales.edit().withScopes("read", "write", "admin").update();

        assertThat(sales.authorization().missingScopes()).containsExactly("admin", "write");
        assertThat(asked(sales.reconnect())).containsExactly("write", "admin");
    }

    @Test
    void asksForEverythingWhereNothingIsMissing() {
        var sales = connected(strategy().withIncrementalConsent());

        assertThat(asked(sales.reconnect())).containsExactly("read");
    }

    @Test
    void asksForEverythingWhereAnotherAccountMayCome() {
        var sales = connected(strategy().withIncrementalConsent());
        var unused = sales.edit().withScopes("read", "write").update();

        assertThat(asked(sales.authorize())).containsExactly("read", "write");
        assertThat(asked(sales.linkNewAccount())).containsExactly("read", "write");
    }

    @Test
    void asksForEverythingWhereScopesDoNotAddUp() {
        var sales = connected(strategy());
        var unused = sales.edit().withScopes("read", "write").update();

        assertThat(asked(sales.reconnect())).containsExactly("read", "write");
    }

    @Test
    void isActiveAgainOnceTheUserConsented() {
        var sales = connected(strategy().withIncrementalConsent());
        var unused = sales.edit().withScopes("read", "write").update();
        assertThat(sales.authorization().reason()).contains(AuthorizationStatus.Reason.SCOPES);

        Authorization now = crm.approve(sales.reconnect(), "alice");

        assertThat(now.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(now.requestedScopes()).containsExactly("read", "write");
    }

    @Test
    void isRefusedWhereNoUserIsAsked() {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> OAuth2.clientCredentials()
                        .tokenEndpoint("https://acme.example/oauth/token")
                        .client("client-id", crm.clientSecret())
                        .withIncrementalConsent());

        assertThat(failure.code()).isEqualTo("option_not_applicable");
        assertThat(failure).hasMessageContaining("withIncrementalConsent").hasMessageContaining("remove it");
    }
}
