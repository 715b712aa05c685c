package dev.connections.oauth.internal.oauth1;

import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.oauth.internal.wire.SecretText;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What completing a flow needs of its beginning.
 *
 * @param requestToken the temporary credentials
 * @param tokenEndpoint the service the flow began with
 * @param scopes the scopes of the connection then
 */
record Pending(TokenPair requestToken, URI tokenEndpoint, List<String> scopes) {
    private static final String TOKEN = "oauth_token";
    private static final String SECRET = "oauth_token_secret";
    private static final String TOKEN_ENDPOINT = "token_endpoint";
    private static final String SCOPES = "scopes";

    Map<String, Secret> write() {
        return Map.of(
                TOKEN,
                requestToken.token(),
                SECRET,
                requestToken.secret(),
                TOKEN_ENDPOINT,
                SecretText.seal(tokenEndpoint.toString()),
                SCOPES,
                SecretText.seal(String.join(" ", scopes)));
    }

    static Pending read(Map<String, Secret> parts) {
        String scopes = SecretText.open(SecretText.part(parts, SCOPES));
        return new Pending(
                new TokenPair(SecretText.part(parts, TOKEN), SecretText.part(parts, SECRET)),
                URI.create(SecretText.open(SecretText.part(parts, TOKEN_ENDPOINT))),
                scopes.isEmpty() ? List.of() : List.of(scopes.split(" ", -1)));
    }

    /** Refuses a callback that belongs to the request token of another flow. */
    void requireSame(Optional<String> token) {
        boolean ours = token.filter(text -> !text.matches("\\*+")) // a mask is no secret
                .map(Secret::of)
                .filter(requestToken.token()::equals)
                .isPresent();
        if (!ours) {
            throw new ConnectionSecurityException(
                    "token_mismatch",
                    "the callback does not name the request token that this authorization began with, so its verifier was"
                            + " sent nowhere; begin again",
                    null);
        }
    }

    /** Refuses to finish at a service where the flow did not begin: its verifier is not this one's to see. */
    void requireSame(URI endpoint) {
        if (!endpoint.equals(tokenEndpoint)) {
            throw new ConnectionSecurityException(
                    "server_changed",
                    "the definition names another token endpoint than when this authorization began, so the verifier was"
                            + " sent nowhere; begin the authorization again",
                    null);
        }
    }
}
