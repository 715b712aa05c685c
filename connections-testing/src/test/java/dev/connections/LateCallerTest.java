package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.testing.MutableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A caller that judged the token expired, and gets to ask for the refresh only when another one has ended. */
class LateCallerTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private final MutableClock time = MutableClock.at("2026-01-01T00:00:00Z");
    private final SlowReader clock = new SlowReader(time);
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final Connections connections = Connections.builder().clock(clock).build();

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    @Timeout(20) // the latches hang if a caller reads the clock in another order than it does now
    void usesWhatTheOtherCallerRefreshed() {
        var crm = connections.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("CRM primary"));
        var unused = crm.authorize().grant();
        time.advance(Duration.ofHours(2));

        var late = CompletableFuture.supplyAsync(() -> clock.slowly(() -> sent(crm)));
        clock.awaitRead();
        String first = sent(crm);
        clock.goOn();

        assertThat(late.join()).isEqualTo(first);
        assertThat(strategy.refreshes).hasValue(1);
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    /** Shows one thread the time, and lets it see it only later. */
    private static final class SlowReader extends Clock {
        private final Clock time;
        private final CountDownLatch read = new CountDownLatch(1);
        private final CountDownLatch seen = new CountDownLatch(1);
        private final ThreadLocal<Integer> reads = new ThreadLocal<>();

        SlowReader(Clock time) {
            this.time = time;
        }

        <T> T slowly(java.util.function.Supplier<T> work) {
            reads.set(0);
            return work.get();
        }

        void awaitRead() {
            await(read);
        }

        void goOn() {
            seen.countDown();
        }

        /** The first look finds nothing ready, the second one judges the token. */
        @Override
        public Instant instant() {
            Instant now = time.instant();
            Integer before = reads.get();
            if (before != null) {
                reads.set(before + 1);
                if (before == 1) {
                    read.countDown();
                    await(seen);
                }
            }
            return now;
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return time.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
