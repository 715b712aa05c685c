package dev.connections.oauth.internal.computed;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.internal.key.SigningKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and signatures. */
final class Digests {
    /** RFC 7519, section 4.1: numbers of seconds. */
    private static final Set<String> NUMERIC = Set.of("exp", "iat", "nbf");

    private static final int SHORTEST_KEY = 32; // RFC 7518, section 3.2

    private Digests() {}

    static Octets of(String algorithm, Octets text) {
        try {
            return new Octets(MessageDigest.getInstance(algorithm).digest(text.bytes()));
        } catch (GeneralSecurityException impossible) { // every Java has it
            throw new IllegalStateException(impossible);
        }
    }

    static Octets hmac(String algorithm, Octets key, Octets text) {
        if (key.bytes().length == 0) {
            throw unusable("is empty; enter the client secret that the service shows");
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.bytes(), algorithm));
            return new Octets(mac.doFinal(text.bytes()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signs claims: the algorithm, the key, then names and values in turn. */
    static String jwt(List<Octets> given) {
        var claims = new LinkedHashMap<String, Object>();
        for (int i = 2; i < given.size(); i += 2) {
            String name = given.get(i).text();
            String value = given.get(i + 1).text();
            claims.put(name, NUMERIC.contains(name) ? number(name, value) : value);
        }
        return key(given.get(0).text(), given.get(1)).sign(claims, "").reveal();
    }

    private static Object number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException none) {
            throw new ConnectionConfigurationException(
                    "formula_malformed",
                    "the claim \"" + name + "\" of a formula is no number of seconds; write it like now('PT5M')",
                    null);
        }
    }

    private static SigningKey key(String algorithm, Octets key) {
        if (!algorithm.equals("HS256")) {
            return SigningKey.of(Secret.of(key.text()), Optional.of(algorithm));
        }
        if (key.bytes().length < SHORTEST_KEY) {
            throw unusable("is shorter than the 32 bytes that HS256 signs with; let the service make a longer one");
        }
        return SigningKey.ofSecret(Secret.of(key.text()));
    }

    private static ConnectionConfigurationException unusable(String problemAndFix) {
        return new ConnectionConfigurationException(
                "client_secret_malformed", "the key that a formula signs with " + problemAndFix, null);
    }
}
