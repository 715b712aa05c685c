package dev.connections.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.ConnectionException;
import dev.connections.Secret;
import dev.connections.internal.store.Row;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.store.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Records to store, and what a test looks for on the disk. */
final class Samples {
    static final KeyRing KEYS = KeyRing.primary("test", Secret.of("rm4VHzl5FaJwnop6SAxk+tiNSxWrn0xqvAoBjlYA5Mg="));
    static final String TENANT = "acme";
    static final Query ALL = Query.of(TENANT, ConnectionStore.Key.Kind.CREDENTIAL);

    private Samples() {}

    static ConnectionStore.Key key(String id) {
        return new ConnectionStore.Key(TENANT, ConnectionStore.Key.Kind.CREDENTIAL, id);
    }

    static Versioned record(String id, long version, String sealed) {
        return new Versioned(
                key(id), version, 1, Map.of(Index.NAME, "Name of " + id), sealed.getBytes(UTF_8), Optional.empty());
    }

    static Row row(String id) {
        return Row.written(record(id, 1, "first"), null);
    }

    static String text(Optional<Versioned> record) {
        return record.map(found -> new String(found.sealed(), UTF_8)).orElse("none");
    }

    static List<String> ids(List<Versioned> records) {
        return records.stream().map(record -> record.key().id()).toList();
    }

    static ConnectionException failureOf(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(ConnectionException.class, call);
    }

    static Throwable thrownBy(ThrowingCallable call) {
        return Assertions.catchThrowable(call);
    }

    /** Every file and directory below one. */
    static List<Path> below(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> !path.equals(directory)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<Path> filesEnding(Path directory, String end) {
        return below(directory).stream()
                .filter(path -> path.toString().endsWith(end))
                .toList();
    }
}
