package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionStoreException;
import dev.connections.internal.json.Json;
import dev.connections.internal.seal.NameKey;
import dev.connections.spi.ConnectionStore.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names hashed under a key of their tenant, which the first node that writes one makes and stores sealed. Thread-safe.
 *
 * <p>The key does not come from the store's keys: rotating these would change every hash, and a key service derives none.
 * All names of a tenant share it, whichever index value they are in: a store can search three values for one hash.
 */
final class HashedNames implements IndexNames {
    /** What no hash equals: a tenant without a key has no hashed names. */
    private static final String NOTHING = MARK + "none";

    private final Vault keys;
    private final ConcurrentHashMap<String, NameKey> known = new ConcurrentHashMap<>();

    /** Keeps its keys in this vault. */
    HashedNames(Vault keys) {
        this.keys = keys;
    }

    @Override
    public Map<String, String> written(String tenant, Map<String, String> clear, ObjectNode document) {
        document.remove(MEMBER);
        var names = new HashMap<>(clear);
        names.keySet().retainAll(NAMES);
        if (names.isEmpty()) {
            return clear;
        }
        document.set(MEMBER, Json.object(names));
        NameKey key = find(tenant).orElseGet(() -> create(tenant));
        var index = new HashMap<>(clear);
        names.forEach((name, value) -> index.put(name, hash(key, value)));
        return index;
    }

    @Override
    public Query asked(Query query) {
        Query asked = query;
        for (String name : NAMES) {
            String value = query.equal().get(name);
            asked = value == null ? asked : asked.withEqual(name, hash(query.tenant(), value));
        }
        Optional<String> text = query.contains();
        return text.isEmpty() ? asked : asked.withContains(hash(query.tenant(), text.get()));
    }

    @Override
    public boolean fit(Map<String, String> index) {
        return NAMES.stream().allMatch(name -> index.getOrDefault(name, MARK).startsWith(MARK));
    }

    private String hash(String tenant, String value) {
        return find(tenant).map(key -> hash(key, value)).orElse(NOTHING);
    }

    private static String hash(NameKey key, String value) {
        return MARK + key.hash(value);
    }

    private Optional<NameKey> find(String tenant) {
        NameKey key = known.get(tenant);
        return key != null ? Optional.of(key) : read(tenant);
    }

    private Optional<NameKey> read(String tenant) {
        Optional<NameKey> read = keys.find(NameKeyRecord.TYPE, tenant, NameKeyRecord.ID)
                .map(stored -> stored.value().key());
        read.ifPresent(key -> known.put(tenant, key));
        return read;
    }

    private NameKey create(String tenant) {
        boolean unused = keys.create(NameKeyRecord.TYPE, tenant, NameKeyRecord.ID, new NameKeyRecord(NameKey.random()));
        return read(tenant) // also where another node was first: its key counts
                .orElseThrow(() -> new ConnectionStoreException(
                        "store_contended",
                        "the record of the key for names was deleted as soon as it was written; leave it in the store, and"
                                + " try again",
                        null));
    }
}
