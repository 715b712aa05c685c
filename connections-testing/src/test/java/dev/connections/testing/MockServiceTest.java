package dev.connections.testing;

import static dev.connections.testing.HandmadeClient.refreshment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.connections.ApiKeyCredential;
import dev.connections.BasicCredential;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.testing.HandmadeClient.Reply;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.MockService.TokenRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockServiceTest {
    @RegisterExtension
    final MockService<RedirectFlow> service = MockService.authorizationCode();

    @RegisterExtension
    final MockService<DirectFlow<BasicCredential>> erp = MockService.basic();

    @RegisterExtension
    final MockService<DirectFlow<ApiKeyCredential>> weather = MockService.apiKey();

    private final HandmadeClient client = new HandmadeClient(service);

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"})
    void describesItselfAtBothWellKnownPlaces(String path) {
        String document = client.get(service.issuer().resolve(path), Map.of()).body();

        assertThat(document)
                .contains("\"issuer\":\"" + service.issuer() + "\"")
                .contains("\"authorization_endpoint\":\"" + service.endpoint(Endpoint.AUTHORIZATION) + "\"")
                .contains("\"token_endpoint\":\"" + service.endpoint(Endpoint.TOKEN) + "\"")
                .contains("\"revocation_endpoint\":\"" + service.endpoint(Endpoint.REVOCATION) + "\"")
                .contains("\"code_challenge_methods_supported\":[\"S256\"]")
                .contains("\"authorization_response_iss_parameter_supported\":true");
    }

    @Test
    void keepsEveryRequestOfEveryPlaceInOneList() {
        var unusedKeys = client.get(service.endpoint(Endpoint.KEYS), Map.of());
        var unusedNothing = client.get(service.issuer().resolve("/nothing/here"), Map.of());
        var unusedToken = client.token(refreshment("unknown"));

        assertThat(service.requests())
                .extracting(ReceivedRequest::path, ReceivedRequest::status)
                .containsExactly(tuple("/jwks", 200), tuple("/nothing/here", 404), tuple("/token", 400));
    }

    @Test
    void endsTheGrantOfARevokedRefreshToken() {
        Reply tokens = client.signIn("alice");

        Reply reply = client.revoke(tokens.member("refresh_token"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(client.resource(tokens.member("access_token")).status()).isEqualTo(401);
        assertThat(client.token(refreshment(tokens.member("refresh_token"))).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void endsARevokedAccessTokenAlone() {
        Reply tokens = client.signIn("alice");

        client.revoke(tokens.member("access_token"));

        assertThat(client.resource(tokens.member("access_token")).status()).isEqualTo(401);
        assertThat(client.token(refreshment(tokens.member("refresh_token"))).status())
                .isEqualTo(200);
    }

    @Test
    void answersTheRevocationOfAnUnknownTokenWithSuccess() {
        assertThat(client.revoke("unknown").status()).isEqualTo(200);
        assertThat(service.revocationRequests())
                .extracting(ReceivedRequest::accepted)
                .containsExactly(true);
    }

    @Test
    void leavesTheTokenOfAnotherClientAlone() {
        String token = client.signIn("alice").member("access_token");
        Map<String, String> form = Map.of("token", token, "client_id", service.publicClientId());

        Reply reply = client.post(Endpoint.REVOCATION, form, Map.of());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(client.resource(token).status()).isEqualTo(200);
    }

    @Test
    void refusesARevocationWithoutClientAuthentication() {
        Reply reply = client.post(Endpoint.REVOCATION, Map.of("token", "any"), Map.of());

        assertThat(reply.error()).isEqualTo("invalid_client");
        assertThat(service.revocationRequests())
                .extracting(ReceivedRequest::accepted)
                .containsExactly(false);
    }

    @Test
    void tellsWhatWasReceivedWithoutPrintingSecrets() {
        Reply tokens = client.signIn("alice");
        Secret refreshToken = Secret.of(tokens.member("refresh_token"));

        client.token(refreshment(refreshToken.reveal()));

        TokenRequest request = service.tokenRequests().get(1);
        assertThat(request.grantType()).isEqualTo("refresh_token");
        assertThat(request.carried(refreshToken)).isTrue();
        assertThat(request.carried(service.clientSecret())).isTrue();
        assertThat(request.carried(Secret.of(tokens.member("access_token")))).isFalse();
        assertThat(request.carried(Secret.of(""))).isFalse();
        assertThat(request.parameters())
                .isEqualTo(Map.of("grant_type", "refresh_token", "refresh_token", "Secret[redacted]"));
        assertThat(service.tokenRequests().toString())
                .contains("POST /token", "-> 200")
                .doesNotContain("CANARY-");
    }

    @Test
    void logsWhatTheResourceAnswered() {
        String token = client.signIn("alice").member("access_token");

        client.resource(token);
        client.resource("wrong");

        assertThat(service.resourceRequests())
                .extracting(ReceivedRequest::status)
                .containsExactly(200, 401);
        assertThat(service.resourceRequests()).extracting(ReceivedRequest::path).containsOnly("/api/leads");
        assertThat(service.resourceRequests().get(0).carried(service.secretOf("alice")))
                .isTrue();
    }

    @Test
    void servesWhatATestWants() {
        service.serving("leads", "[]");

        assertThat(client.resource(client.signIn("alice").member("access_token"))
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void acceptsAnAccountsPasswordOnly() {
        Map<String, String> good = basic("alice:" + erp.secretOf("alice").reveal());
        Map<String, String> foreign = basic("bob:" + erp.secretOf("alice").reveal());

        assertThat(client.get(erp.resource("orders"), good).status()).isEqualTo(200);
        assertThat(client.get(erp.resource("orders"), foreign).status()).isEqualTo(401);
    }

    @Test
    void acceptsAKeyUntilItIsRevoked() {
        Map<String, String> header =
                Map.of("X-Api-Key", weather.secretOf("alice").reveal());

        int before = client.get(weather.resource("today"), header).status();
        weather.revokeAtService("alice");

        assertThat(before).isEqualTo(200);
        assertThat(client.get(weather.resource("today"), header).status()).isEqualTo(401);
    }

    @Test
    void forgetsEverythingWhenItStopsAndStartsAgainWhenItIsUsed() {
        URI before = service.issuer();
        String token = client.signIn("alice").member("access_token");

        service.close();

        assertThat(service.issuer()).isNotEqualTo(before);
        assertThat(service.tokenRequests()).isEmpty();
        assertThat(client.resource(token).status()).isEqualTo(401);
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(service.issuer().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void hasNoEndpointThatItsKindDoesNotNeed() {
        assertThatThrownBy(() -> erp.endpoint(Endpoint.TOKEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MockService.authorizationCode() has all of them");
        assertThatThrownBy(() -> MockService.clientCredentials().endpoint(Endpoint.AUTHORIZATION))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatAnAccountHasNoTokenYet() {
        assertThatThrownBy(() -> service.secretOf("alice"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("approve a connection as it first");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> service.tokensLiving(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give it a second at least");
        assertThatThrownBy(() -> service.rotatingRefreshTokens(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use Duration.ZERO");
    }

    private static Map<String, String> basic(String pair) {
        return Map.of("Authorization", HandmadeClient.basic(pair));
    }
}
