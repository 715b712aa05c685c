package dev.connections.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.testing.internal.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private final Directory directory = new Directory();
    private final Shelf shelf = new Shelf(directory);

    private static Versioned record(long version, String connection) {
        return record("a", version, connection);
    }

    private static Versioned record(String id, long version, String connection) {
        var key = new ConnectionStore.Key("acme", ConnectionStore.Key.Kind.ACCOUNT, id);
        return new Versioned(key, version, 1, Map.of(Index.CONNECTION, connection), new byte[0], Optional.empty());
    }

    @Test
    void leavesNothingInTheDirectoryOfARecordThatIsGone() {
        shelf.write(record(1, "crm"), 0);
        shelf.write(record(2, "desk"), 1);

        shelf.remove("a", row -> true);

        assertThat(directory.ids(Map.of(), "")).isEmpty();
        assertThat(directory.ids(Map.of(Index.CONNECTION, "crm"), "")).isEmpty();
        assertThat(directory.ids(Map.of(Index.CONNECTION, "desk"), "")).isEmpty();
    }

    @Test
    void removesEachRecordForOneCallerOnly() {
        int records = 20_000; // so many that an unguarded removal is caught in practice every time
        IntStream.range(0, records).forEach(i -> shelf.write(record("r" + i, 1, "crm"), 0));

        List<Long> removed = Gate.race(
                4,
                runner -> IntStream.range(0, records)
                        .filter(i -> shelf.remove("r" + i, row -> true).isPresent())
                        .count());

        assertThat(removed.stream().mapToLong(Long::longValue).sum()).isEqualTo(records);
    }
}
