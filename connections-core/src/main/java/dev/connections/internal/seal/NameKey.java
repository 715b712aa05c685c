package dev.connections.internal.seal;

import dev.connections.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key under which names are hashed, so that a store can compare what it cannot read. HMAC-SHA-256, whole. Immutable,
 * thread-safe.
 */
public final class NameKey {
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    private NameKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** {@return a key that nobody else has} */
    public static NameKey random() {
        return new NameKey(RandomBytes.of(BYTES));
    }

    /**
     * Returns a key that was made before.
     *
     * @param text what {@link #text()} returned
     * @return the key
     * @throws IllegalArgumentException if it is no such text
     */
    public static NameKey of(Secret text) {
        byte[] key = Base64.getDecoder().decode(text.reveal());
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a name key has " + BYTES + " bytes, not " + key.length);
        }
        return new NameKey(key);
    }

    /** {@return the key as text, to be sealed} */
    public Secret text() {
        return Secret.of(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /**
     * Hashes a name.
     *
     * @param name the name, exactly as it is spelled
     * @return 64 lower-case hexadecimal digits: stores that search in any case still find nothing else
     */
    public String hash(String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "NameKey[redacted]";
    }
}
