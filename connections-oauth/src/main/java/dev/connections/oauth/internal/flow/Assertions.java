package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.AssertionFormat;
import dev.connections.oauth.internal.key.SigningKey;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.wire.JwtId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The claims of one signed assertion. Each signature gets an id and a time of its own.
 *
 * @param key what signs
 * @param keyId the key's id
 * @param lifetime how long it is good
 * @param claims what it says, but for times and id
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 */
record Assertions(SigningKey key, String keyId, Duration lifetime, Map<String, Object> claims) {
    private static final Duration SHORT = Duration.ofSeconds(60);

    /** Returns the assertion of a format; what it does not say is said by the client and the server. */
    static Assertions bearer(AssertionFormat format, String clientId, Server server) {
        Map<String, Object> claims = claims(clientId, server);
        format.issuer().ifPresent(issuer -> claims.put("iss", issuer));
        format.subject().ifPresent(subject -> claims.put("sub", subject));
        format.audience().ifPresent(audience -> claims.put("aud", audience));
        claims.putAll(format.claims());
        return new Assertions(format.signingKey(), format.keyId(), format.lifetime(), claims);
    }

    /** Returns the assertion that a client signs with its secret. */
    static Assertions ofSecret(Secret secret, String clientId, Server server) {
        return new Assertions(SigningKey.ofSecret(secret), "", SHORT, claims(clientId, server));
    }

    /** Returns a copy that carries scopes. */
    Assertions scoped(String scope) {
        var more = new LinkedHashMap<>(claims);
        more.put("scope", scope);
        return new Assertions(key, keyId, lifetime, more);
    }

    /** Signs it. */
    Secret signed(Instant now) {
        var all = new LinkedHashMap<>(claims);
        all.put("iat", now);
        all.put("exp", now.plus(lifetime));
        all.put("jti", JwtId.next());
        return key.sign(all, keyId);
    }

    /** The audience is the issuer as a text: an array, or the endpoint of another server, can be abused. */
    private static Map<String, Object> claims(String clientId, Server server) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", clientId);
        claims.put("sub", clientId);
        claims.put("aud", server.issuer().orElseGet(() -> server.tokenEndpoint().toString()));
        return claims;
    }
}
