package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.json.Values.Kind;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.oauth.internal.token.StoredTokenCodec;
import dev.connections.spi.CredentialStrategy.Introspection;
import dev.connections.spi.CredentialStrategy.Introspector;
import dev.connections.spi.StrategyContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the authorization server whether an access token is good.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2">RFC 7662, section 2</a>
 */
final class TokenIntrospector implements Introspector<OAuth2Token> {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Places PLACES = new Places();
    private static final int ACTIVE = PLACES.want("active");
    private static final int SCOPE = PLACES.want("scope");
    private static final int EXP = PLACES.want("exp");

    private final Machinery machinery;

    TokenIntrospector(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public Optional<Introspection> introspect(OAuth2Token credential, StrategyContext<OAuth2Token> context) {
        Server server = machinery.server(context);
        Optional<Secret> access = StoredTokenCodec.of(credential).access();
        return server.introspection()
                .flatMap(endpoint -> access.map(token -> asked(token, endpoint, server, context))
                        .orElseGet(() -> Optional.of(new Introspection(false, Optional.empty(), Optional.empty()))))
                .filter(told -> told.active() || isStated());
    }

    /**
     * A server calls tokens inactive to whom they are none of their business, too (section 2.2), and may refuse the client
     * altogether, such as a public one. So a no is believed of an endpoint that the definition states, and of one that the
     * metadata names alone only a yes.
     */
    private boolean isStated() {
        return machinery.definition().server().introspection().isPresent();
    }

    private Optional<Introspection> asked(
            Secret access, URI endpoint, Server server, StrategyContext<OAuth2Token> context) {
        Exchange exchange = Exchange.at("the introspection endpoint", "the access token", endpoint, List.of())
                .with("token", access)
                .with("token_type_hint", "access_token");
        TokenEndpoint sender = machinery.tokenEndpoint();
        Answered answered = sender.send(sender.call(exchange, server, context).withLimit(LIMIT), server, context);
        if (answered.isSuccess() && !(answered.reading() instanceof TokenReading.Refusal)) {
            return Optional.of(said(answered.reply().body()));
        }
        if (!isStated() && isRefusal(answered.reply().status())) {
            return Optional.empty();
        }
        throw failure(sender.judge(answered, exchange), answered.reply().status(), endpoint);
    }

    /** Whether a status says no for good, and not for now. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    private static ConnectionException failure(TokenAnswer answer, int status, URI endpoint) {
        if (isRefusal(status) && status != 400 && status != 401) {
            return new ConnectionConfigurationException(
                    "introspection_refused",
                    "the introspection endpoint " + Uris.withoutQuery(endpoint) + " refuses to be asked (HTTP " + status
                            + "); check with the service that the client may ask it, and the URI in"
                            + " withIntrospectionEndpoint(uri)",
                    null);
        }
        return answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }

    private static Introspection said(byte[] body) {
        Values values = PLACES.newValues();
        try {
            JsonDocument.read(body, 0, PLACES, values);
        } catch (IOException broken) { // its message quotes the document
            throw malformed();
        }
        if (values.kind(ACTIVE) != Kind.BOOLEAN || values.repeated(ACTIVE)) {
            throw malformed();
        }
        return new Introspection(values.text(ACTIVE).equals("true"), scopes(values), expiry(values));
    }

    private static Optional<Set<String>> scopes(Values values) {
        return values.kind(SCOPE) == Kind.TEXT
                ? Optional.of(Stream.of(values.text(SCOPE).split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static Optional<Instant> expiry(Values values) {
        String seconds = values.text(EXP);
        boolean number = values.kind(EXP) == Kind.NUMBER && seconds.matches("[0-9]{1,11}");
        return number ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
    }

    private static ConnectionProtocolException malformed() {
        return new ConnectionProtocolException(
                "introspection_malformed",
                "the introspection endpoint does not say whether the token is active; report it to the service",
                null);
    }
}
