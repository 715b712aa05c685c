package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.AssertionFormat;
import dev.connections.oauth.internal.definition.RequestClaims;
import dev.connections.oauth.internal.wire.JwtId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Authorization requests as signed tokens, which nobody on their way can change. Each is good for one request.
 *
 * @param format the key and what else is said
 * @param clientId who asks
 * @param resources the resource servers that tokens are for
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-4">RFC 9101, section 4</a>
 */
record RequestObject(AssertionFormat format, String clientId, List<String> resources) {
    /** Section 10.8: what it is, so that it cannot pass for another token. */
    private static final String TYPE = "oauth-authz-req+jwt";

    /**
     * Signs a request.
     *
     * @param parameters its parameters
     * @param issuer the server it is for
     * @param now our time
     */
    Secret signed(Map<String, String> parameters, String issuer, Instant now) {
        var claims = new LinkedHashMap<String, Object>(format.claims());
        parameters.forEach((name, value) -> claims.put(name, RequestClaims.of(name, value)));
        if (!resources.isEmpty()) {
            claims.put("resource", resources.size() == 1 ? resources.get(0) : resources);
        }
        claims.put("iss", format.issuer().orElse(clientId));
        claims.put("aud", format.audience().orElse(issuer));
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", end(now));
        claims.put("jti", JwtId.next());
        return format.signingKey().sign(claims, format.keyId(), TYPE);
    }

    /** Returns until when a request that is signed now is good. */
    Instant end(Instant now) {
        return now.plus(format.lifetime());
    }
}
