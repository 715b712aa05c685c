package dev.connections.oauth.internal.flow;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.CaptureRule.Captured;
import dev.connections.oauth.internal.definition.ErrorMeaning;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Granted;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Begun;
import dev.connections.spi.StrategyContext.Grant;
import dev.connections.spi.StrategyContext.Taken;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Authorization code with PKCE, for one authorization. Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749, section 4.1</a>
 */
final class CodeFlow implements RedirectFlow {
    private final Machinery machinery;
    private final StrategyContext<OAuth2Token> context;

    CodeFlow(Machinery machinery, StrategyContext<OAuth2Token> context) {
        this.machinery = machinery;
        this.context = context;
    }

    @Override
    public AuthorizationRequest begin(String redirectUri) {
        Uris.requireComingBack(redirectUri);
        Server server = machinery.server(context);
        return begin(server, prepared(redirectUri, server));
    }

    @Override
    public AuthorizationRequest beginCopying(String shownAt) {
        Server server = machinery.server(context);
        if (server.announcesIssuer() || machinery.definition().server().fapi2()) {
            throw new ConnectionConfigurationException(
                    "copying_unsupported",
                    "the server names itself in each callback so that no other one can hand in a code, and a code that a person"
                            + " copies names nobody; begin with a redirect URI",
                    null);
        }
        return begin(server, prepared(shownAt, server).copied());
    }

    private Preparation prepared(String redirectUri, Server server) {
        return machinery.authorizationUri().prepare(redirectUri, machinery.askedScopes(context), server);
    }

    private AuthorizationRequest begin(Server server, Preparation prepared) {
        AuthorizationUri uri = machinery.authorizationUri();
        var binding = new Binding(uri.verifier(), machinery.newProofKey());
        if (server.pushedRequests().isPresent()) {
            return pushed(server, prepared, binding);
        }
        Begun begun = context.begin(prepared.pending(binding), Map.of());
        Optional<RequestObject> signing = uri.requestObject();
        return signing.isPresent()
                ? signed(server, prepared, binding, begun)
                : prepared.request(begun, uri.challenge(binding, known(prepared, begun)));
    }

    private AuthorizationKnown known(Preparation prepared, Begun begun) {
        return machinery
                .authorizationUri()
                .known(prepared.about(), begun.state(), context.clock().instant());
    }

    private AuthorizationRequest signed(Server server, Preparation prepared, Binding binding, Begun begun) {
        AuthorizationUri uri = machinery.authorizationUri();
        Instant now = context.clock().instant();
        RequestObject signing = uri.requestObject().orElseThrow();
        Secret request = signing.signed(
                uri.parameters(prepared.about(), known(prepared, begun), binding),
                server.issuer().orElse(""),
                now);
        Instant end = signing.end(now);
        return new PreparedRequest(
                uri.signed(server, request), begun.state(), end.isBefore(begun.expiresAt()) ? end : begun.expiresAt());
    }

    private AuthorizationRequest pushed(Server server, Preparation prepared, Binding binding) {
        return concerned(() -> new Pushing(machinery, context, server, prepared)
                .request(server.pushedRequests().orElseThrow(), binding));
    }

    @Override
    public Authorization complete(URI callback, String sessionState) {
        signature().ifPresent(signature -> concerned(() -> signature.require(callback)));
        return complete(Callback.of(callback, machinery.callbackNames()), sessionState);
    }

    @Override
    public Authorization complete(Map<String, List<String>> parameters, String sessionState) {
        signature().ifPresent(signature -> concerned(() -> signature.require(parameters)));
        return complete(Callback.of(parameters, machinery.callbackNames()), sessionState);
    }

    private Optional<SignedCallback> signature() {
        OAuth2Definition definition = machinery.definition();
        return definition
                .authorization()
                .names()
                .signature()
                .map(parameter -> new SignedCallback(
                        parameter, definition.client().secret().orElseThrow()));
    }

    private void concerned(Runnable step) {
        var unused = concerned(() -> {
            step.run();
            return true;
        });
    }

    private Authorization complete(Callback callback, String sessionState) {
        return concerned(() -> completed(callback, sessionState));
    }

    private <T> T concerned(Supplier<T> step) {
        try {
            return step.get();
        } catch (ConnectionException e) {
            throw context.concerning(e);
        }
    }

    private Authorization completed(Callback callback, String sessionState) {
        Taken taken = context.take(callback.state(), sessionState);
        Pending.requireCopied(taken.values(), false);
        Pending pending = Pending.read(taken.values());
        Server server = machinery.server(context);
        pending.requireSame(server);
        new IssuerCheck(server, machinery.definition().server().plainHttp()).require(callback.issuer());
        if (callback.error().isPresent()) {
            throw refusal(callback, server, pending);
        }
        return redeemed(callback.code(), callback, server, taken);
    }

    @Override
    public Authorization completeCopied(Secret code, String sessionState) {
        return concerned(() -> {
            Secret copied = CopiedCode.of(code);
            Taken taken = context.take(required(sessionState), sessionState);
            Pending.requireCopied(taken.values(), true);
            Server server = machinery.server(context);
            Pending.read(taken.values()).requireSame(server);
            return redeemed(copied, Callback.copied(required(sessionState)), server, taken);
        });
    }

    private static String required(@Nullable String sessionState) {
        if (sessionState == null) {
            throw new ConnectionSecurityException(
                    "flow_unknown", "the session has no state, so nothing was begun in it; begin again", null);
        }
        return sessionState;
    }

    @Override
    public Authorization redeem(Secret grantToken) {
        return concerned(() -> new SelfClient(machinery, context).redeem(CopiedCode.of(grantToken)));
    }

    private Authorization redeemed(Secret code, Callback callback, Server server, Taken taken) {
        Pending pending = Pending.read(taken.values());
        List<Captured> captured = Captures.of(callback, machinery.definition());
        Exchange exchange = knowing(request(endpoint(captured, server), code, pending), callback.state(), captured);
        Tokens tokens = exchange(exchange, server, pending);
        Grant<OAuth2Token> grant = machinery
                .harvest()
                .of(tokens, captured, pending.scopes(), context.clock().instant());
        Grant<OAuth2Token> bound = Harvest.bound(grant, pending.proofKey());
        return context.save(new SigningIn(machinery, server, context).identified(bound, tokens, pending), taken);
    }

    private static URI endpoint(List<Captured> captured, Server server) {
        return captured.stream()
                .flatMap(each -> each.tokenServer().stream())
                .findFirst()
                .map(origin -> Uris.at(origin, server.tokenEndpoint()))
                .orElse(server.tokenEndpoint());
    }

    /** What the callback said is known to formulas, though it is not sent for itself. */
    private static Exchange knowing(Exchange exchange, String state, List<Captured> captured) {
        var told = new LinkedHashMap<String, String>();
        captured.forEach(each -> told.put(each.name(), each.value()));
        return exchange.knowing("state", Secret.of(state)).told(told);
    }

    private Tokens exchange(Exchange exchange, Server server, Pending pending) {
        TokenAnswer answer = machinery.tokenEndpoint().send(exchange, server, context);
        if (answer instanceof Granted granted) {
            return new Upgrade(machinery, server, context).of(granted.tokens(), pending.scopes());
        }
        throw answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }

    private Exchange request(URI endpoint, Secret code, Pending pending) {
        Exchange exchange = Exchange.of(
                        "the authorization code",
                        endpoint,
                        machinery.definition().tokenRequest(),
                        pending.scopes())
                .with("grant_type", machinery.definition().grant().code())
                .with("code", code)
                .with("redirect_uri", pending.redirectUri())
                .bindingTo(pending.proofKey());
        return pending.verifier()
                .map(verifier -> exchange.with("code_verifier", verifier))
                .orElse(exchange);
    }

    private ConnectionException refusal(Callback callback, Server server, Pending pending) {
        ServerError error = ServerError.of(callback);
        Refusals refusals = new Refusals(
                "the authorization endpoint "
                        + server.authorizationEndpoint().map(Uris::withoutQuery).orElse(""),
                "the authorization",
                "by redirect",
                pending.scopes(),
                Optional.of(pending.redirectUri()),
                machinery.definition().console());
        Optional<ErrorMeaning> meaning =
                machinery.meaning(error.code()).filter(known -> known != ErrorMeaning.INVALID_GRANT);
        return RedirectBlame.in(meaning, error)
                ? refusals.of(ErrorMeaning.REDIRECT_URI_MISMATCH, error)
                : meaning.map(known -> refusals.of(known, error))
                        .orElseGet(() -> refusals.denied(
                                "authorization_refused",
                                error,
                                "look the error up in the service's documentation; begin again"));
    }
}
