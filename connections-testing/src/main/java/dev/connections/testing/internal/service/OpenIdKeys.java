package dev.connections.testing.internal.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The keys of an OpenID Provider: one generation signs at a time. Thread-safe.
 *
 * <p>Pairs are made once in a JVM, for a key of 2048 bits takes a while.
 */
final class OpenIdKeys {
    private static final Map<String, JWK> MADE = new ConcurrentHashMap<>();

    private final AtomicInteger generation = new AtomicInteger(1);

    void rotate() {
        var unused = generation.incrementAndGet();
    }

    /** Returns what signs now, with the algorithm it is published for. */
    JWK signing(JWSAlgorithm algorithm) {
        return made("key-" + generation.get(), algorithm);
    }

    /** Returns a key that is not published, under another one's name. */
    static JWK somebodyElses(JWSAlgorithm algorithm) {
        return made("key-of-somebody-else", algorithm);
    }

    /** Returns the public keys. */
    String published(JWSAlgorithm algorithm, boolean several) {
        JWK signing = signing(algorithm);
        JWK other = made("another-key", algorithm);
        return new JWKSet(several ? List.of(other, signing) : List.of(signing)).toString();
    }

    private static JWK made(String id, JWSAlgorithm algorithm) {
        return MADE.computeIfAbsent(id + " " + algorithm, unused -> generate(id, algorithm));
    }

    private static JWK generate(String id, JWSAlgorithm algorithm) {
        try {
            var generator = algorithm.equals(JWSAlgorithm.ES256)
                    ? new ECKeyGenerator(Curve.P_256)
                    : new RSAKeyGenerator(RSAKeyGenerator.MIN_KEY_SIZE_BITS);
            return generator
                    .keyID(id)
                    .algorithm(algorithm)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has RSA and P-256", e);
        }
    }
}
