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
import java.util.Optional;
import java.util.Set;
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

    /** Seals with the store's own keys. */
    public Vault(ConnectionStore store) {
        this.store = store;
        this.envelope = Envelope.of(store.keys());
    }

    /** The store behind. */
    public ConnectionStore store() {
        return store;
    }

    /** Reads one record. */
    public <T> Optional<Stored<T>> find(RecordType<T> type, String tenant, String id) {
        return store.find(new ConnectionStore.Key(tenant, type.kind(), id)).map(record -> open(type, record));
    }

    /** Reads and deletes one record in one step. */
    public <T> Optional<Stored<T>> take(RecordType<T> type, String tenant, String id) {
        return store.take(new ConnectionStore.Key(tenant, type.kind(), id)).map(record -> open(type, record));
    }

    /** Lists every record a query finds, page by page. */
    public <T> List<Stored<T>> list(RecordType<T> type, Query query) {
        var all = new ArrayList<Stored<T>>();
        Query next = query;
        List<Versioned> page;
        do {
            page = store.list(next);
            page.forEach(record -> readable(type, record).ifPresent(all::add));
            next = page.isEmpty()
                    ? next
                    : next.withAfter(page.get(page.size() - 1).key().id());
        } while (page.size() == query.limit());
        return all;
    }

    /** One record that cannot be read must not hide the others: it is left out, kept as it is, and reported. */
    private <T> Optional<Stored<T>> readable(RecordType<T> type, Versioned record) {
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

    /** Whether a failure is about one record, and not about the store. */
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

    /** Deletes a record; false if somebody else wrote or deleted it meanwhile. */
    public boolean delete(Stored<?> record) {
        return store.delete(record.key(), record.version());
    }

    /** Seals the next version of a record. */
    public <T> Versioned next(RecordType<T> type, Stored<T> before, T value) {
        ObjectNode document = before.document().deepCopy();
        type.write(value, document);
        long version = before.version() + 1;
        byte[] sealed = envelope.seal(before.key(), version, FORMAT, Json.bytes(document));
        var index = new HashMap<>(type.index(value));
        index.put(
                Index.KEY,
                envelope.keyId(new Versioned(before.key(), version, FORMAT, index, sealed, Optional.empty())));
        return new Versioned(before.key(), version, FORMAT, index, sealed, Optional.empty());
    }

    /** Opens a record. */
    public <T> Stored<T> open(RecordType<T> type, Versioned record) {
        if (record.format() > FORMAT) {
            throw new ConnectionStoreException(
                    "newer_format",
                    name(record) + " has format " + record.format() + ", written by a newer release; upgrade this node",
                    null);
        }
        try {
            ObjectNode document = Json.parse(envelope.open(record));
            return new Stored<>(record.key(), type.read(document), record.version(), document, record.attempt());
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
