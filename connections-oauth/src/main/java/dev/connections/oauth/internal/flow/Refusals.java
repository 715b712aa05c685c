package dev.connections.oauth.internal.flow;

import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.internal.definition.ErrorMeaning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Turns a server's error into the exception that says who must act, with the scopes to enable and the redirect URI to
 * register where they are the cause.
 *
 * @param where the endpoint that answered, for messages
 * @param what what it refused, for messages
 * @param how how it said so, such as {@code HTTP 400}
 * @param scopes the scopes that were asked for
 * @param redirectUri the redirect URI that was sent, empty if none was
 * @param console where the client is registered, empty if nobody knows
 */
public record Refusals(
        String where,
        String what,
        String how,
        List<String> scopes,
        Optional<String> redirectUri,
        Optional<String> console) {

    /** Makes refusals of a service whose console nobody knows. */
    public Refusals(String where, String what, String how, List<String> scopes, Optional<String> redirectUri) {
        this(where, what, how, scopes, redirectUri, Optional.empty());
    }

    /** Returns the refusals of one request. */
    static Refusals of(Exchange exchange, int status) {
        return new Refusals(
                exchange.where() + " " + Uris.withoutQuery(exchange.endpoint()),
                exchange.presented(),
                "HTTP " + status,
                exchange.scopes(),
                Optional.ofNullable(exchange.parameters().get("redirect_uri")));
    }

    /** Returns a copy that says where to look. */
    Refusals at(Optional<String> page) {
        return new Refusals(where, what, how, scopes, redirectUri, page);
    }

    /** Returns the exception of an error whose meaning is known. */
    public ConnectionException of(ErrorMeaning meaning, ServerError error) {
        return switch (meaning) {
            case REDIRECT_URI_MISMATCH -> redirectUriNotRegistered(error);
            case INVALID_CLIENT, UNAUTHORIZED_CLIENT, INVALID_SCOPE -> configuration(meaning.code(), error, settings());
            case INVALID_REQUEST,
                    INVALID_REQUEST_OBJECT,
                    REQUEST_NOT_SUPPORTED,
                    UNSUPPORTED_GRANT_TYPE,
                    UNSUPPORTED_RESPONSE_TYPE ->
                configuration(
                        meaning.code(),
                        error,
                        "compare the definition's endpoints and parameters with the service's documentation");
            case INVALID_TARGET ->
                configuration(
                        meaning.code(), error, "ask for a resource or audience that the service knows and permits you");
            case UNSUPPORTED_TOKEN_TYPE ->
                configuration(meaning.code(), error, "end the token on the service's own pages");
            case LOGIN_REQUIRED, CONSENT_REQUIRED, INTERACTION_REQUIRED, ACCOUNT_SELECTION_REQUIRED ->
                denied(
                        meaning.code(),
                        error,
                        "the user must answer the service's pages: begin again, without prompt=none");
            case INVALID_REQUEST_URI ->
                denied(meaning.code(), error, "the request that was pushed is spent or too old; begin again");
            case ACCESS_DENIED -> denied("access_denied", error, settings());
            case INVALID_GRANT -> denied("invalid_grant", error, "it works once and for minutes only; begin again");
            case SERVER_ERROR, TEMPORARILY_UNAVAILABLE -> later(meaning.code(), error, Duration.ZERO, false);
        };
    }

    /** The user or the service said no. */
    public ConnectionException denied(String code, ServerError error, String fix) {
        return with(error, new AuthorizationDeniedException(code, message(error, fix), null));
    }

    /** The answer cannot be used. */
    public ConnectionException protocol(String code, ServerError error, String fix) {
        return with(error, new ConnectionProtocolException(code, message(error, fix), null));
    }

    /** Something must be configured in another way. */
    public ConnectionException configuration(String code, ServerError error, String fix) {
        return with(error, new ConnectionConfigurationException(code, message(error, fix), null));
    }

    /** It may work another time. */
    public ConnectionException later(String code, ServerError error, Duration retryAfter, boolean outcomeUnknown) {
        String again = redirectUri.isPresent() ? "begin the authorization again later" : "try again later";
        String message = message(error, "nothing stored was lost; " + again);
        return with(error, new TransientConnectionException(code, message, retryAfter, outcomeUnknown, null));
    }

    private ConnectionException redirectUriNotRegistered(ServerError error) {
        String fix = redirectUri
                .map(uri -> "register exactly this redirect URI in " + place() + ": " + uri)
                .orElse("register the redirect URI in " + place());
        return configuration("redirect_uri_not_registered", error, fix);
    }

    private String settings() {
        String enabled = scopes.isEmpty()
                ? "that the client is enabled"
                : "that these scopes are enabled there: " + String.join(", ", scopes);
        return "check the client id and client secret in " + place() + ", and " + enabled;
    }

    private String place() {
        return "the service's developer settings"
                + console.map(page -> " at " + page).orElse("");
    }

    private String message(ServerError error, String fix) {
        String code = error.code().isEmpty() ? "" : error.code() + ", ";
        String description = error.description().isEmpty() ? "" : ": \"" + error.description() + "\"";
        return where + " refused " + what + " (" + code + how + ")" + description + "; " + fix;
    }

    private static ConnectionException with(ServerError error, ConnectionException exception) {
        return exception.withError(error.code(), error.description(), error.uri());
    }
}
