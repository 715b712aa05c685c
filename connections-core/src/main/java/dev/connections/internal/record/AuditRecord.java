package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What somebody did to a connection, and when. Written once, never changed; no secrets. */
public record AuditRecord(AuthorizationKey key, String code, Trail done, Map<String, String> details) {
    /** How audit records are stored. */
    public static final RecordType<AuditRecord> TYPE = new Type();

    public AuditRecord {
        details = Map.copyOf(details);
    }

    /** Returns an id for a new record; ids sort by time, and by the number that a process counts its records with. */
    public String newId(long number) {
        return String.format(Locale.ROOT, "%s.%012d.%s", before(done.at()), number, UUID.randomUUID());
    }

    /** Returns what sorts right before the ids of an instant's records. */
    public static String before(Instant instant) {
        return String.format(Locale.ROOT, "%015d", Math.max(0, instant.toEpochMilli()));
    }

    private static final class Type implements RecordType<AuditRecord> {
        @Override
        public Kind kind() {
            return Kind.AUDIT;
        }

        @Override
        public Map<String, String> index(AuditRecord value) {
            var index = new HashMap<>(AuthorizationRecord.keyIndex(value.key()));
            index.put(Index.STATUS, value.code());
            index.put(Index.CREATED_BY, value.done().by().id());
            return index;
        }

        @Override
        public void write(AuditRecord value, ObjectNode document) {
            AuthorizationRecord.writeKey(value.key(), document);
            document.put("code", value.code());
            Documents.putTrail(document, "done", value.done());
            document.set("details", Json.object(value.details()));
        }

        @Override
        public AuditRecord read(ObjectNode document) {
            return new AuditRecord(
                    AuthorizationRecord.readKey(document),
                    Json.text(document, "code", Documents.WHAT),
                    Documents.trail(document, "done"),
                    Json.textMap(document, "details", Documents.WHAT));
        }
    }
}
