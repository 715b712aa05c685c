package dev.connections.oauth.internal.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.spi.PrivateKeys;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key that signs JSON Web Tokens. Immutable, thread-safe; prints nothing of itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-5.1">RFC 7515, section 5.1</a>
 */
public final class SigningKey {
    private final JWSSigner signer;
    private final JWSAlgorithm algorithm;
    private final String ownId;

    private SigningKey(JWSSigner signer, JWSAlgorithm algorithm, String ownId) {
        this.signer = signer;
        this.algorithm = algorithm;
        this.ownId = ownId;
    }

    /**
     * Reads a private key.
     *
     * @param text PKCS#8 in PEM, or a JSON Web Key
     * @param algorithm how to sign, empty for what suits the key
     * @throws ConnectionConfigurationException if it is none ({@code private_key_malformed}) or cannot sign so
     *     ({@code algorithm_unknown})
     */
    public static SigningKey of(Secret text, Optional<String> algorithm) {
        if (text.reveal().strip().startsWith("{")) {
            JWK jwk = jwk(text);
            return of(
                    privateKey(jwk),
                    algorithm,
                    Optional.ofNullable(jwk.getKeyID()).orElse(""));
        }
        return of(PrivateKeys.read(text, "RSA", "EC", "Ed25519"), algorithm, "");
    }

    /** Returns a key that signs with a secret of at least 32 bytes (HS256). */
    public static SigningKey ofSecret(Secret secret) {
        try {
            return new SigningKey(new MACSigner(secret.reveal().getBytes(UTF_8)), JWSAlgorithm.HS256, "");
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("a secret that was not checked", tooShort);
        }
    }

    /** Signs claims as a token of any kind. */
    public Secret sign(Map<String, Object> claims, String keyId) {
        return sign(claims, keyId, JOSEObjectType.JWT.getType());
    }

    /** Signs claims as a token of one kind. */
    public Secret sign(Map<String, Object> claims, String keyId, String type) {
        var header = new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type));
        String id = keyId.isEmpty() ? ownId : keyId;
        var token = new SignedJWT((id.isEmpty() ? header : header.keyID(id)).build(), set(claims));
        try {
            token.sign(signer);
        } catch (JOSEException notForThisKey) { // not the cause: it may quote the key
            throw unusable();
        }
        return Secret.of(token.serialize());
    }

    /** Returns the registered name of how it signs. */
    public String algorithm() {
        return algorithm.getName();
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }

    private static JWTClaimsSet set(Map<String, Object> claims) {
        var set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> set.claim(name, value instanceof Instant at ? Date.from(at) : value));
        return set.build();
    }

    private static SigningKey of(PrivateKey key, Optional<String> algorithm, String ownId) {
        JWSSigner signer = signer(key);
        JWSAlgorithm stated = algorithm.map(JWSAlgorithm::parse).orElseGet(() -> natural(key, signer));
        if (!signer.supportedJWSAlgorithms().contains(stated)) {
            throw new ConnectionConfigurationException(
                    "algorithm_unknown",
                    "the client's key cannot sign with that algorithm; use one of "
                            + signer.supportedJWSAlgorithms().stream()
                                    .map(JWSAlgorithm::getName)
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                    null);
        }
        return new SigningKey(signer, stated, ownId);
    }

    private static JWSAlgorithm natural(PrivateKey key, JWSSigner signer) {
        if (key instanceof EdECPrivateKey) {
            return JWSAlgorithm.EdDSA;
        }
        return key instanceof ECPrivateKey
                ? signer.supportedJWSAlgorithms().iterator().next()
                : JWSAlgorithm.RS256;
    }

    private static JWSSigner signer(PrivateKey key) {
        if (key instanceof EdECPrivateKey) {
            return new EdSigner(key);
        }
        try {
            return key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(key);
        } catch (JOSEException | IllegalArgumentException unsuitable) { // such as an RSA key of 1024 bits
            throw unusable();
        }
    }

    private static JWK jwk(Secret text) {
        try {
            return JWK.parse(text.reveal());
        } catch (ParseException broken) { // not the cause: it may quote the key
            throw unusable();
        }
    }

    private static PrivateKey privateKey(JWK jwk) {
        try {
            if (jwk instanceof OctetKeyPair pair) {
                return EdSigner.key(pair);
            }
            PrivateKey key = jwk instanceof AsymmetricJWK pair ? pair.toPrivateKey() : null;
            if (key != null) {
                return key;
            }
        } catch (JOSEException broken) {
            throw unusable();
        }
        throw unusable();
    }

    private static ConnectionConfigurationException unusable() {
        return new ConnectionConfigurationException(
                "private_key_malformed",
                "the client's private key cannot sign (it is not shown); give an RSA key of at least 2048 bits, an EC"
                        + " or an Ed25519 key, in PKCS#8 as \"openssl pkcs8 -topk8 -nocrypt\" writes it, or as a JSON Web Key",
                null);
    }
}
