package dev.connections.testing.internal.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.connections.Secret;
import dev.connections.testing.OpenIdVariant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes signed tokens, and such as look like them. Immutable. */
final class IdTokenForge {
    private final OpenIdKeys keys;
    private final JWSAlgorithm algorithm;
    private final Secret clientSecret;

    IdTokenForge(OpenIdKeys keys, JWSAlgorithm algorithm, Secret clientSecret) {
        this.keys = keys;
        this.algorithm = algorithm;
        this.clientSecret = clientSecret;
    }

    String sign(Map<String, @Nullable Object> claims) {
        JWK key = keys.signing(algorithm);
        return signed(claims, key, header(algorithm, key.getKeyID()));
    }

    /** As the variant says, or ordinarily where it says nothing of signatures. */
    String make(Map<String, @Nullable Object> claims, OpenIdVariant variant) {
        JWK key = keys.signing(algorithm);
        JWK foreign = OpenIdKeys.somebodyElses(algorithm);
        return switch (variant) {
            case NO_KEY_ID -> signed(claims, key, header(algorithm, null));
            case SIGNATURE_WRONG -> flipped(sign(claims));
            case UNSIGNED -> bare("{\"alg\":\"none\"}", claims) + ".";
            case NO_ALGORITHM -> bare("{\"alg\":null}", claims) + ".AAAA";
            case SIGNED_WITH_PUBLIC_KEY -> macced(claims, key, key.toPublicJWK().toJSONString());
            case SIGNED_WITH_CLIENT_SECRET -> macced(claims, key, clientSecret.reveal());
            case ALGORITHM_OF_ANOTHER_KEY -> otherAlgorithm(claims, key);
            case KEY_OF_SOMEBODY_ELSE -> signed(claims, foreign, header(algorithm, key.getKeyID()));
            case UNNAMED_KEY_OF_SOMEBODY_ELSE -> signed(claims, foreign, header(algorithm, null));
            case ENCRYPTED_AND_UNSIGNED -> encrypted(bare("{\"alg\":\"none\"}", claims) + ".");
            case ENCRYPTED_AT_A_PRICE ->
                Base64URL.encode(
                                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2s\":\"c2FsdHNhbHQ\",\"p2c\":2147483647}")
                        + ".AAAA.AAAA.AAAA.AAAA";
            default -> sign(claims);
        };
    }

    private String otherAlgorithm(Map<String, @Nullable Object> claims, JWK key) {
        return algorithm.equals(JWSAlgorithm.RS256)
                ? signed(claims, key, header(JWSAlgorithm.PS256, key.getKeyID()))
                : signed(
                        claims,
                        OpenIdKeys.somebodyElses(JWSAlgorithm.RS256),
                        header(JWSAlgorithm.RS256, key.getKeyID()));
    }

    private static JWSHeader header(JWSAlgorithm algorithm, @Nullable String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId).build();
    }

    private static String macced(Map<String, @Nullable Object> claims, JWK key, String secret) {
        return signed(claims, () -> new MACSigner(secret.getBytes(UTF_8)), header(JWSAlgorithm.HS256, key.getKeyID()));
    }

    private static String signed(Map<String, @Nullable Object> claims, JWK key, JWSHeader header) {
        return signed(
                claims,
                () -> key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner((RSAKey) key),
                header);
    }

    private static String signed(Map<String, @Nullable Object> claims, Signers with, JWSHeader header) {
        var token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(with.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own cannot sign", e);
        }
        return token.serialize();
    }

    private static String bare(String header, Map<String, @Nullable Object> claims) {
        return Base64URL.encode(header) + "." + new Payload(claims).toBase64URL();
    }

    /** In the middle: the last character of Base64 holds bits that do not count. */
    private static String flipped(String token) {
        int at = token.length() - 20;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private static String encrypted(String inside) {
        var token = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A128GCM), new Payload(inside));
        try {
            token.encrypt(new DirectEncrypter(new byte[16]));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
        return token.serialize();
    }

    /** Makes a signer, which may fail. */
    @FunctionalInterface
    private interface Signers {
        JWSSigner signer() throws JOSEException;
    }
}
