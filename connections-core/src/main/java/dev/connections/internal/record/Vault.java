package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionStoreException;
import dev.connections.internal.json.Json;
import dev.connections.internal.seal.Envelope;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store, seen as values: everything is sealed on the way in and opened on the way out. Thread-safe. */
public final class Vault {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.store");
    private static final Set<String> UNREADABLE =
            Set.of("record_corrupt", "newer_format", "key_unavailable", "key_mismatch");
    private static final int FORMAT = 1;

    private final ConnectionStore store;
    private final Envelope envelope;
    private final IndexNames names;

    /** Seals with the store's own keys. */
    public Vault(ConnectionStore store) {
        this(store, IndexNames.CLEAR);
    }

    private Vault(ConnectionStore store, IndexNames names) {
        this.store = store;
        this.envelope = Envelope.of(store.keys());
        this.names = names;
    }

    /** Returns a vault that also hides people's names, e-mail addresses and ids from the store. */
    public static Vault hashingNames(ConnectionStore store) {
        return new Vault(store, new HashedNames(new Vault(store)));
    }

    /** The store behind. */
    public ConnectionStore store() {
        return store;
    }

    /** Reads one record. */
    public <T> Optional<Stored<T>> find(RecordType<T> type, String tenant, String id) {
        return store.find(new ConnectionStore.Key(tenant, type.kind(), id)).map(record -> open(type, record));
    }

    /** Reads one record; one that cannot be read counts as none, and is reported. */
    public <T> Optional<Stored<T>> findReadable(RecordType<T> type, String tenant, String id) {
        return store.find(new ConnectionStore.Key(tenant, type.kind(), id)).flatMap(record -> readable(type, record));
    }

    /** Reads and deletes one record in one step. */
    public <T> Optional<Stored<T>> take(RecordType<T> type, String tenant, String id) {
        return store.take(new ConnectionStore.Key(tenant, type.kind(), id)).map(record -> open(type, record));
    }

    /** Counts the records a query finds. */
    public long count(Query query) {
        return store.count(names.asked(query));
    }

    /** Lists one page of the records a query finds, unopened. */
    public List<Versioned> page(Query query) {
        return store.list(names.asked(query));
    }

    /** Lists every record a query finds, page by page. */
    public <T> List<Stored<T>> list(RecordType<T> type, Query query) {
        var all = new ArrayList<Stored<T>>();
        forEach(query, record -> readable(type, record).ifPresent(all::add));
        return all;
    }

    /** Visits every record a query finds, unopened, page by page. */
    public void forEach(Query query, Consumer<Versioned> visitor) {
        Query next = names.asked(query);
        List<Versioned> page;
        do {
            page = store.list(next);
            page.forEach(visitor);
            next = page.isEmpty()
                    ? next
                    : next.withAfter(page.get(page.size() - 1).key().id());
        } while (page.size() == query.limit());
    }

    /** One record that cannot be read must not hide the others: it is left out, kept as it is, and reported. */
    public <T> Optional<Stored<T>> readable(RecordType<T> type, Versioned record) {
        try {
            return Optional.of(open(type, record));
        } catch (ConnectionStoreException e) {
            if (!unreadable(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("record", record.key())
                    .addKeyValue("code", e.code())
                    .log("a record cannot be read");
            return Optional.empty();
        }
    }

    /** Which key a record is sealed with. */
    public String keyId(Versioned record) {
        return envelope.keyId(record);
    }

    /** Whether a failure is about one record, and not about the store or the key service. */
    public static boolean unreadable(ConnectionStoreException e) {
        return UNREADABLE.contains(e.code());
    }

    /** Writes a record that must not be there yet; false if it is. */
    public <T> boolean create(RecordType<T> type, String tenant, String id, T value) {
        var nothing = new Stored<>(
                new ConnectionStore.Key(tenant, type.kind(), id), value, 0, Json.object(), Optional.empty());
        return store.write(next(type, nothing, value), 0);
    }

    /** Writes the next version of a record; false if somebody else wrote meanwhile. */
    public <T> boolean update(RecordType<T> type, Stored<T> before, T value) {
        return store.write(next(type, before, value), before.version());
    }

    /**
     * Writes a value in place of another, whatever the version: a record that was only sealed anew still holds it. False if
     * the record holds something else or is gone; true also where the value is there already, as after a write whose end was
     * not seen.
     */
    public <T> boolean replace(RecordType<T> type, ConnectionStore.Key key, T before, T next) {
        while (true) {
            Optional<Stored<T>> there = find(type, key.tenant(), key.id());
            if (there.isEmpty() || there.get().value().equals(next)) {
                return there.isPresent();
            }
            if (!there.get().value().equals(before)) {
                return false;
            }
            if (update(type, there.get(), next)) {
                return true;
            }
        }
    }

    /** Deletes a record; false if somebody else wrote or deleted it meanwhile. */
    public boolean delete(Stored<?> record) {
        return store.delete(record.key(), record.version());
    }

    /** Seals the next version of a record. */
    public <T> Versioned next(RecordType<T> type, Stored<T> before, T value) {
        ObjectNode document = before.document().deepCopy();
        type.write(value, document);
        Map<String, String> index = names.written(before.key().tenant(), type.index(value), document);
        return sealed(before.key(), before.version() + 1, FORMAT, new Content(index, Json.bytes(document)));
    }

    /** What a version says: clear for the store, and sealed. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Content(Map<String, String> index, byte[] document) {}

    private Versioned sealed(ConnectionStore.Key key, long version, int format, Content content) {
        byte[] sealed = envelope.seal(key, version, format, content.document());
        var index = new HashMap<>(content.index());
        index.put(Index.KEY, envelope.keyId(new Versioned(key, version, format, Map.of(), sealed, Optional.empty())));
        return new Versioned(key, version, format, index, sealed, Optional.empty());
    }

    /** Names the key that records of a tenant are sealed with now. */
    public String currentKey(String tenant) {
        return envelope.currentKey(tenant);
    }

    /** Whether a record is sealed with a key, and its index looks as this vault writes it. */
    public boolean upToDate(Versioned record, String keyId) {
        return keyId.equals(record.index().get(Index.KEY)) && names.fit(record.index());
    }

    /** Seals a record anew, as its next version: the same bytes, and an index as this vault writes it. */
    public Versioned resealed(Versioned record) {
        return names.fit(record.index())
                ? resealed(record, new Content(record.index(), opened(record)))
                : resealed(record, document -> {});
    }

    /** Seals a record anew with a change of its document. */
    public Versioned resealed(Versioned record, Consumer<ObjectNode> change) {
        ObjectNode document = document(record);
        change.accept(document);
        Map<String, String> clear = read(record, () -> IndexNames.clear(record.index(), document));
        Map<String, String> index = names.written(record.key().tenant(), clear, document);
        return resealed(record, new Content(index, Json.bytes(document)));
    }

    private Versioned resealed(Versioned record, Content content) {
        return sealed(record.key(), record.version() + 1, record.format(), content);
    }

    /** Opens a record. */
    public <T> Stored<T> open(RecordType<T> type, Versioned record) {
        ObjectNode document = document(record);
        T value = read(record, () -> type.read(document));
        return new Stored<>(record.key(), value, record.version(), document, record.attempt());
    }

    private byte[] opened(Versioned record) {
        if (record.format() > FORMAT) {
            throw new ConnectionStoreException(
                    "newer_format",
                    name(record) + " has format " + record.format() + ", written by a newer release; upgrade this node",
                    null);
        }
        return envelope.open(record);
    }

    private ObjectNode document(Versioned record) {
        byte[] opened = opened(record);
        return read(record, () -> Json.parse(opened));
    }

    /** Reads from a document. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Versioned record, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException | ConnectionConfigurationException | IllegalArgumentException e) {
            throw new ConnectionStoreException( // no cause: its text could quote what was sealed
                    "record_corrupt",
                    name(record) + " was opened but is not the document it should be; restore it from a backup",
                    null);
        }
    }

    private static String name(Versioned record) {
        return "the " + record.key().kind() + " record " + record.key().id();
    }
}
