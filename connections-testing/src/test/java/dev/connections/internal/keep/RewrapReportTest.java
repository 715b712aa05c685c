package dev.connections.internal.keep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Rings;
import dev.connections.SteppedStore;
import dev.connections.internal.record.Vault;
import dev.connections.internal.seal.Envelope;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What whoever changes keys is told. */
class RewrapReportTest {
    private final ConnectionStore records = InMemoryConnectionStore.create(MutableClock.at("2026-01-01T00:00:00Z"));
    private final Rings rings = new Rings();
    private final List<String> told = new ArrayList<>();
    private final SteppedStore store = new SteppedStore(records, rings.during());
    private final Rewrap rewrap = new Rewrap(new Vault(store), new Report() {
        @Override
        public void unreadable(ConnectionStore.Key record, String code) {
            told.add(record.id() + " " + code);
        }

        @Override
        public void left(long records) {
            told.add(records + " left");
        }
    });

    private Versioned put(String id, byte[] sealed) {
        var record = new Versioned(
                new ConnectionStore.Key("acme", Kind.CREDENTIAL, id),
                1,
                1,
                Map.of(Index.KEY, "k1"),
                sealed,
                Optional.empty());
        assertThat(records.write(record, 0)).isTrue();
        return record;
    }

    private Versioned sealed(String id) {
        var key = new ConnectionStore.Key("acme", Kind.CREDENTIAL, id);
        byte[] sealed = Envelope.of(rings.before()).seal(key, 1, 1, new byte[] {'{', '}'});
        return put(id, sealed);
    }

    @Test
    void namesEachRecordThatCannotBeReadOnce() {
        put("torn", new byte[] {1});
        put("worn", new byte[] {2});

        assertThat(rewrap.seal(10)).isZero();
        assertThat(rewrap.seal(10)).isZero();

        assertThat(told).containsExactly("torn record_corrupt", "worn record_corrupt", "2 left");
    }

    @Test
    void saysHowManyRecordsAreLeftWhenTheNumberChanges() {
        Held first = (Held) records.lease(sealed("a").key(), 1, "refresh", new byte[0]);
        Held second = (Held) records.lease(sealed("b").key(), 1, "refresh", new byte[0]);

        assertThat(rewrap.seal(10)).isZero();
        first.close();
        assertThat(rewrap.seal(10)).isEqualTo(1);
        assertThat(rewrap.seal(10)).isZero();
        second.close();
        assertThat(rewrap.seal(10)).isEqualTo(1);
        assertThat(rewrap.seal(10)).isZero();

        assertThat(told).containsExactly("2 left", "1 left");
    }

    @Test
    void looksAtEveryRecordBeforeItSaysThatNothingIsLeft() {
        Held first = (Held) records.lease(sealed("a").key(), 1, "refresh", new byte[0]);
        Versioned second = sealed("b");

        assertThat(rewrap.seal(1)).isEqualTo(1);
        assertThat(records.find(second.key()).orElseThrow().version()).isEqualTo(2);
        first.close();

        assertThat(rewrap.seal(1)).isEqualTo(1);
        assertThat(rewrap.seal(1)).isZero();
    }

    @Test
    void goesOnWhereTheLastCallEnded() {
        for (int i = 100; i < 350; i++) {
            assertThat(sealed("r" + i).version()).isEqualTo(1);
        }
        assertThat(rewrap.seal(240)).isEqualTo(240);
        int before = store.steps.get();

        assertThat(rewrap.seal(1)).isEqualTo(1);

        assertThat(store.steps.get() - before)
                .as("a page, a lease, a commit, a close")
                .isLessThanOrEqualTo(4);
    }

    @Test
    void saysNothingWhenNothingIsLeft() {
        for (String id : List.of("a", "b", "c")) {
            assertThat(sealed(id).version()).isEqualTo(1);
        }

        while (rewrap.seal(1) > 0) {
            assertThat(told).isEmpty();
        }

        assertThat(told).isEmpty();
    }
}
