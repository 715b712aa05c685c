package dev.connections.oauth.internal.oauth1;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.OAuth1;
import dev.connections.oauth.internal.flow.Callback;
import dev.connections.oauth.internal.flow.CallbackNames;
import dev.connections.oauth.internal.flow.PreparedRequest;
import dev.connections.oauth.internal.flow.Refusals;
import dev.connections.oauth.internal.flow.ServerError;
import dev.connections.oauth.internal.flow.Uris;
import dev.connections.oauth.internal.wire.ForeignText;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import dev.connections.spi.StrategyContext.Taken;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Request token, consent, access token, for one authorization. Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-2">RFC 5849, section 2</a>
 */
final class ThreeLegs implements RedirectFlow {
    private static final CallbackNames PARAMETERS = CallbackNames.and(
            Set.of("oauth_token", "oauth_verifier", "oauth_problem", "oauth_problem_advice", "denied"));

    private final OAuth1Definition definition;
    private final TokenService service;
    private final StrategyContext<OAuth1.Token> context;

    ThreeLegs(OAuth1Definition definition, StrategyContext<OAuth1.Token> context) {
        this.definition = definition;
        this.context = context;
        service = new TokenService(definition);
    }

    @Override
    public AuthorizationRequest begin(String redirectUri) {
        Uris.requireRedirectUri(redirectUri);
        return concerning(() -> {
            var beginning = new Beginning(definition, service, context, redirectUri);
            var begun = context.begin(beginning::pending, Map.of());
            return new PreparedRequest(beginning.uri(), begun.state(), begun.expiresAt());
        });
    }

    @Override
    public Authorization complete(URI callback, String sessionState) {
        return complete(Callback.of(callback, PARAMETERS), sessionState);
    }

    @Override
    public Authorization complete(Map<String, List<String>> parameters, String sessionState) {
        return complete(Callback.of(parameters, PARAMETERS), sessionState);
    }

    private Authorization complete(Callback callback, String sessionState) {
        return concerning(() -> completed(callback, sessionState));
    }

    private Authorization completed(Callback callback, String sessionState) {
        Taken taken = context.take(state(callback, sessionState), sessionState);
        Pending pending = Pending.read(taken.values());
        pending.requireSame(definition.tokenEndpoint());
        pending.requireSame(callback.value("oauth_token").or(() -> callback.value("denied")));
        refuse(callback);
        Asking asking = Asking.forAccessToken(definition.tokenEndpoint(), pending.requestToken(), verifier(callback));
        return context.save(grant(service.ask(asking, context), pending), taken);
    }

    /** A service that keeps the callback as it was registered sends no state back; the session's own copy is left. */
    private String state(Callback callback, String sessionState) {
        return definition.exactCallback()
                ? callback.value("state")
                        .or(() -> Optional.ofNullable(sessionState))
                        .orElseThrow(ThreeLegs::noState)
                : callback.state();
    }

    private void refuse(Callback callback) {
        Optional<String> problem = callback.value("oauth_problem");
        if (problem.isEmpty() && callback.value("denied").isEmpty()) {
            return;
        }
        ServerError error = new ServerError(
                ForeignText.clean(problem.orElse("user_refused"), List.of()),
                ForeignText.clean(callback.value("oauth_problem_advice").orElse(""), List.of()),
                "");
        String where = "the authorization endpoint " + Uris.withoutQuery(definition.authorizationEndpoint());
        throw new Refusals(where, "the authorization", "by redirect", List.of(), Optional.empty())
                .denied("access_denied", error, "ask the user to authorize, and begin again");
    }

    private static Secret verifier(Callback callback) {
        return callback.value("oauth_verifier")
                .filter(text -> !text.matches("\\*+")) // a mask is no secret
                .map(Secret::of)
                .orElseThrow(() -> new ConnectionProtocolException(
                        "verifier_missing",
                        "the callback has no oauth_verifier: the user did not agree, or the service speaks OAuth 1.0"
                                + " without revision A; begin again",
                        null));
    }

    private Grant<OAuth1.Token> grant(TokenService.Answer answer, Pending pending) {
        return new Grant<>(
                Map.of(Grant.DEFAULT_TOKEN, answer.pair()),
                definition.accountId().flatMap(answer::value),
                definition.accountName().flatMap(answer::value),
                Optional.of(new HashSet<>(pending.scopes())), // OAuth 1 says nothing of scopes
                Map.of(),
                List.of());
    }

    private static ConnectionException noState() {
        return new ConnectionSecurityException(
                "state_missing",
                "neither the callback nor the session has a state, so it belongs to no authorization that began here; begin"
                        + " again",
                null);
    }

    private <T> T concerning(Supplier<T> step) {
        try {
            return step.get();
        } catch (ConnectionException e) {
            throw context.concerning(e);
        }
    }
}
