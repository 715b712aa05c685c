package dev.connections.oauth.internal.oauth1;

import dev.connections.RedirectFlow;
import dev.connections.oauth.OAuth1.Token;
import dev.connections.oauth.internal.rehearsal.Knobs;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How OAuth 1 is run to be explained.
 *
 * @param strategy the strategy with a stand-in in place of its secret
 * @param definition what it does
 */
record OAuth1Rehearsal(CredentialStrategy<Token, RedirectFlow> strategy, OAuth1Definition definition)
        implements Rehearsal<Token, RedirectFlow> {
    private static final String REQUEST_TOKEN = "request_token";

    @Override
    public Optional<Reply> answer(Call call) {
        boolean first =
                call.uri().getRawPath().equals(definition.requestTokenEndpoint().getRawPath());
        String token = standIn(first ? REQUEST_TOKEN : "token");
        String form = "oauth_token=" + token + "&oauth_token_secret=" + standIn("token_secret")
                + "&oauth_callback_confirmed=true";
        Map<String, List<String>> type = Map.of("content-type", List.of("application/x-www-form-urlencoded"));
        return Optional.of(new Reply(200, type, form.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Map<String, String> callback() {
        return Map.of("oauth_token", standIn(REQUEST_TOKEN), "oauth_verifier", standIn("verifier"));
    }

    @Override
    public Set<String> changing() {
        return Set.of("oauth_timestamp", "oauth_nonce", "oauth_signature");
    }

    @Override
    public List<String> needs() {
        return List.of("a client registered there, with client id (consumer key) and client secret");
    }

    @Override
    public List<Knob> knobs() {
        return Knobs.of(definition.settings().json());
    }

    private static String standIn(String name) {
        return Rehearsal.standIn(name).reveal();
    }
}
