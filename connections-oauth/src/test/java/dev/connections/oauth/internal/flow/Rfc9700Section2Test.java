package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.RedirectFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What current practice asks of clients in the browser's part of a flow.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-2.1">RFC 9700, section 2.1</a>
 */
class Rfc9700Section2Test {
    private static final String EVIL = "https%3A%2F%2Fevil.example";

    private final ScriptedServer server = new ScriptedServer();
    private final FakeContext context = FakeContext.of(Strategies.acme(), server);
    private final RedirectFlow flow = Strategies.acme().flow(context);

    @ParameterizedTest
    @ValueSource(strings = {"return_to", "redirect_uri", "next", "token_endpoint"})
    void goesNowhereThatACallbackNames(String parameter) {
        server.json(200, "{\"access_token\":\"a\"}");
        String state = flow.begin(CALLBACK).state();

        var unused =
                flow.complete(URI.create(CALLBACK + "?code=c&" + parameter + "=" + EVIL + "&state=" + state), state);

        assertThat(server.onlyCall().uri()).hasToString(Strategies.TOKEN);
        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("redirect_uri", CALLBACK)
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"plain\"]", "[]", "null", "\"plain\""})
    void keepsToS256WhateverMetadataOffers(String methods) {
        server.json(
                200,
                "{\"issuer\":\"https://acme.example\",\"authorization_endpoint\":\"https://acme.example/authorize\","
                        + "\"token_endpoint\":\"https://acme.example/token\",\"code_challenge_methods_supported\":"
                        + methods + "}");
        var strategy = OAuth2.authorizationCode().issuer("https://acme.example").publicClient("client-id");

        URI request =
                strategy.flow(FakeContext.of(strategy, server)).begin(CALLBACK).uri();

        assertThat(request.getQuery()).contains("code_challenge_method=S256");
    }
}
