package dev.connections.testing;

import static dev.connections.testing.HandmadeClient.basic;
import static dev.connections.testing.HandmadeClient.redemption;
import static dev.connections.testing.HandmadeClient.refreshment;
import static dev.connections.testing.HandmadeClient.with;
import static dev.connections.testing.HandmadeClient.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.testing.HandmadeClient.Reply;
import dev.connections.testing.MockService.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.FormBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749, sections 4.1.3, 5 and 6; RFC 7636, section 4.6; RFC 9700, section 4.14. */
class MockTokenEndpointTest {
    @RegisterExtension
    final MockService<RedirectFlow> service = MockService.authorizationCode();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final HandmadeClient client = new HandmadeClient(service);

    @Test
    void exchangesACodeForTokens() {
        Reply reply = client.signIn("alice");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
        assertThat(reply.body())
                .contains("\"token_type\":\"Bearer\"", "\"expires_in\":3600", "\"scope\":\"leads.read leads.write\"");
        assertThat(reply.member("access_token")).startsWith("CANARY-access-token-");
        assertThat(reply.member("refresh_token")).startsWith("CANARY-refresh-token-");
        assertThat(client.resource(reply.member("access_token")).body())
                .isEqualTo("{\"account\":\"alice\",\"path\":\"/api/leads\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX, invalid_grant",
        "code_verifier, short, invalid_grant",
        "redirect_uri, https://app.example.com/callback/, invalid_grant",
        "code, unknown, invalid_grant",
        "grant_type, password, unsupported_grant_type",
    })
    void refusesAWrongParameter(String name, String value, String error) {
        Reply reply = client.token(with(redemption(client.code("alice")), name, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "code", "redirect_uri", "code_verifier"})
    void refusesAMissingParameter(String name) {
        Reply reply = client.token(without(redemption(client.code("alice")), name));

        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(reply.body()).contains(name + " is missing");
    }

    @Test
    void endsACodeWithItsFirstUse() {
        String code = client.code("alice");

        client.token(with(redemption(code), "redirect_uri", "https://other.example"));

        assertThat(client.token(redemption(code)).error()).isEqualTo("invalid_grant");
    }

    @Test
    void revokesWhatACodeGotWhenItComesAgain() {
        String code = client.code("alice");
        Reply first = client.token(redemption(code));

        Reply second = client.token(redemption(code));

        assertThat(second.error()).isEqualTo("invalid_grant");
        assertThat(client.resource(first.member("access_token")).status()).isEqualTo(401);
        assertThat(client.token(refreshment(first.member("refresh_token"))).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void letsACodeEndAfterAMinute() {
        service.timedBy(clock);
        String code = client.code("alice");

        clock.advance(Duration.ofMinutes(1));

        assertThat(client.token(redemption(code)).error()).isEqualTo("invalid_grant");
    }

    @Test
    void refusesAWrongClientSecret() {
        Reply reply = client.post(Endpoint.TOKEN, redemption(client.code("alice")), Secret.of("guessed"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.error()).isEqualTo("invalid_client");
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Basic realm=\"mock\"");
    }

    @Test
    void keepsTheCodeOfAnUnauthenticatedClient() {
        String code = client.code("alice");

        client.post(Endpoint.TOKEN, redemption(code), Secret.of("guessed"));

        assertThat(client.token(redemption(code)).status()).isEqualTo(200);
    }

    @Test
    void refusesAClientSecretThatWasNotFormEncoded() {
        String header = basic(service.clientId() + ":" + service.clientSecret().reveal());

        Reply reply = client.post(Endpoint.TOKEN, redemption(client.code("alice")), Map.of("Authorization", header));

        assertThat(reply.error()).isEqualTo("invalid_client");
    }

    @Test
    void takesTheClientSecretFromTheForm() {
        Map<String, String> form = with(redemption(client.code("alice")), "client_id", service.clientId());

        Reply reply = client.post(
                Endpoint.TOKEN,
                with(form, "client_secret", service.clientSecret().reveal()),
                Map.of());

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void refusesAClientThatAuthenticatesInTwoWays() {
        Reply reply = client.token(with(
                redemption(client.code("alice")),
                "client_secret",
                service.clientSecret().reveal()));

        assertThat(reply.error()).isEqualTo("invalid_request");
    }

    @Test
    void refusesAClientThatDoesNotAuthenticate() {
        Map<String, String> form = with(redemption(client.code("alice")), "client_id", service.clientId());

        assertThat(client.post(Endpoint.TOKEN, form, Map.of()).error()).isEqualTo("invalid_client");
    }

    @Test
    void letsThePublicClientInWithoutASecret() {
        URI request = client.authorizationUri(with(client.authorization(), "client_id", service.publicClientId()));
        String code =
                HandmadeClient.parameters(service.consent(request, "alice")).get("code");

        Reply reply =
                client.post(Endpoint.TOKEN, with(redemption(code), "client_id", service.publicClientId()), Map.of());

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void refusesTheCodeOfAnotherClient() {
        Map<String, String> form = with(redemption(client.code("alice")), "client_id", service.publicClientId());

        assertThat(client.post(Endpoint.TOKEN, form, Map.of()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void refusesParametersInTheQuery() {
        URI withQuery = URI.create(service.endpoint(Endpoint.TOKEN) + "?client_id=" + service.publicClientId());

        Reply reply = client.post(withQuery, redemption(client.code("alice")), Map.of());

        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(reply.body()).contains("not in a form body");
    }

    @Test
    void refusesARepeatedParameter() {
        var form = new FormBody.Builder();
        form.add("grant_type", "refresh_token").add("grant_type", "refresh_token");

        Reply reply = client.post(service.endpoint(Endpoint.TOKEN), form.build());

        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(reply.body()).contains("grant_type is repeated");
    }

    @Test
    void answersOnlyPosts() {
        assertThat(client.get(service.endpoint(Endpoint.TOKEN), Map.of()).body())
                .contains("the method is not POST");
    }

    @Test
    void keepsTheRefreshTokenUnlessItRotates() {
        Reply first = client.signIn("alice");

        Reply second = client.token(refreshment(first.member("refresh_token")));
        Reply third = client.token(refreshment(first.member("refresh_token")));

        assertThat(second.body()).doesNotContain("refresh_token");
        assertThat(third.member("access_token")).isNotEqualTo(second.member("access_token"));
    }

    @Test
    void replacesTheRefreshTokenWhenItRotates() {
        service.rotatingRefreshTokens(Duration.ZERO);
        Reply first = client.signIn("alice");

        Reply second = client.token(refreshment(first.member("refresh_token")));

        assertThat(second.member("refresh_token")).startsWith("CANARY-").isNotEqualTo(first.member("refresh_token"));
        assertThat(client.token(refreshment(second.member("refresh_token"))).status())
                .isEqualTo(200);
    }

    @Test
    void revokesTheWholeFamilyWhenARotatedTokenComesAgain() {
        service.rotatingRefreshTokens(Duration.ZERO);
        Reply first = client.signIn("alice");
        Reply second = client.token(refreshment(first.member("refresh_token")));

        Reply reuse = client.token(refreshment(first.member("refresh_token")));

        assertThat(reuse.error()).isEqualTo("invalid_grant");
        assertThat(client.token(refreshment(second.member("refresh_token"))).error())
                .isEqualTo("invalid_grant");
        assertThat(client.resource(second.member("access_token")).status()).isEqualTo(401);
    }

    @Test
    void givesTheSameSuccessorWithinTheGrace() {
        service.rotatingRefreshTokens(Duration.ofSeconds(30)).timedBy(clock);
        Reply first = client.signIn("alice");
        Reply second = client.token(refreshment(first.member("refresh_token")));

        clock.advance(Duration.ofSeconds(29));
        Reply again = client.token(refreshment(first.member("refresh_token")));

        assertThat(again.member("refresh_token")).isEqualTo(second.member("refresh_token"));
    }

    @Test
    void revokesTheFamilyWhenTheGraceIsOver() {
        service.rotatingRefreshTokens(Duration.ofSeconds(30)).timedBy(clock);
        Reply first = client.signIn("alice");
        client.token(refreshment(first.member("refresh_token")));

        clock.advance(Duration.ofSeconds(30));

        assertThat(client.token(refreshment(first.member("refresh_token"))).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void givesNoGraceOnceTheSuccessorWasUsed() {
        service.rotatingRefreshTokens(Duration.ofSeconds(30)).timedBy(clock);
        Reply first = client.signIn("alice");
        Reply second = client.token(refreshment(first.member("refresh_token")));
        client.token(refreshment(second.member("refresh_token")));

        assertThat(client.token(refreshment(first.member("refresh_token"))).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void narrowsScopesButNeverWidensThem() {
        String refreshToken = client.signIn("alice").member("refresh_token");

        Reply narrow = client.token(with(refreshment(refreshToken), "scope", "leads.read"));
        Reply wide = client.token(with(refreshment(refreshToken), "scope", "leads.read admin"));

        assertThat(narrow.member("scope")).isEqualTo("leads.read");
        assertThat(wide.error()).isEqualTo("invalid_scope");
    }

    @Test
    void endsAccessTokensByItsClock() {
        service.timedBy(clock).tokensLiving(Duration.ofMinutes(5));
        String token = client.signIn("alice").member("access_token");

        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        int before = client.resource(token).status();
        clock.advance(Duration.ofNanos(1));

        assertThat(before).isEqualTo(200);
        assertThat(client.resource(token).status()).isEqualTo(401);
    }

    @Test
    void endsAccessTokensWhenItIsTold() {
        Reply tokens = client.signIn("alice");

        service.expireTokens();

        assertThat(client.resource(tokens.member("access_token")).headers().get("WWW-Authenticate"))
                .contains("invalid_token");
        assertThat(client.token(refreshment(tokens.member("refresh_token"))).status())
                .isEqualTo(200);
    }

    @Test
    void endsEverythingOfARevokedAccountAndNothingOfOthers() {
        Reply alice = client.signIn("alice");
        Reply bob = client.signIn("bob");

        service.revokeAtService("alice");

        assertThat(client.resource(alice.member("access_token")).status()).isEqualTo(401);
        assertThat(client.token(refreshment(alice.member("refresh_token"))).error())
                .isEqualTo("invalid_grant");
        assertThat(client.resource(bob.member("access_token")).status()).isEqualTo(200);
    }

    @Test
    void issuesNoRefreshTokenWhenItIsTold() {
        service.issuingNoRefreshTokens();

        assertThat(client.signIn("alice").body()).contains("access_token").doesNotContain("refresh_token");
    }

    @Test
    void hidesLifetimesWhenItIsTold() {
        service.hidingTokenLifetimes();

        assertThat(client.signIn("alice").body()).doesNotContain("expires_in");
    }
}
