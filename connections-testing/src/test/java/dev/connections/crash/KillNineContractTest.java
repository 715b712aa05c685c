package dev.connections.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.testing.KillNineContract;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The contract for killed processes notices what it is for. */
class KillNineContractTest {
    @Test
    void noticesAcknowledgedWritesThatNeverCame() {
        assertThat(brokenBy(Late.class)).contains("keepsEveryAcknowledgedWrite");
    }

    @Test
    void noticesEveryOtherPromiseThatIsBroken() {
        assertThat(brokenBy(Careless.class))
                .containsExactlyInAnyOrder(
                        "tearsNoRecord",
                        "listsTheRecordsThatItFinds",
                        "leavesDeletedWhatWasDeleted",
                        "keepsTheIntentsOfTheDead",
                        "countsTheFencesOn");
    }

    @Test
    void noticesLeasesThatNobodyCanHave() {
        assertThat(brokenBy(Stubborn.class)).contains("handsTheLeasesOfTheDeadOver");
    }

    private static List<String> brokenBy(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
                .toList();
    }

    /** On files, under a decorator. */
    abstract static class Broken extends KillNineContract {
        @TempDir
        private static Path directory;

        @Override
        protected final String place() {
            return Stores.file(directory.resolve("store"));
        }

        @Override
        protected int kills() {
            return 3;
        }
    }

    static class Late extends Broken {
        @Override
        protected Class<? extends Opener> opener() {
            return OpensLate.class;
        }
    }

    static class Careless extends Broken {
        @Override
        protected Class<? extends Opener> opener() {
            return OpensCareless.class;
        }
    }

    static class Stubborn extends Broken {
        @Override
        protected Class<? extends Opener> opener() {
            return OpensStubborn.class;
        }
    }

    /** Says that it has written, and writes a little later. */
    public static final class OpensLate implements KillNineContract.Opener {
        @Override
        public ConnectionStore open(String place) {
            return new LateStore(Stores.open(place, Stores.UNUSED_KEY));
        }
    }

    private static final class LateStore extends ClosingStore {
        private static final long LATE = TimeUnit.MILLISECONDS.toNanos(20);

        private final BlockingQueue<Versioned> queue = new ArrayBlockingQueue<>(32);

        LateStore(ConnectionStore store) {
            super(store);
            var writer = new Thread(this::writeForEver, "writes late");
            writer.setDaemon(true);
            writer.start();
        }

        private void writeForEver() {
            while (true) {
                Versioned next = queue.peek();
                LockSupport.parkNanos(LATE);
                if (next != null && store().write(next, next.version() - 1)) {
                    queue.remove();
                }
            }
        }

        @Override
        public boolean write(Versioned next, long expectedVersion) {
            while (!queue.offer(next)) {
                LockSupport.parkNanos(LATE);
            }
            return true;
        }

        @Override
        public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
            awaitWrites();
            return super.lease(key, expectedVersion, owner, intent);
        }

        @Override
        public boolean delete(Key key, long expectedVersion) {
            awaitWrites();
            return super.delete(key, expectedVersion);
        }

        private void awaitWrites() {
            while (!queue.isEmpty()) {
                LockSupport.parkNanos(LATE);
            }
        }
    }

    /** Tears records, lists too few, deletes nothing, forgets intents and counts fences as it likes. */
    public static final class OpensCareless implements KillNineContract.Opener {
        @Override
        public ConnectionStore open(String place) {
            return new CarelessStore(Stores.open(place, Stores.UNUSED_KEY));
        }
    }

    private static final class CarelessStore extends ClosingStore {
        CarelessStore(ConnectionStore store) {
            super(store);
        }

        @Override
        public boolean write(Versioned next, long expectedVersion) {
            byte[] torn = Arrays.copyOf(next.sealed(), next.sealed().length - 1);
            var record = new Versioned(next.key(), next.version(), next.format(), next.index(), torn, next.attempt());
            return super.write(record, expectedVersion);
        }

        @Override
        public List<Versioned> list(Query query) {
            return super.list(query).stream()
                    .filter(record -> !record.key().id().endsWith("0"))
                    .toList();
        }

        @Override
        public boolean delete(Key key, long expectedVersion) {
            return true;
        }

        @Override
        public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
            return super.lease(key, expectedVersion, owner, new byte[] {0});
        }

        @Override
        protected Held held(Held held) {
            return new Lease(held) {
                @Override
                public long fence() {
                    return Long.MAX_VALUE - held.fence();
                }

                @Override
                public boolean renew() {
                    LockSupport.parkNanos(LateStore.LATE); // dies while it holds the lease, most of the time
                    return super.renew();
                }
            };
        }
    }

    /** Gives no lease to a successor. */
    public static final class OpensStubborn implements KillNineContract.Opener {
        @Override
        public ConnectionStore open(String place) {
            return new StubbornStore(Stores.open(place, Stores.UNUSED_KEY));
        }
    }

    private static final class StubbornStore extends ClosingStore {
        StubbornStore(ConnectionStore store) {
            super(store);
        }

        @Override
        public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
            LeaseResult result = super.lease(key, expectedVersion, owner, intent);
            return owner.equals("successor") ? new LeaseResult.Moved(find(key)) : result;
        }
    }
}
