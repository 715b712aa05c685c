package dev.connections.spi;

/** Wraps data keys: a key ring in memory, or a key management service. Thread-safe; may block. */
public interface KeyProvider {
    /**
     * Names the key to seal with now.
     *
     * @param tenant the tenant whose record is sealed
     * @return the key's id, 1 to 255 visible ASCII characters without quote and backslash, never derived from its bytes
     */
    String current(String tenant);

    /**
     * Wraps a data key.
     *
     * @param keyId the key to wrap with
     * @param dataKey 32 random bytes
     * @param aad bytes the wrapped key is bound to
     * @return the wrapped key
     * @throws dev.connections.ConnectionStoreException if the key is not there ({@code key_unavailable})
     */
    byte[] wrap(String keyId, byte[] dataKey, byte[] aad);

    /**
     * Unwraps a data key.
     *
     * @param keyId the key it was wrapped with
     * @param wrapped the wrapped key
     * @param aad the bytes it was bound to
     * @return the 32 bytes
     * @throws dev.connections.ConnectionStoreException if the key is not there ({@code key_unavailable}) or is another one
     *     than wrapped it ({@code key_mismatch}), or if the wrapped key or the AAD was changed ({@code record_corrupt})
     */
    byte[] unwrap(String keyId, byte[] wrapped, byte[] aad);
}
