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
import dev.connections.spi.AuthClient;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a server signs, and with which keys. Thread-safe; blocks while it fetches keys.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3">RFC 8725, section 3</a>
 */
final class Signatures {
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

    /** FAPI 2.0 Security Profile, section 5.4.1. */
    private static final Set<JWSAlgorithm> OF_FAPI2 = Set.of(JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final KeySource source = new KeySource();
    private final Set<JWSAlgorithm> algorithms;

    Signatures(boolean fapi2) {
        algorithms = fapi2 ? OF_FAPI2 : ALGORITHMS;
    }

    /** Returns the token, which nobody may believe yet. */
    SignedJWT parsed(String text, Paper paper) {
        try {
            SignedJWT token = SignedJWT.parse(text.length() <= LONGEST ? text : "");
            if (algorithms.contains(token.getHeader().getAlgorithm())) {
                return token;
            }
        } catch (ParseException | RuntimeException broken) { // not the cause: it quotes the token
            throw paper.malformed();
        }
        throw paper.malformed();
    }

    /** Throws unless a key that the server publishes signed the token; where nobody can know, it says that, and no more. */
    void require(SignedJWT token, Paper paper, Keyring ring) {
        KeySource.Found found = source.keys(ring.http(), ring.place(), ring.now());
        boolean good = isSigned(token, found.keys())
                || (!found.justFetched()
                        && isSigned(token, source.newerKeys(ring.http(), ring.place(), ring.now(), found.keys())));
        if (!good) {
            throw paper.unsigned(ring.place().toString());
        }
    }

    /**
     * Where the keys are.
     *
     * @param http how to fetch them
     * @param place where
     * @param now the time
     */
    record Keyring(AuthClient http, URI place, Instant now) {}

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
}
