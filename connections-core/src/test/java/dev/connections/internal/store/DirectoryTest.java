package dev.connections.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private final Directory directory = new Directory();

    private static Row row(Map<String, String> index) {
        var key = new ConnectionStore.Key("acme", ConnectionStore.Key.Kind.ACCOUNT, "any");
        return Row.written(new Versioned(key, 1, 1, index, new byte[0], Optional.empty()), null);
    }

    @Test
    void offersOnlyTheRecordsOfTheRarestValue() {
        for (int i = 0; i < 9; i++) {
            directory.file("r" + i, null, row(Map.of(Index.CONNECTION, "crm", Index.SUBJECT, "s" + i / 3)));
        }

        var both = Map.of(Index.CONNECTION, "crm", Index.SUBJECT, "s1");

        assertThat(directory.ids(both, "")).containsExactly("r3", "r4", "r5");
        assertThat(directory.ids(both, "r4")).containsExactly("r5");
    }

    @Test
    void offersNothingWhereOneValueIsUnknown() {
        directory.file("a", null, row(Map.of(Index.CONNECTION, "crm")));

        assertThat(directory.ids(Map.of(Index.CONNECTION, "crm", Index.ACCOUNT, "none"), ""))
                .isEmpty();
    }

    @Test
    void offersEveryRecordForAValueThatSelectsLittle() {
        directory.file("b", null, row(Map.of(Index.STATUS, "ACTIVE")));
        directory.file("a", null, row(Map.of()));

        assertThat(directory.ids(Map.of(Index.STATUS, "ACTIVE"), "")).containsExactly("a", "b");
    }

    @Test
    void forgetsTheValueARecordNoLongerHas() {
        Row crm = row(Map.of(Index.CONNECTION, "crm"));
        Row desk = row(Map.of(Index.CONNECTION, "desk"));
        directory.file("a", null, crm);

        directory.file("a", crm, desk);

        assertThat(directory.ids(Map.of(Index.CONNECTION, "crm"), "")).isEmpty();
        assertThat(directory.ids(Map.of(Index.CONNECTION, "desk"), "")).containsExactly("a");
        assertThat(directory.ids(Map.of(), "")).containsExactly("a");
    }

    @Test
    void forgetsARecordThatIsGone() {
        Row crm = row(Map.of(Index.CONNECTION, "crm"));
        directory.file("a", null, crm);

        directory.file("a", crm, null);

        assertThat(directory.ids(Map.of(), "")).isEmpty();
        assertThat(directory.ids(Map.of(Index.CONNECTION, "crm"), "")).isEmpty();
    }
}
