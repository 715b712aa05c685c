package dev.connections.oauth.internal.metadata;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.oauth.internal.definition.ServerFormat.Revocation;
import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.wire.ForeignText;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Reads a server's metadata document.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-3.3">RFC 8414, section 3.3</a>
 */
final class MetadataReader {
    private static final Places PLACES = new Places();
    private static final int ISSUER = PLACES.want("issuer");
    private static final int AUTHORIZATION = PLACES.want("authorization_endpoint");
    private static final int TOKEN = PLACES.want("token_endpoint");
    private static final int DEVICE = PLACES.want("device_authorization_endpoint");
    private static final int REVOCATION = PLACES.want("revocation_endpoint");
    private static final String ALIASES = "mtls_endpoint_aliases"; // RFC 8705, section 5
    private static final int TOKEN_ALIAS = PLACES.want(ALIASES, "token_endpoint");
    private static final int DEVICE_ALIAS = PLACES.want(ALIASES, "device_authorization_endpoint");
    private static final int REVOCATION_ALIAS = PLACES.want(ALIASES, "revocation_endpoint");
    private static final int PUSHED = PLACES.want("pushed_authorization_request_endpoint");
    private static final int PUSHED_ALIAS = PLACES.want(ALIASES, "pushed_authorization_request_endpoint");
    private static final int BINDS = PLACES.want("tls_client_certificate_bound_access_tokens"); // RFC 8705, section 3.3
    private static final int MUST_PUSH = PLACES.want("require_pushed_authorization_requests");
    private static final int KEYS = PLACES.want("jwks_uri");
    private static final int USER_INFO = PLACES.want("userinfo_endpoint");
    private static final int USER_INFO_ALIAS = PLACES.want(ALIASES, "userinfo_endpoint");
    private static final int INTROSPECTION = PLACES.want("introspection_endpoint");
    private static final int INTROSPECTION_ALIAS = PLACES.want(ALIASES, "introspection_endpoint");
    private static final int REGISTRATION = PLACES.want("registration_endpoint");
    private static final int METHODS = PLACES.want("token_endpoint_auth_methods_supported");
    private static final int CALLBACK_ISSUER = PLACES.want("authorization_response_iss_parameter_supported");

    private final ServerFormat format;
    private final String issuer;

    MetadataReader(ServerFormat format, String issuer) {
        this.format = format;
        this.issuer = issuer;
    }

    Server read(byte[] body) {
        Values values = values(body);
        requireIssuer(values.text(ISSUER));
        requireBinding(values);
        URI token = endpoint(preferred(values, TOKEN_ALIAS, TOKEN), "token_endpoint")
                .orElseThrow(() -> malformed("it names no token_endpoint"));
        return new Server(
                endpoint(values.text(AUTHORIZATION), "authorization_endpoint"),
                token,
                endpoint(preferred(values, DEVICE_ALIAS, DEVICE), "device_authorization_endpoint"),
                format.pushedRequests().or(() -> pushedRequests(values)),
                format.keys().or(() -> keys(values)),
                format.userInfo().or(() -> userInfo(values)),
                format.introspection()
                        .or(() -> usable(
                                preferred(values, INTROSPECTION_ALIAS, INTROSPECTION), "introspection_endpoint")),
                usable(values.text(REGISTRATION), "registration_endpoint"),
                format.revocation()
                        .or(() -> endpoint(preferred(values, REVOCATION_ALIAS, REVOCATION), "revocation_endpoint")
                                .map(uri -> new Revocation(uri, false))),
                Optional.of(issuer),
                values.text(CALLBACK_ISSUER).equals("true") || format.fapi2(),
                wantsSecretInBody(values.text(METHODS)),
                Optional.of(URI.create(issuer).getHost()));
    }

    /** RFC 9126, section 5: a server that demands it gets every request pushed, without a fallback. */
    private Optional<URI> pushedRequests(Values values) {
        boolean must = values.text(MUST_PUSH).equals("true") || format.fapi2();
        if (!must || values.text(AUTHORIZATION).isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> endpoint =
                endpoint(preferred(values, PUSHED_ALIAS, PUSHED), "pushed_authorization_request_endpoint");
        if (endpoint.isEmpty()) {
            throw malformed("authorization requests must be pushed, and it names no endpoint for them");
        }
        return endpoint;
    }

    private Optional<URI> keys(Values values) {
        if (!format.identifies()) {
            return Optional.empty();
        }
        Optional<URI> keys = endpoint(values.text(KEYS), "jwks_uri");
        if (keys.isEmpty()) {
            throw malformed("it names no jwks_uri, without which no ID token can be checked");
        }
        return keys;
    }

    private Optional<URI> userInfo(Values values) {
        return format.identifies()
                ? usable(preferred(values, USER_INFO_ALIAS, USER_INFO), "userinfo_endpoint")
                : Optional.empty();
    }

    private String preferred(Values values, int alias, int common) {
        return format.showsCertificate() && values.given(alias).isPresent() ? values.text(alias) : values.text(common);
    }

    private Values values(byte[] body) {
        Values values = PLACES.newValues();
        try {
            JsonDocument.read(body, 0, PLACES, values);
        } catch (IOException broken) { // its message quotes the document
            throw malformed("it is no JSON object within the limits");
        }
        return values;
    }

    private void requireIssuer(String named) {
        if (!named.equals(issuer)) {
            throw new ConnectionSecurityException(
                    "issuer_mismatch",
                    "the metadata of \"" + issuer + "\" names the issuer \"" + ForeignText.clean(named, List.of())
                            + "\", so it was discarded; state the issuer exactly as the server names it, if it is the"
                            + " right server (RFC 8414, section 3.3)",
                    null);
        }
    }

    private void requireBinding(Values values) {
        if (format.bindsByCertificate() && !values.text(BINDS).equals("true")) {
            throw new ConnectionProtocolException(
                    "fapi_requires",
                    "FAPI 2.0 wants tokens that are bound, and the metadata of \"" + issuer
                            + "\" does not say that the server binds them to certificates; use withDpop() too",
                    null);
        }
    }

    private Optional<URI> endpoint(String value, String member) {
        Optional<URI> endpoint = usable(value, member);
        if (endpoint.isEmpty() && !value.isEmpty()) { // the server's fault, not our configuration
            throw malformed("its " + member + " is no https URI");
        }
        return endpoint;
    }

    /** An endpoint that no flow needs: where it is not to be used, the server counts as one without it. */
    private Optional<URI> usable(String value, String member) {
        try {
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ServerFormat.endpoint(value, member, format.plainHttp()));
        } catch (ConnectionConfigurationException unusable) { // such as one without TLS
            return Optional.empty();
        }
    }

    private static boolean wantsSecretInBody(String methods) {
        List<String> names = List.of(methods.split(" "));
        return names.contains(ClientAuthentication.CLIENT_SECRET_POST.registeredName())
                && !names.contains(ClientAuthentication.CLIENT_SECRET_BASIC.registeredName());
    }

    private ConnectionProtocolException malformed(String problem) {
        return new ConnectionProtocolException(
                "metadata_malformed",
                "the metadata of \"" + issuer + "\" cannot be used: " + problem
                        + "; state the endpoints in the definition instead of the issuer",
                null);
    }
}
