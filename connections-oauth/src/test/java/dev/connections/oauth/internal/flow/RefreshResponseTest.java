package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.Capture;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.Refresher.Outcome.Renewed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a refresh response says beside the token, and what it does not say (RELIABILITY F-T26, F-T27, N6749-12).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, sections 3.3, 5.1 and 6</a>
 */
class RefreshResponseTest {
    private final ScriptedServer server = new ScriptedServer();

    private static OAuth2Strategy<RedirectFlow> movable() {
        return Strategies.acme()
                .withCapture(Capture.fromCallback("location").withHost("eu.acme.example", "https://files.acme.eu"))
                .withCapture(Capture.fromTokenResponse("/api_domain")
                        .withHost("*.acme.example")
                        .withResourceServer())
                .withCapture(Capture.fromTokenResponse("/org"));
    }

    private FakeContext context() {
        return FakeContext.of(movable(), server, "read", "write");
    }

    private Renewed<OAuth2Token> refreshed(FakeContext context, String members) {
        server.json(200, "{\"access_token\":\"a-2\",\"expires_in\":3600" + members + "}");
        OAuth2Token token = Tokens.withRefreshToken(Secret.of("r-1"));
        Outcome<OAuth2Token> outcome = movable().refresher().orElseThrow().refresh(token, context);
        return (Renewed<OAuth2Token>) outcome;
    }

    private Renewed<OAuth2Token> refreshed(String members) {
        return refreshed(context(), members);
    }

    @ParameterizedTest(name = "F-T26 {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"scope\":\"read\"|read",
                ",\"scope\":\"read write admin\"|read write admin",
                ",\"scope\":\"\"|''",
                ",\"scope\":[\"read\",\"write\"]|read write",
                ",\"scope\":\"read,write\"|read write"
            })
    void tellsTheScopesThatAreStated(String members, String scopes) {
        Set<String> expected = scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ", -1));

        assertThat(refreshed(members).grantedScopes()).contains(expected);
    }

    @ParameterizedTest(name = "F-T26 \"{0}\"")
    @ValueSource(strings = {"", ",\"scope\":null", ",\"scope\":7"})
    void leavesTheScopesAloneThatAreNotStated(String members) {
        assertThat(refreshed(members).grantedScopes()).isEmpty();
    }

    @Test
    void tellsWhereTheAccountLivesNow() {
        Renewed<OAuth2Token> renewed =
                refreshed(",\"api_domain\":\"https://us.acme.example/v2\",\"org\":\"Acme\",\"secret_note\":\"x\"");

        assertThat(renewed.captured()).isEqualTo(Map.of("api_domain", "https://us.acme.example", "org", "Acme"));
        assertThat(renewed.resourceServers()).containsExactly("https://us.acme.example");
    }

    @Test
    void keepsTheServersThatTheCallbackNamed() {
        Renewed<OAuth2Token> renewed = refreshed(
                context().knowing("location", "https://eu.acme.example"),
                ",\"api_domain\":\"https://us.acme.example\"");

        assertThat(renewed.resourceServers()).containsExactly("https://files.acme.eu", "https://us.acme.example");
    }

    @ParameterizedTest(name = "F-T27 {0}")
    @ValueSource(
            strings = {
                "https://acme.example.evil.test",
                "https://user@us.acme.example",
                "http://us.acme.example",
                "https://us.acme.example:8443",
                "javascript:alert(1)",
                "//us.acme.example",
                ""
            })
    void believesNoHostThatIsNotListed(String host) {
        Renewed<OAuth2Token> renewed = refreshed(
                context().knowing("api_domain", "https://eu.acme.example"), ",\"api_domain\":\"" + host + "\"");

        assertThat(renewed.captured()).isEmpty();
        assertThat(renewed.resourceServers()).isEmpty();
        assertThat(((StoredToken) renewed.credential()).access()).isPresent();
    }

    @Test
    void forgetsAServerThatIsNoLongerListed() {
        Renewed<OAuth2Token> renewed = refreshed(
                context().knowing("location", "https://former.acme.test"),
                ",\"api_domain\":\"https://us.acme.example\"");

        assertThat(renewed.resourceServers()).containsExactly("https://us.acme.example");
    }

    @Test
    void tellsTheScopesOfATokenThatIsMintedAgain() {
        server.json(200, "{\"access_token\":\"a-2\",\"scope\":\"jobs\"}");
        var robot = Strategies.robot();
        OAuth2Token token = Tokens.withoutRefreshToken();

        var outcome = (Renewed<OAuth2Token>)
                robot.refresher().orElseThrow().refresh(token, FakeContext.of(robot, server, "jobs", "files"));

        assertThat(outcome.grantedScopes()).isEqualTo(Optional.of(Set.of("jobs")));
    }
}
