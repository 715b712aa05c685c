package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Environment;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which user's authorization of a connection serves jobs without a user, in one environment or in all. */
public record PrimaryRecord(AuthorizationKey key) {
    /** What ids of these records begin with. */
    public static final String PREFIX = "primary.";

    /** How primaries are stored. */
    public static final RecordType<PrimaryRecord> TYPE = new Type();

    /** The record's id: one for a connection and an environment. */
    public static String id(String linkName, Optional<Environment> environment) {
        return PREFIX + linkName + "." + environment.map(Enum::name).orElse("ALL");
    }

    /** The ids of all that a connection may have. */
    public static Stream<String> ids(String linkName) {
        return Stream.concat(
                Stream.of(id(linkName, Optional.empty())),
                Arrays.stream(Environment.values()).map(environment -> id(linkName, Optional.of(environment))));
    }

    private static final class Type implements RecordType<PrimaryRecord> {
        @Override
        public Kind kind() {
            return Kind.META;
        }

        @Override
        public Map<String, String> index(PrimaryRecord value) {
            return AuthorizationRecord.keyIndex(value.key());
        }

        @Override
        public void write(PrimaryRecord value, ObjectNode document) {
            AuthorizationRecord.writeKey(value.key(), document);
        }

        @Override
        public PrimaryRecord read(ObjectNode document) {
            return new PrimaryRecord(AuthorizationRecord.readKey(document));
        }
    }
}
