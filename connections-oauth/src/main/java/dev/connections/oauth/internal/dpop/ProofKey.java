package dev.connections.oauth.internal.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.internal.key.EdSigner;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key that the tokens of one authorization are bound to: made with its first token request, stored with its tokens. It
 * knows its algorithm. Immutable, thread-safe; prints nothing of itself.
 *
 * <p>Others name its methods in lambda expressions, not by reference: a reference links this class, and with it a hundred more
 * that a client without proofs never needs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.2">RFC 9449, section 4.2</a>
 */
public final class ProofKey {
    /** What proofs are signed with unless a definition says otherwise: every server that knows proofs knows it. */
    public static final String DEFAULT_ALGORITHM = "ES256";

    /** The algorithms there are keys for. */
    public static final Set<String> ALGORITHMS =
            Set.of("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "EdDSA");

    private static final int RSA_BITS = 2048;
    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private final JWK pair;
    private final JWSSigner signer;
    private final JWSHeader header;
    private final String thumbprint;

    private ProofKey(JWK pair) throws JOSEException, ParseException {
        this.pair = pair;
        signer = signer(pair);
        header = new JWSHeader.Builder(JWSAlgorithm.parse(pair.getAlgorithm().getName()))
                .type(TYPE)
                .jwk(JWK.parse(
                        Map.copyOf(pair.getRequiredParams()))) // the public part, and nothing that tells keys apart
                .build();
        thumbprint = pair.computeThumbprint().toString();
    }

    private static JWSSigner signer(JWK pair) throws JOSEException {
        if (pair instanceof OctetKeyPair octets) {
            return EdSigner.of(octets);
        }
        return pair instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner(pair.toRSAKey());
    }

    /**
     * Makes a key.
     *
     * @param algorithm one of {@link #ALGORITHMS}
     */
    public static ProofKey make(String algorithm) {
        JWSAlgorithm known = JWSAlgorithm.parse(algorithm);
        try {
            return new ProofKey(pair(known));
        } catch (JOSEException | ParseException everyPlatformHasIt) {
            throw new IllegalStateException("no key for " + algorithm + " can be made", everyPlatformHasIt);
        }
    }

    private static JWK pair(JWSAlgorithm algorithm) throws JOSEException {
        if (algorithm.equals(JWSAlgorithm.EdDSA)) {
            return EdSigner.newPair();
        }
        return JWSAlgorithm.Family.EC.contains(algorithm)
                ? new ECKeyGenerator(curve(algorithm)).algorithm(algorithm).generate()
                : new RSAKeyGenerator(RSA_BITS).algorithm(algorithm).generate();
    }

    private static Curve curve(JWSAlgorithm algorithm) {
        return Curve.forJWSAlgorithm(algorithm).iterator().next();
    }

    /**
     * Reads a key that was stored.
     *
     * @param text what {@link #text} returned
     * @throws ConnectionConfigurationException if it is none ({@code proof_key_unreadable})
     */
    public static ProofKey read(Secret text) {
        try {
            return new ProofKey(JWK.parse(text.reveal()));
        } catch (JOSEException | ParseException | RuntimeException broken) { // not the cause: it may quote the key
            throw new ConnectionConfigurationException(
                    "proof_key_unreadable",
                    "the stored key that the token is bound to cannot be read (it is not shown); ask the user to authorize"
                            + " again with reconnect()",
                    null);
        }
    }

    /** Returns what is stored: the private key as a JSON Web Key. */
    public Secret text() {
        return Secret.of(pair.toJSONString());
    }

    /**
     * Returns the name that a server knows the key by.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7638#section-3">RFC 7638, section 3</a>
     */
    public String thumbprint() {
        return thumbprint;
    }

    /** Signs the claims of a proof. */
    String sign(JWTClaimsSet claims) {
        var proof = new SignedJWT(header, claims);
        try {
            proof.sign(signer);
        } catch (JOSEException notForThisKey) {
            throw new IllegalStateException("a key that was checked cannot sign", notForThisKey);
        }
        return proof.serialize();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProofKey key && pair.equals(key.pair);
    }

    @Override
    public int hashCode() {
        return thumbprint.hashCode();
    }

    @Override
    public String toString() {
        return "ProofKey";
    }
}
