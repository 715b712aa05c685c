package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Secret;
import dev.connections.internal.json.Json;
import dev.connections.internal.seal.NameKey;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.Map;

/** The key under which the names of a tenant are hashed: made once, sealed like any record, the same on every node. */
record NameKeyRecord(NameKey key) {
    static final String ID = "name-key";

    /** How name keys are stored. */
    static final RecordType<NameKeyRecord> TYPE = new Type();

    private static final class Type implements RecordType<NameKeyRecord> {
        @Override
        public Kind kind() {
            return Kind.META;
        }

        @Override
        public Map<String, String> index(NameKeyRecord value) {
            return Map.of();
        }

        @Override
        public void write(NameKeyRecord value, ObjectNode document) {
            document.put("key", value.key().text().reveal());
        }

        @Override
        public NameKeyRecord read(ObjectNode document) {
            return new NameKeyRecord(NameKey.of(Secret.of(Json.text(document, "key", Documents.WHAT))));
        }
    }
}
