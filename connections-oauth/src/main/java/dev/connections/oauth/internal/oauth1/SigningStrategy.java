package dev.connections.oauth.internal.oauth1;

import dev.connections.RedirectFlow;
import dev.connections.oauth.OAuth1;
import dev.connections.oauth.OAuth1.Signature;
import dev.connections.oauth.OAuth1.Token;
import dev.connections.oauth.OAuth1.Transmission;
import dev.connections.oauth.internal.flow.Uris;
import dev.connections.spi.IncomingResponse;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.Refresher;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyProvider;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OAuth 1 for one definition. */
public final class SigningStrategy implements OAuth1.Strategy {
    static final String AUTHENTICATION_TYPE = "oauth1";

    private static final TokenPairCodec CODEC = new TokenPairCodec();
    private static final TokenEnd END = new TokenEnd();
    private static final int UNAUTHORIZED = 401;
    private static final int PROBLEM_BYTES = 4 * 1024;

    private final OAuth1Definition definition;
    private final Signing signing;

    SigningStrategy(OAuth1Definition definition) {
        this.definition = definition;
        signing = new Signing(definition);
    }

    @Override
    public String authenticationType() {
        return AUTHENTICATION_TYPE;
    }

    @Override
    public RedirectFlow flow(StrategyContext<Token> context) {
        return new ThreeLegs(definition, context);
    }

    @Override
    public void apply(Token credential, OutgoingRequest request) {
        signing.apply(TokenPair.of(credential), request);
    }

    @Override
    public CredentialCodec<Token> codec() {
        return CODEC;
    }

    @Override
    public StrategyProvider.Settings settings() {
        return definition.settings();
    }

    @Override
    public Optional<Refresher<Token>> refresher() {
        return Optional.of(END);
    }

    @Override
    public Rehearsal<Token, RedirectFlow> rehearsal() {
        return new OAuth1Rehearsal(new SigningStrategy(definition.rehearsed()), definition);
    }

    /** A wrong clock or signature must not cost a token that is as good as before. */
    @Override
    public Verdict inspect(Token credential, IncomingResponse response) {
        if (response.status() != UNAUTHORIZED) {
            return Verdict.ACCEPTED;
        }
        String problem = Problem.in(response.header("WWW-Authenticate").orElse(""))
                .or(() -> Problem.in(response.peek(PROBLEM_BYTES)))
                .orElse("");
        if (Problem.isUsedNonce(problem)) {
            return Verdict.RETRY;
        }
        return Problem.sparesTheToken(problem) ? Verdict.ACCEPTED : Verdict.EXPIRED;
    }

    @Override
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("request_token_endpoint", Uris.withoutQuery(definition.requestTokenEndpoint()));
        facts.put("authorization_endpoint", Uris.withoutQuery(definition.authorizationEndpoint()));
        facts.put("token_endpoint", Uris.withoutQuery(definition.tokenEndpoint()));
        facts.put("client_id", definition.clientKey());
        facts.put("signature_method", definition.signature().registeredName());
        return facts;
    }

    @Override
    public OAuth1.Strategy withSignature(Signature signature) {
        return with("signature", signature.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public OAuth1.Strategy withTransmission(Transmission transmission) {
        return with("transmission", transmission.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public OAuth1.Strategy withRealm(String realm) {
        return with("realm", realm);
    }

    @Override
    public OAuth1.Strategy withRequestTokenParameter(String name, String value) {
        return new SigningStrategy(definition.withEntry("request_token_parameters", name, value));
    }

    @Override
    public OAuth1.Strategy withAuthorizationParameter(String name, String value) {
        return new SigningStrategy(definition.withEntry("authorization_parameters", name, value));
    }

    @Override
    public OAuth1.Strategy withExactCallback() {
        return with("exact_callback", true);
    }

    @Override
    public OAuth1.Strategy withAccountId(String parameter) {
        return with("account_id", parameter);
    }

    @Override
    public OAuth1.Strategy withAccountName(String parameter) {
        return with("account_name", parameter);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningStrategy strategy && definition.equals(strategy.definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    /** Prints the definition, which holds no secret. */
    @Override
    public String toString() {
        return "OAuth1.Strategy" + definition;
    }

    private OAuth1.Strategy with(String member, Object value) {
        return new SigningStrategy(definition.with(member, value));
    }
}
