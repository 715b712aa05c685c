package dev.connections.internal.seal;

import dev.connections.ConnectionStoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key that wraps data keys. Immutable, thread-safe.
 *
 * <p>A wrapped key is {@code check ‖ IV ‖ sealed data key ‖ tag}. The check is eight bytes of an HMAC under the wrapping
 * key: without it a wrong key under the right id could not be told from a record that was tampered with.
 */
public final class WrappingKey {
    /** The length of a wrapping key and of a data key. */
    public static final int BYTES = 32;

    private static final int CHECK_BYTES = 8;
    private static final byte[] CHECK_TEXT = "conn/key-check/v1".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final SecretKey key;
    private final byte[] check;

    private WrappingKey(String id, byte[] key) {
        this.id = id;
        this.key = new SecretKeySpec(key, "AES");
        this.check = checkOf(key);
    }

    /**
     * Returns a key.
     *
     * @param id its id, never derived from its bytes
     * @param key {@link #BYTES} random bytes; copied
     * @return the key
     */
    public static WrappingKey of(String id, byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a wrapping key has " + BYTES + " bytes, not " + key.length);
        }
        return new WrappingKey(id, key);
    }

    /**
     * Makes a key.
     *
     * @param id its id
     * @return a key that nobody else has
     */
    public static WrappingKey random(String id) {
        return new WrappingKey(id, RandomBytes.of(BYTES));
    }

    /** {@return its id} */
    public String id() {
        return id;
    }

    /**
     * Says whether two keys have the same bytes.
     *
     * @param other the other key
     * @return whether they have, whatever their ids
     */
    public boolean sameBytesAs(WrappingKey other) {
        return MessageDigest.isEqual(key.getEncoded(), other.key.getEncoded());
    }

    byte[] wrap(byte[] dataKey, byte[] aad) {
        byte[] iv = RandomBytes.of(Gcm.IV_BYTES);
        byte[] sealed = Gcm.seal(key, iv, aad, dataKey);
        return ByteBuffer.allocate(check.length + iv.length + sealed.length)
                .put(check)
                .put(iv)
                .put(sealed)
                .array();
    }

    byte[] unwrap(byte[] wrapped, byte[] aad) {
        if (wrapped.length != CHECK_BYTES + Gcm.IV_BYTES + BYTES + Gcm.TAG_BYTES) {
            throw corrupt();
        }
        if (!MessageDigest.isEqual(check, Arrays.copyOf(wrapped, CHECK_BYTES))) {
            throw new ConnectionStoreException(
                    "key_mismatch",
                    "the key \"" + id
                            + "\" is not the one that was used under this id; configure the key that the store"
                            + " was written with, and give a new key a new id",
                    null);
        }
        byte[] iv = Arrays.copyOfRange(wrapped, CHECK_BYTES, CHECK_BYTES + Gcm.IV_BYTES);
        byte[] sealed = Arrays.copyOfRange(wrapped, CHECK_BYTES + Gcm.IV_BYTES, wrapped.length);
        return Gcm.open(key, iv, aad, sealed).orElseThrow(WrappingKey::corrupt);
    }

    private static ConnectionStoreException corrupt() {
        return new ConnectionStoreException(
                "record_corrupt",
                "the wrapped data key was changed or belongs to another record; restore the record from a backup",
                null);
    }

    private static byte[] checkOf(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(CHECK_TEXT), CHECK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "WrappingKey[" + id + "]";
    }
}
