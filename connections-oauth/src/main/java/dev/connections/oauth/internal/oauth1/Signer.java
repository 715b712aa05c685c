package dev.connections.oauth.internal.oauth1;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.Secret;
import dev.connections.oauth.OAuth1;
import dev.connections.spi.PrivateKeys;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the signature of a base string with one client's secret. Immutable, thread-safe, prints no secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.4.2">RFC 5849, sections 3.4.2 to 3.4.4</a>
 */
@FunctionalInterface
interface Signer {
    /** Returns the signature. */
    String sign(String baseString, Secret tokenSecret);

    /**
     * Returns the signer of a method.
     *
     * @throws dev.connections.ConnectionConfigurationException if the method needs a private key and the secret is none
     *     ({@code private_key_malformed})
     */
    static Signer of(OAuth1.Signature method, Secret clientSecret) {
        return switch (method) {
            case HMAC_SHA1 -> (base, token) -> hmac("HmacSHA1", base, key(clientSecret, token));
            case HMAC_SHA256 -> (base, token) -> hmac("HmacSHA256", base, key(clientSecret, token));
            case PLAINTEXT -> (base, token) -> key(clientSecret, token);
            case RSA_SHA1 -> rsa(PrivateKeys.read(clientSecret, "RSA"));
        };
    }

    private static String key(Secret clientSecret, Secret tokenSecret) {
        return PercentEncoding.encode(clientSecret.reveal()) + '&' + PercentEncoding.encode(tokenSecret.reveal());
    }

    private static String hmac(String algorithm, String base, String key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(UTF_8)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The token secret takes no part in it. */
    private static Signer rsa(PrivateKey key) {
        return (base, token) -> {
            try {
                java.security.Signature signature = java.security.Signature.getInstance("SHA1withRSA");
                signature.initSign(key);
                signature.update(base.getBytes(UTF_8));
                return Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException notForThisKey) {
                throw new IllegalStateException(notForThisKey);
            }
        };
    }
}
