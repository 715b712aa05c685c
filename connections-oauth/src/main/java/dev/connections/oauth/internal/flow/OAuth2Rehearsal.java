package dev.connections.oauth.internal.flow;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionException;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.CaptureRule.Captured;
import dev.connections.oauth.internal.definition.ChoiceRule;
import dev.connections.oauth.internal.definition.ClientCertificate;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.definition.RequestFormat;
import dev.connections.oauth.internal.rehearsal.Knobs;
import dev.connections.oauth.internal.rehearsal.SampleAnswer;
import dev.connections.oauth.internal.rehearsal.SampleIdToken;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.oauth.internal.response.TokenResponseReader;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyContext.Grant;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How OAuth 2 is run to be explained.
 *
 * @param strategy the strategy with stand-ins in place of its secrets
 * @param machinery what runs
 * @param <F> the flow
 */
record OAuth2Rehearsal<F extends AuthorizationFlow>(OAuth2Strategy<F> strategy, Machinery machinery)
        implements Rehearsal<OAuth2Token, F> {
    private static final Set<String> CHANGING = Set.of("dpop_jkt", "DPoP", "jwk", "ath", "iat", "nbf", "exp", "jti");

    private OAuth2Definition definition() {
        return machinery.definition();
    }

    private SampleAnswer sample() {
        return new SampleAnswer(definition());
    }

    @Override
    public Optional<Reply> answer(Call call) {
        if (machinery.directory().known().isEmpty()) {
            return Optional.empty(); // where everything is, only the issuer's metadata says
        }
        Optional<ChoiceRule> choice =
                definition().choice().filter(rule -> rule.endpoint().equals(call.uri()));
        if (choice.isPresent()) {
            return choice.map(SampleAnswer::choices).map(Rehearsal::json);
        }
        return Optional.of(Rehearsal.json(
                definition().server().identifies()
                        ? SampleIdToken.answer(call, sample().body(), definition())
                        : sample().body().toJson()));
    }

    @Override
    public Map<String, String> callback() {
        var callback = new LinkedHashMap<>(sample().callback());
        definition().authorization().names().signature().ifPresent(name -> callback.put(name, signed(name, callback)));
        return callback;
    }

    private String signed(String name, Map<String, String> callback) {
        var all = new HashMap<String, List<String>>();
        all.put("state", List.of(Rehearsal.standIn("state").reveal()));
        callback.forEach((each, value) -> all.put(each, List.of(value)));
        return new SignedCallback(name, definition().client().secret().orElseThrow()).over(all);
    }

    /** What the answer to a token request would give. */
    @Override
    public Optional<Grant<OAuth2Token>> grant() {
        byte[] answer = sample().body().toJson().getBytes(StandardCharsets.UTF_8);
        var reader =
                new TokenResponseReader(definition().response(), definition().captures());
        try {
            return reader.read(answer, Optional.empty(), TIME) instanceof Tokens tokens
                    ? Optional.of(Harvest.bound(
                            machinery.harvest().of(tokens, List.<Captured>of(), List.of(), TIME),
                            machinery.newProofKey()))
                    : Optional.empty();
        } catch (ConnectionException unusable) {
            return Optional.empty();
        }
    }

    @Override
    public Set<String> changing() {
        var all = new TreeSet<>(CHANGING);
        var names = definition().authorization().names();
        for (String each : List.of("code_challenge", "nonce")) {
            all.add(names.name(each));
        }
        all.addAll(
                definition().tokenRequest().applyTo(Map.of("code_verifier", "")).keySet());
        all.removeAll(definition().tokenRequest().applyTo(Map.of()).keySet());
        all.addAll(definition().authorization().computed().keySet());
        all.addAll(definition().computedHeaders().keySet());
        for (RequestFormat each : List.of(
                definition().tokenRequest(),
                definition().refreshRequest(),
                definition().revocationRequest())) {
            all.addAll(each.computed().keySet());
            all.addAll(each.computedHeaders().keySet());
        }
        return all;
    }

    @Override
    public List<String> needs() {
        String where = definition().console().map(page -> ", at " + page).orElse("");
        return List.of("a client registered there" + where + ", with " + client());
    }

    private String client() {
        if (definition().client().secret().isPresent()) {
            return "client id and client secret";
        }
        boolean shows = definition().client() instanceof ClientCertificate;
        String key = shows ? "client id and certificate" : "client id and key";
        return definition().client().proves() ? key : "client id (a public client, without secret)";
    }

    @Override
    public List<Knob> knobs() {
        return Knobs.of(definition().settings().json());
    }
}
