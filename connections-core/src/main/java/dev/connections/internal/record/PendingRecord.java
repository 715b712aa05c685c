package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Actor;
import dev.connections.Secret;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A flow that waits for its callback. Its id is the hash of its state, which is nowhere stored. */
public record PendingRecord(
        AuthorizationKey key,
        Purpose purpose,
        Actor actor,
        List<String> requestedScopes,
        Map<String, Secret> values,
        Map<String, String> inputs,
        Instant expiresAt) {
    /** How pending flows are stored. */
    public static final RecordType<PendingRecord> TYPE = new Type();

    public PendingRecord {
        values = Map.copyOf(values);
        inputs = Map.copyOf(inputs);
    }

    /** The record's id. */
    public static String id(String state) {
        return AuthorizationKey.digest(state);
    }

    private static final class Type implements RecordType<PendingRecord> {
        @Override
        public Kind kind() {
            return Kind.PENDING;
        }

        @Override
        public Map<String, String> index(PendingRecord value) {
            var index = new HashMap<>(AuthorizationRecord.keyIndex(value.key()));
            index.put(
                    Index.DUE, value.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
            return index;
        }

        @Override
        public void write(PendingRecord value, ObjectNode document) {
            AuthorizationRecord.writeKey(value.key(), document);
            document.put("purpose", value.purpose().name());
            Documents.putTrail(document, "begun", new Trail(value.actor(), value.expiresAt()));
            document.set("requested_scopes", Json.array(value.requestedScopes()));
            Documents.putSecrets(document, "values", value.values());
            document.set("inputs", Json.object(value.inputs()));
            document.put("expires_at", value.expiresAt().toString());
        }

        @Override
        public PendingRecord read(ObjectNode document) {
            return new PendingRecord(
                    AuthorizationRecord.readKey(document),
                    Documents.constant(Purpose.class, Json.text(document, "purpose", Documents.WHAT)),
                    Documents.trail(document, "begun").by(),
                    Json.texts(document, "requested_scopes", Documents.WHAT),
                    Documents.secrets(document, "values"),
                    Json.textMap(document, "inputs", Documents.WHAT),
                    Documents.instant(document, "expires_at"));
        }
    }
}
