package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.SteppedStore.Death;
import dev.connections.internal.seal.Envelope;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Changing keys while the store is in use: G9, F-P23. */
class RewrapTest extends RewrapFixture {
    @Test
    void sealsEveryRecordOfEveryTenantUnderTheCurrentKey() {
        int there = all().size();

        int sealed = all(owner);

        assertThat(sealed).isEqualTo(there).isGreaterThan(10);
        assertThat(keys()).containsExactly("k2");
        assertThat(sent(owner(rings.after()).get("crm_primary"))).isEqualTo("Bearer 1");
        assertThat(sent(owner(rings.after()).forTenant("globex").get("crm_primary")))
                .isEqualTo("Bearer 1");
    }

    @Test
    void sealsAtMostSoManyAndGoesOnWhereItEnded() {
        int there = all().size();

        assertThat(owner.rewrap(1)).isEqualTo(1);
        assertThat(owner.rewrap(there - 2)).isEqualTo(there - 2);
        assertThat(owner.rewrap(100)).isEqualTo(1);
        assertThat(owner.rewrap(100)).isZero();
    }

    @Test
    void writesNothingWhereNothingIsLeft() {
        all(owner);
        Map<ConnectionStore.Key, Long> versions = versions();

        assertThat(owner.rewrap(100)).isZero();
        assertThat(owner(rings.after()).rewrap(100)).isZero();
        assertThat(versions()).isEqualTo(versions);
    }

    private Map<ConnectionStore.Key, Long> versions() {
        return all().stream().collect(Collectors.toMap(Versioned::key, Versioned::version));
    }

    @Test
    void changesNothingButTheKeyAndTheVersion() {
        List<Versioned> before = all();

        all(owner);

        for (Versioned was : before) {
            Versioned is = records.find(was.key()).orElseThrow();
            assertThat(is.version()).isEqualTo(was.version() + 1);
            assertThat(is.format()).isEqualTo(was.format());
            assertThat(withoutKey(is)).isEqualTo(withoutKey(was));
            assertThat(Envelope.of(rings.after()).open(is))
                    .isEqualTo(Envelope.of(rings.before()).open(was));
        }
    }

    private static Map<String, String> withoutKey(Versioned record) {
        var index = new HashMap<>(record.index());
        index.remove(Index.KEY);
        return index;
    }

    @Test
    void servesAndRefreshesWhatWasSealedAnewMeanwhile() {
        Connection crm = owner.get("crm_primary");
        assertThat(sent(crm)).isEqualTo("Bearer 1");

        all(owner);

        assertThat(sent(crm)).isEqualTo("Bearer 1");
        assertThat(strategy.refreshes).hasValue(0);
        clock.advance(EXPIRED);
        assertThat(sent(crm)).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void sharesTheWorkAmongManyNodes() throws Exception {
        for (int i = 0; i < 60; i++) {
            var unused = owner(rings.before())
                    .perUser(service().connection("My calendar"))
                    .forUser(Subject.of("user" + i))
                    .authorize()
                    .grant();
        }
        int there = all().size();
        var gate = new CyclicBarrier(4);
        var threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> sealed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Connections node = owner(rings.during());
            sealed.add(threads.submit(() -> {
                gate.await();
                return all(node);
            }));
        }

        int sum = 0;
        for (Future<Integer> each : sealed) {
            sum += each.get();
        }
        threads.shutdown();

        assertThat(sum).isEqualTo(there);
        assertThat(keys()).containsExactly("k2");
    }

    @Test
    void canBeCutOffAtAnyStepAndGoneOnWith() {
        int deaths = 0;
        while (diesAfter(deaths + 1)) {
            deaths++;
            clock.advance(LeaseResult.Held.LEASE);
            for (Versioned each : all()) {
                assertThat(Envelope.of(rings.during()).open(each)).isNotEmpty();
            }
        }

        assertThat(deaths).isGreaterThan(15);
        assertThat(keys()).containsExactly("k2");
        assertThat(sent(owner(rings.after()).get("crm_primary"))).isEqualTo("Bearer 1");
    }

    private boolean diesAfter(int steps) {
        var mortal = new SteppedStore(records, rings.during());
        mortal.dieAfter(steps);
        try {
            all(owner(mortal));
            return false;
        } catch (Death dead) {
            return true;
        }
    }

    @Test
    void refusesALimitOfNothing() {
        assertThatThrownBy(() -> owner.rewrap(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one record or more, not 0");
    }

    @Test
    void refusesToWorkWhenClosed() {
        owner.close();

        assertThatThrownBy(() -> owner.rewrap(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("make new ones");
    }
}
