package dev.connections.oauth.internal.registration;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.Secret;
import dev.connections.oauth.RegisteredClient;
import dev.connections.oauth.internal.definition.Document;
import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.oauth.internal.flow.Refusals;
import dev.connections.oauth.internal.flow.ServerError;
import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.json.Values.Kind;
import dev.connections.oauth.internal.wire.ForeignText;
import dev.connections.oauth.internal.wire.RetryAfter;
import dev.connections.spi.AuthClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a registration endpoint answers, and believes it only if it is what was asked for.
 *
 * @param endpoint who answered
 * @param asked what was asked for
 * @param now when it arrived
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2">RFC 7591, section 3.2</a>
 */
record RegistrationAnswer(URI endpoint, Document asked, Instant now) {
    private static final Places PLACES = new Places();
    private static final int ID = PLACES.want("client_id");
    private static final int SECRET = PLACES.want("client_secret");
    private static final int SECRET_EXPIRES = PLACES.want("client_secret_expires_at");
    private static final int REDIRECT_URIS = PLACES.want(StatedRegistration.REDIRECT_URIS);
    private static final int METHOD = PLACES.want(StatedRegistration.METHOD);
    private static final int CONFIGURATION = PLACES.want("registration_client_uri");
    private static final int TOKEN = PLACES.want("registration_access_token");
    private static final int ERROR = PLACES.want("error");
    private static final int DESCRIPTION = PLACES.want("error_description");

    /** Section 3.2.2, and what to do about each. */
    private static final Map<String, String> FIXES = Map.of(
            "invalid_redirect_uri",
                    "register redirect URIs that the server permits, most often https with a public host",
            "invalid_client_metadata", "change what is said of the client as the server's documentation wants it",
            "invalid_software_statement", "ask its issuer for a new software statement",
            "unapproved_software_statement", "use a software statement whose issuer the server trusts");

    RegisteredClient read(Reply reply) {
        int status = reply.status();
        Values values = values(reply);
        if (status < 200 || status >= 300) {
            throw refusal(reply, values);
        }
        requireSame(values);
        String id = required(values, ID, "client_id");
        boolean hasSecret = asked.text(StatedRegistration.METHOD).orElse("").startsWith("client_secret");
        return new KnownRegistered(
                id,
                hasSecret ? Optional.of(requiredSecret(values)) : Optional.empty(),
                hasSecret ? expiry(values) : Optional.empty(),
                configuration(values),
                secret(values, TOKEN));
    }

    private Values values(Reply reply) {
        Values values = PLACES.newValues();
        try {
            JsonDocument.read(reply.body(), 0, PLACES, values);
            return values;
        } catch (IOException broken) { // its message quotes the document
            if (reply.status() >= 200 && reply.status() < 300) {
                throw malformed("it is no JSON object within the limits");
            }
            return PLACES.newValues();
        }
    }

    /**
     * A server may change what was asked for; a client that does not know would fail at its first flow, or worse. A list
     * without entries says nothing: what the server made cannot be had again, so it is kept wherever it can be used.
     */
    private void requireSame(Values values) {
        boolean others = values.given(REDIRECT_URIS)
                .filter(uris -> !texts(uris).equals(Set.copyOf(asked.textList(StatedRegistration.REDIRECT_URIS))))
                .isPresent();
        String method = given(values, METHOD)
                .orElse(asked.text(StatedRegistration.METHOD).orElse(""));
        if (others || !asked.text(StatedRegistration.METHOD).equals(Optional.of(method))) {
            throw new ConnectionProtocolException(
                    "registration_differs",
                    "the registration endpoint " + endpoint + " registered other "
                            + (others ? "redirect URIs" : "client authentication (" + clean(method) + ")")
                            + " than was asked for, so the client was not used; ask for what the server supports, and"
                            + " have the client \"" + clean(values.text(ID)) + "\" deleted there",
                    null);
        }
    }

    /** The texts of an array, in which some servers repeat themselves. */
    private static Set<String> texts(String array) {
        return Set.copyOf(List.of(array.split(" ", -1)));
    }

    private Optional<URI> configuration(Values values) {
        try {
            return given(values, CONFIGURATION)
                    .map(uri -> ServerFormat.endpoint(
                            uri, "registration_client_uri", endpoint.getScheme().equals("http")));
        } catch (ConnectionConfigurationException unusable) { // the server's fault, and nothing depends on it
            return Optional.empty();
        }
    }

    /** Section 3.2.1: zero for never. */
    private static Optional<Instant> expiry(Values values) {
        String seconds = values.text(SECRET_EXPIRES);
        boolean number = values.kind(SECRET_EXPIRES) == Kind.NUMBER && seconds.matches("[1-9][0-9]{0,10}");
        return number ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
    }

    private ConnectionException refusal(Reply reply, Values values) {
        int status = reply.status();
        var error = new ServerError(clean(values.text(ERROR)), clean(values.text(DESCRIPTION)), "");
        var refusals = new Refusals(
                "the registration endpoint " + endpoint, "the client", "HTTP " + status, List.of(), Optional.empty());
        if (status >= 500 || status == 429 || status == 408) {
            return refusals.later(
                    "registration_unavailable",
                    error,
                    RetryAfter.of(
                            reply.headers().getOrDefault("retry-after", List.of()),
                            reply.headers().getOrDefault("date", List.of()),
                            now),
                    status >= 500);
        }
        String fix = FIXES.get(error.code());
        return fix != null
                ? refusals.configuration(error.code(), error, fix)
                : refusals.configuration(
                        "registration_refused",
                        error,
                        "ask the service for an initial access token (withInitialAccessToken), or register the client"
                                + " on its own pages");
    }

    private String required(Values values, int slot, String member) {
        return given(values, slot).orElseThrow(() -> malformed("it holds no " + member));
    }

    private Secret requiredSecret(Values values) {
        return secret(values, SECRET).orElseThrow(() -> malformed("it holds no client_secret, or a mask in its place"));
    }

    private static Optional<Secret> secret(Values values, int slot) {
        try {
            return given(values, slot).map(Secret::of);
        } catch (ConnectionConfigurationException masked) { // some servers show a secret as ***
            return Optional.empty();
        }
    }

    private static Optional<String> given(Values values, int slot) {
        return values.kind(slot) == Kind.TEXT && !values.repeated(slot) ? values.given(slot) : Optional.empty();
    }

    private ConnectionProtocolException malformed(String problem) {
        return new ConnectionProtocolException(
                "registration_malformed",
                "the answer of the registration endpoint " + endpoint + " cannot be used: " + problem
                        + "; report it to the service",
                null);
    }

    private static String clean(String foreign) {
        return ForeignText.clean(foreign, List.of());
    }
}
