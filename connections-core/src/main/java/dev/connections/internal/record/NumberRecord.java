package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.Map;

/** A number that is given once: the last n of {@code <service name> Account <n>}. */
public record NumberRecord(long last) {
    /** How numbers are stored. */
    public static final RecordType<NumberRecord> TYPE = new Type();

    private static final class Type implements RecordType<NumberRecord> {
        @Override
        public Kind kind() {
            return Kind.META;
        }

        @Override
        public Map<String, String> index(NumberRecord value) {
            return Map.of();
        }

        @Override
        public void write(NumberRecord value, ObjectNode document) {
            document.put("last", value.last());
        }

        @Override
        public NumberRecord read(ObjectNode document) {
            return new NumberRecord(document.path("last").asLong());
        }
    }
}
