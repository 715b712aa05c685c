package dev.connections.store;

import dev.connections.CheckReturnValue;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.internal.seal.KeySet;
import dev.connections.internal.seal.WrappingKey;
import dev.connections.spi.KeyProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The keys a store is sealed with: one seals what is written from now on, retired ones still open what they sealed.
 *
 * <p>Immutable, thread-safe. Prints ids only. All tenants share the keys.
 *
 * <p>A key is 32 random bytes as base64, for example from {@code openssl rand -base64 32}. To change keys, first make the
 * new key known everywhere as a retired one, then make it the primary key and keep the old one as retired.
 */
public final class KeyRing implements KeyProvider {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final KeySet keys;

    private KeyRing(KeySet keys) {
        this.keys = keys;
    }

    /**
     * Returns a ring of one key.
     *
     * @param id a name for the key, 1 to 64 of {@code A-Z a-z 0-9 . _ -}; written beside what the key seals, so it must
     *     neither say anything about the key nor be used again for another one
     * @param key 32 random bytes as base64, of either alphabet, with or without padding
     * @return the ring
     * @throws ConnectionConfigurationException if the id has another shape ({@code key_id_malformed}), if the text is not
     *     base64 of 32 bytes ({@code key_malformed}), or if the bytes do not look random ({@code key_weak})
     */
    public static KeyRing primary(String id, Secret key) {
        return new KeyRing(KeySet.of(key(id, key)));
    }

    /**
     * Returns a ring of the key in a file, which is made if it is missing: for development and tools of one user. It
     * appears whole and for its owner alone, so that processes that start at once all get the same key.
     *
     * <p>On servers, take keys from where their secrets are, and {@link #primary}: a key beside its store protects neither
     * against who copies both.
     *
     * @param file a text file of one line {@code id = key}, the parts as in {@link #primary}; lines that begin with
     *     {@code #} are skipped
     * @return the ring
     * @throws ConnectionConfigurationException if other users may read the file ({@code key_file_not_private}), if it has
     *     another form ({@code key_file_malformed}), if it can be neither read nor made ({@code key_file_unusable}), and
     *     as {@link #primary}
     */
    public static KeyRing file(Path file) {
        return KeyFile.ring(file);
    }

    /**
     * Returns a copy that also opens what another key sealed.
     *
     * @param id the name the key had when it sealed
     * @param key the key, in the form of {@link #primary}
     * @return the copy
     * @throws ConnectionConfigurationException as {@link #primary}, and if the ring has a key of that id, or that key under
     *     another id ({@code key_duplicate})
     */
    @CheckReturnValue
    public KeyRing withRetired(String id, Secret key) {
        WrappingKey retired = key(id, key);
        for (WrappingKey each : keys.keys()) {
            if (each.id().equals(id) || each.sameBytesAs(retired)) {
                throw new ConnectionConfigurationException(
                        "key_duplicate",
                        "the retired key \"" + id + "\" is the key \"" + each.id()
                                + "\" again; give every key an id and 32 random bytes of its own",
                        null);
            }
        }
        return new KeyRing(keys.with(retired));
    }

    @Override
    public String current(String tenant) {
        return keys.current(tenant);
    }

    @Override
    public byte[] wrap(String keyId, byte[] dataKey, byte[] aad) {
        return keys.wrap(keyId, dataKey, aad);
    }

    @Override
    public byte[] unwrap(String keyId, byte[] wrapped, byte[] aad) {
        return keys.unwrap(keyId, wrapped, aad);
    }

    private static WrappingKey key(String id, Secret key) {
        if (!ID.matcher(id).matches()) {
            throw new ConnectionConfigurationException(
                    "key_id_malformed",
                    "the key id is not usable: use 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, beginning with"
                            + " a letter or digit, for example \"2026-02\"",
                    null);
        }
        return WrappingKey.of(id, KeyText.read(id, key));
    }

    @Override
    public String toString() {
        List<String> ids = keys.keys().stream().map(WrappingKey::id).toList();
        String retired = String.join(", ", ids.subList(1, ids.size()));
        return "KeyRing[primary " + ids.get(0) + (retired.isEmpty() ? "" : ", retired " + retired) + "]";
    }
}
