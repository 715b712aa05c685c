package dev.connections.examples.benchmarks.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher.Outcome.Renewed;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every benchmark of a flow gives what it is timed for. */
class FlowTest {
    private static final String ACCESS_TOKEN = "1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf7c1a2";

    private final TokenRoundTrip roundTrip = new TokenRoundTrip();
    private final BeginAuthorization begin = new BeginAuthorization();
    private final TokenParse parse = new TokenParse();

    @AfterEach
    void close() {
        roundTrip.close();
        begin.close();
    }

    @Test
    void refreshesWithEachLibrary() throws Exception {
        assertThat(roundTrip.floor().path("access_token").textValue()).isEqualTo(ACCESS_TOKEN);
        assertThat(roundTrip
                        .nimbus()
                        .toSuccessResponse()
                        .getTokens()
                        .getAccessToken()
                        .getValue())
                .isEqualTo(ACCESS_TOKEN);
        assertThat(roundTrip.scribe().getAccessToken()).isEqualTo(ACCESS_TOKEN);
    }

    @Test
    void refreshesWithTheSdk() {
        var renewed = (StoredToken) ((Renewed<?>) roundTrip.connections()).credential();

        assertThat(renewed.access().orElseThrow().reveal()).isEqualTo(ACCESS_TOKEN);
    }

    @Test
    void refreshesBehindEveryRequestForCredentials() {
        var first = roundTrip.connectionsDurably();
        var second = roundTrip.connectionsDurably();

        assertThat(second.revealHeaders()).containsEntry("Authorization", "Bearer " + ACCESS_TOKEN);
        assertThat(second).isNotSameAs(first);
    }

    @Test
    void readsTheTokenWithEachLibrary() throws Exception {
        assertThat(parse.floor().path("access_token").textValue()).isEqualTo(ACCESS_TOKEN);
        assertThat(((Tokens) parse.connections())
                        .tokens()
                        .get(0)
                        .access()
                        .orElseThrow()
                        .reveal())
                .isEqualTo(ACCESS_TOKEN);
        assertThat(parse.nimbus().getTokens().getAccessToken().getValue()).isEqualTo(ACCESS_TOKEN);
    }

    @Test
    void survivesANumberOfAMegabyte() {
        assertThat(new HostileNumber().connections()).isNotNull();
    }

    @Test
    void writesTheSameAuthorizationRequestWithEachLibrary() throws Exception {
        Map<String, String> expected = shape(begin.floor());

        assertThat(expected).containsKeys("state", "code_challenge");
        assertThat(shape(begin.connections())).isEqualTo(expected);
        assertThat(shape(begin.connectionsStored())).isEqualTo(expected);
        assertThat(shape(begin.nimbus())).isEqualTo(expected);
        assertThat(shape(URI.create(begin.scribe()))).isEqualTo(expected);
    }

    /** The parameters, random values replaced by their length. */
    private static Map<String, String> shape(URI uri) {
        var parameters = new TreeMap<String, String>();
        for (String pair : uri.getQuery().replace('+', ' ').split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        parameters.replaceAll((name, value) ->
                Pattern.matches("state|code_challenge", name) ? Integer.toString(value.length()) : value);
        return parameters;
    }
}
