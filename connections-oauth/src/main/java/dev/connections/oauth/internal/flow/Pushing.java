package dev.connections.oauth.internal.flow;

import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionException;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Begun;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One authorization request that is pushed before the browser goes. Confined to one call.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-2">RFC 9126, section 2</a>
 */
final class Pushing {
    private static final int LONGEST_URI = 2048;
    private static final long DEFAULT_LIFETIME = 60; // section 2.2: between 5 and 600 seconds
    private static final long LONGEST_LIFETIME = 600;

    private static final Places PLACES = new Places();
    private static final int REQUEST_URI = PLACES.want("request_uri");
    private static final int EXPIRES_IN = PLACES.want("expires_in");

    private final Machinery machinery;
    private final StrategyContext<OAuth2Token> context;
    private final Server server;
    private final Preparation prepared;
    private @Nullable Pushed pushed;

    private record Pushed(String requestUri, Instant end) {}

    Pushing(Machinery machinery, StrategyContext<OAuth2Token> context, Server server, Preparation prepared) {
        this.machinery = machinery;
        this.context = context;
        this.server = server;
        this.prepared = prepared;
    }

    /** Pushes the request, and returns where the browser goes. */
    AuthorizationRequest request(URI endpoint, Binding binding) {
        Begun begun = context.begin(
                state -> {
                    pushed = push(endpoint, state, binding);
                    return prepared.pending(binding);
                },
                Map.of());
        Pushed known = pushed;
        if (known == null) {
            throw new IllegalStateException("the context began a flow without asking for it");
        }
        Instant end = known.end.isBefore(begun.expiresAt()) ? known.end : begun.expiresAt();
        return new PreparedRequest(machinery.authorizationUri().pushed(server, known.requestUri), begun.state(), end);
    }

    private Pushed push(URI endpoint, String state, Binding binding) {
        Exchange exchange = exchange(endpoint, state, binding);
        TokenEndpoint http = machinery.tokenEndpoint();
        Reply reply = http.reply(http.call(exchange, server, context), server, context);
        Answered answered = http.read(reply, context);
        if (!answered.isSuccess() || answered.reading() instanceof TokenReading.Refusal) {
            throw refusal(http.judge(answered, exchange));
        }
        return read(reply, answered.at())
                .orElseThrow(() -> Refusals.of(exchange, reply.status())
                        .protocol(
                                "request_uri_missing",
                                ServerError.NONE,
                                "its answer holds no request_uri; report it to the service"));
    }

    private Exchange exchange(URI endpoint, String state, Binding binding) {
        Exchange exchange = Exchange.at(
                "the pushed authorization request endpoint",
                "the authorization request",
                endpoint,
                prepared.about().scopes());
        AuthorizationUri uri = machinery.authorizationUri();
        var known = uri.known(prepared.about(), state, context.clock().instant());
        Map<String, String> parameters = uri.parameters(prepared.about(), known, binding);
        if (uri.requestObject().isPresent()) {
            return signed(exchange, uri.requestObject().get(), parameters);
        }
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            exchange = exchange.with(each.getKey(), each.getValue());
        }
        return exchange;
    }

    /** RFC 9126, section 3: everything is in the signed request. */
    private Exchange signed(Exchange exchange, RequestObject signing, Map<String, String> parameters) {
        String issuer = server.issuer().orElse("");
        return exchange.with("client_id", machinery.definition().clientId())
                .with(
                        Exchange.REQUEST,
                        signing.signed(parameters, issuer, context.clock().instant()));
    }

    private static ConnectionException refusal(TokenAnswer answer) {
        return answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }

    private static Optional<Pushed> read(Reply reply, Instant at) {
        Values values = PLACES.newValues();
        try {
            JsonDocument.read(reply.body(), 0, PLACES, values);
        } catch (IOException broken) {
            return Optional.empty();
        }
        String uri = values.text(REQUEST_URI);
        boolean usable =
                !uri.isBlank() && uri.length() <= LONGEST_URI && uri.chars().allMatch(c -> c > ' ' && c <= '~');
        return usable ? Optional.of(new Pushed(uri, at.plus(lifetime(values.text(EXPIRES_IN))))) : Optional.empty();
    }

    private static Duration lifetime(String digits) {
        long seconds = digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : DEFAULT_LIFETIME;
        return Duration.ofSeconds(Math.max(1, Math.min(LONGEST_LIFETIME, seconds)));
    }
}
