package dev.connections.oauth.internal.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.spi.AuthClient;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Believes an ID token only after its signature and every claim. Signatures are always checked, also of a token that came from
 * the token endpoint. Thread-safe; blocks while it fetches keys.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, section
 *     3.1.3.7</a>
 */
public final class IdTokenCheck {
    private static final int LONGEST = 64 * 1024;
    private static final int SHORTEST_RSA = 2048;
    private static final int MOST_TRIES = 5;

    /** Asymmetric ones alone: neither "none", nor a public key taken for a secret, can pass. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final KeySource source = new KeySource();

    /**
     * Who the user is.
     *
     * @param subject the server's stable id of the user
     * @param name what to call the account
     * @param issuedAt when the server said so
     */
    public record Identified(String subject, Optional<String> name, Instant issuedAt) {}

    /**
     * Checks a token.
     *
     * @throws dev.connections.ConnectionException if it is not to be believed ({@code id_token_malformed},
     *     {@code id_token_signature}, {@code id_token_claims}, {@code subject_differs}), or the keys cannot be had
     */
    public Identified check(Secret idToken, Expected expected, AuthClient http, URI keys) {
        SignedJWT token = parsed(idToken.reveal());
        Claims claims = Claims.read(token.getPayload().toBytes());
        String name = token.getHeader().getAlgorithm().getName();
        claims.require(expected, "SHA-" + name.substring(name.length() - 3)); // first: nobody is asked for keys in vain
        requireSignature(token, expected, http, keys);
        return new Identified(claims.subject(), claims.name(), claims.issuedAt());
    }

    private static SignedJWT parsed(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text.length() <= LONGEST ? text : "");
            if (ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
                return token;
            }
        } catch (ParseException | RuntimeException broken) { // not the cause: it quotes the token
            throw malformed();
        }
        throw malformed();
    }

    private void requireSignature(SignedJWT token, Expected expected, AuthClient http, URI keys) {
        KeySource.Found found = source.keys(http, keys, expected.now());
        boolean good = isSigned(token, found.keys())
                || (!found.justFetched() && isSigned(token, source.newerKeys(http, keys, expected.now())));
        if (!good) {
            throw refused("id_token_signature", "is not signed by a key that the server publishes at " + keys);
        }
    }

    private static boolean isSigned(SignedJWT token, List<JWK> keys) {
        return keys.stream()
                .filter(key -> fits(key, token.getHeader()))
                .limit(MOST_TRIES)
                .anyMatch(key -> verifies(token, key));
    }

    private static boolean fits(JWK key, JWSHeader header) {
        boolean named = header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
        boolean meant = (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm()));
        return named
                && meant
                && key.getKeyType().equals(KeyType.forAlgorithm(header.getAlgorithm()))
                && (!(key instanceof RSAKey) || key.size() >= SHORTEST_RSA);
    }

    private static boolean verifies(SignedJWT token, JWK key) {
        try {
            return key instanceof AsymmetricJWK pair
                    && token.verify(
                            new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), pair.toPublicKey()));
        } catch (JOSEException | RuntimeException unsuitable) { // such as a key on another curve
            return false;
        }
    }

    private static ConnectionSecurityException malformed() {
        return refused(
                "id_token_malformed",
                "is no token signed with an asymmetric algorithm (RS, PS or ES with 256, 384 or 512)");
    }

    private static ConnectionSecurityException refused(String code, String problem) {
        return new ConnectionSecurityException(
                code,
                "the ID token " + problem
                        + ", so nothing of it was used; begin the authorization again, and report it to the"
                        + " service if it happens again",
                null);
    }
}
