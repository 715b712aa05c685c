package dev.connections.internal.seal;

import dev.connections.ConnectionStoreException;
import dev.connections.spi.KeyProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Wrapping keys held in memory: one seals, all open. Immutable, thread-safe; every tenant has the same keys. */
public final class KeySet implements KeyProvider {
    private final String current;
    private final Map<String, WrappingKey> keys;

    private KeySet(String current, Map<String, WrappingKey> keys) {
        this.current = current;
        this.keys = keys;
    }

    /**
     * Returns a set of one key.
     *
     * @param current the key that seals
     * @return the set
     */
    public static KeySet of(WrappingKey current) {
        return new KeySet(current.id(), Map.of(current.id(), current));
    }

    /**
     * Returns a copy with one more key that only opens.
     *
     * @param retired the key
     * @return the copy
     * @throws IllegalArgumentException if the set has a key of that id
     */
    public KeySet with(WrappingKey retired) {
        var more = new LinkedHashMap<>(keys);
        if (more.putIfAbsent(retired.id(), retired) != null) {
            throw new IllegalArgumentException("there is a key \"" + retired.id() + "\" already");
        }
        return new KeySet(current, more);
    }

    /** {@return the keys, the one that seals first} */
    public List<WrappingKey> keys() {
        return List.copyOf(keys.values());
    }

    @Override
    public String current(String tenant) {
        return current;
    }

    @Override
    public byte[] wrap(String keyId, byte[] dataKey, byte[] aad) {
        return key(keyId).wrap(dataKey, aad);
    }

    @Override
    public byte[] unwrap(String keyId, byte[] wrapped, byte[] aad) {
        return key(keyId).unwrap(wrapped, aad);
    }

    private WrappingKey key(String keyId) {
        WrappingKey key = keys.get(keyId);
        if (key == null) {
            throw new ConnectionStoreException(
                    "key_unavailable",
                    "the key \"" + keyId + "\" is not configured (configured: " + String.join(", ", keys.keySet())
                            + "); add it as a retired key",
                    null);
        }
        return key;
    }

    @Override
    public String toString() {
        return "KeySet" + keys.keySet();
    }
}
