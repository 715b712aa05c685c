package dev.connections.oauth.internal.oauth1;

import dev.connections.ConnectionProtocolException;
import dev.connections.Secret;
import dev.connections.oauth.internal.flow.Uris;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first leg: a request token for a state, and where the browser goes with it. Confined to one call.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-2.1">RFC 5849, section 2.1</a>
 */
final class Beginning {
    private final OAuth1Definition definition;
    private final TokenService service;
    private final StrategyContext<?> context;
    private final String redirectUri;
    private Optional<TokenPair> requestToken = Optional.empty();

    Beginning(OAuth1Definition definition, TokenService service, StrategyContext<?> context, String redirectUri) {
        this.definition = definition;
        this.service = service;
        this.context = context;
        this.redirectUri = redirectUri;
    }

    /** Asks for a request token and returns what completing the flow will need. */
    Map<String, Secret> pending(String state) {
        URI endpoint = URI.create(withQuery(definition.requestTokenEndpoint(), definition.requestTokenParameters()));
        TokenService.Answer answer = service.ask(Asking.forRequestToken(endpoint, callback(state)), context);
        if (!answer.value("oauth_callback_confirmed").equals(Optional.of("true"))) {
            throw notConfirmed(endpoint);
        }
        requestToken = Optional.of(answer.pair());
        List<String> scopes = context.definition().scopes();
        return new Pending(answer.pair(), definition.tokenEndpoint(), scopes).write();
    }

    /** Returns where the browser goes. */
    String uri() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("oauth_token", requestToken.orElseThrow().token().reveal());
        parameters.putAll(definition.authorizationParameters());
        return withQuery(definition.authorizationEndpoint(), parameters);
    }

    private String callback(String state) {
        if (definition.exactCallback()) {
            return redirectUri;
        }
        return redirectUri + (redirectUri.indexOf('?') < 0 ? "?" : "&") + "state=" + state;
    }

    private static String withQuery(URI endpoint, Map<String, String> parameters) {
        var uri = new StringBuilder(endpoint.toString());
        parameters.forEach((name, value) -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(FormEncoding.encodeForQuery(name))
                .append('=')
                .append(FormEncoding.encodeForQuery(value)));
        return uri.toString();
    }

    private static ConnectionProtocolException notConfirmed(URI endpoint) {
        return new ConnectionProtocolException(
                "callback_not_confirmed",
                "the request token endpoint " + Uris.withoutQuery(endpoint)
                        + " did not confirm the callback (oauth_callback_confirmed), so it speaks OAuth 1.0 without revision"
                        + " A, where anybody can finish another's authorization; report it to the service",
                null);
    }
}
