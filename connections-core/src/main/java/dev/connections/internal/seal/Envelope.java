package dev.connections.internal.seal;

import dev.connections.ConnectionStoreException;
import dev.connections.internal.seal.SealedText.Unreadable;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.KeyProvider;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a record says, and opens it again only where it was sealed. Immutable, thread-safe; blocks as long as the
 * key provider does.
 *
 * <p>AES-256-GCM under a fresh 32-byte data key per write, which the {@link KeyProvider} wraps. Both are bound to the
 * tenant, kind, id, version and format of the record and to the key's id. A whole row put back to an older state is not
 * noticed: its version went back with it.
 */
public final class Envelope {
    private final KeyProvider keys;

    private Envelope(KeyProvider keys) {
        this.keys = keys;
    }

    /**
     * Returns an envelope.
     *
     * @param keys who wraps the data keys
     * @return the envelope
     */
    public static Envelope of(KeyProvider keys) {
        return new Envelope(keys);
    }

    /**
     * Seals a document.
     *
     * @param key the record it belongs to
     * @param version the version it will be written as
     * @param format its format
     * @param document the clear document
     * @return the sealed bytes
     * @throws ConnectionStoreException if the key is not there ({@code key_unavailable}), if its id cannot be written
     *     ({@code key_malformed}), or if the provider fails ({@code key_provider_failed})
     */
    public byte[] seal(ConnectionStore.Key key, long version, int format, byte[] document) {
        String keyId = currentKey(key.tenant());
        byte[] aad = new Binding(key, version, format).aad(keyId);
        byte[] dataKey = RandomBytes.of(WrappingKey.BYTES);
        byte[] wrapped = asked(name(key) + " cannot be sealed", () -> keys.wrap(keyId, dataKey, aad));
        byte[] iv = RandomBytes.of(Gcm.IV_BYTES);
        byte[] cipherText = Gcm.seal(new SecretKeySpec(dataKey, "AES"), iv, aad, document);
        return new SealedText(keyId, wrapped, iv, cipherText).write();
    }

    /**
     * Opens a record.
     *
     * @param record the record as the store returned it
     * @return the clear document
     * @throws ConnectionStoreException if a later release sealed it ({@code newer_format}), if its key is not there
     *     ({@code key_unavailable}) or is another one than sealed it ({@code key_mismatch}), if it was changed, cut, or
     *     sealed for another record, version or tenant ({@code record_corrupt}), or if the provider fails
     *     ({@code key_provider_failed})
     */
    public byte[] open(Versioned record) {
        ConnectionStore.Key key = record.key();
        SealedText sealed = read(key, record.sealed());
        byte[] aad = new Binding(key, record.version(), record.format()).aad(sealed.keyId());
        byte[] dataKey =
                asked(name(key) + " cannot be opened", () -> keys.unwrap(sealed.keyId(), sealed.wrappedKey(), aad));
        if (dataKey.length != WrappingKey.BYTES) {
            throw corrupt(key, "has a data key of another length");
        }
        return Gcm.open(new SecretKeySpec(dataKey, "AES"), sealed.iv(), aad, sealed.cipherText())
                .orElseThrow(() -> corrupt(key, "was changed, or was sealed for another record or version"));
    }

    /**
     * Reads which key a document is sealed with, without opening it.
     *
     * @param record the record as the store returned it
     * @return the key's id
     * @throws ConnectionStoreException if it is not a sealed document ({@code record_corrupt}, {@code newer_format})
     */
    public String keyId(Versioned record) {
        return read(record.key(), record.sealed()).keyId();
    }

    /**
     * Names the key that records are sealed with now.
     *
     * @param tenant whose records
     * @return the key's id
     * @throws ConnectionStoreException as {@link #seal}
     */
    public String currentKey(String tenant) {
        String keyId = asked("nothing of tenant \"" + tenant + "\" can be sealed", () -> keys.current(tenant));
        if (!SealedText.isKeyId(keyId)) {
            throw new ConnectionStoreException(
                    "key_malformed",
                    "the key provider names a key that cannot be written down; key ids are 1 to 255 visible ASCII"
                            + " characters without quotes and backslashes",
                    null);
        }
        return keyId;
    }

    private static SealedText read(ConnectionStore.Key key, byte[] sealed) {
        try {
            return SealedText.read(sealed);
        } catch (Unreadable e) {
            throw e.newer() ? newer(key, e) : corrupt(key, e.problem());
        }
    }

    /** The provider knows keys, not records: what it says is told with what it is about. */
    private static <T> T asked(String problem, Supplier<T> provider) {
        try {
            return provider.get();
        } catch (ConnectionStoreException e) {
            throw new ConnectionStoreException(e.code(), problem + ": " + e.getMessage(), e);
        } catch (RuntimeException e) { // an outage: nothing is known about the key or the record
            throw new ConnectionStoreException(
                    "key_provider_failed",
                    problem + ": the key provider failed (" + e.getClass().getSimpleName()
                            + "); nothing was changed, try again when it works",
                    e);
        }
    }

    private static ConnectionStoreException corrupt(ConnectionStore.Key key, String problem) {
        return new ConnectionStoreException(
                "record_corrupt",
                name(key) + " " + problem + "; it was left as it is: restore it from a backup, or delete it and set it"
                        + " up again",
                null);
    }

    private static ConnectionStoreException newer(ConnectionStore.Key key, Unreadable e) {
        return new ConnectionStoreException(
                "newer_format",
                name(key) + " " + e.problem() + ", by a later release; it was left as it is: run that release here"
                        + " too",
                null);
    }

    private static String name(ConnectionStore.Key key) {
        return "the " + key.kind().name().toLowerCase(java.util.Locale.ROOT) + " record \"" + key.id() + "\"";
    }
}
