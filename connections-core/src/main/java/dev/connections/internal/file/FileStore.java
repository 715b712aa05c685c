package dev.connections.internal.file;

import dev.connections.ConnectionStoreException;
import dev.connections.internal.store.Filter;
import dev.connections.internal.store.LeaseRequest;
import dev.connections.internal.store.Row;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Records in a directory, for several processes of one machine. Thread-safe; blocks on the disk and, for at most five
 * seconds, on others who change a record of the same stripe. A read takes no turn.
 */
public class FileStore implements ConnectionStore, AutoCloseable {
    private final KeyProvider keys;
    private final Clock clock;
    private final StoreRoot root;
    private final Trouble trouble;
    private final RecordFiles files;
    private final Folders folders;
    private final Turns turns;
    private final AttemptColumns columns;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Opens a directory, and makes it if it is missing.
     *
     * @param directory the directory
     * @param keys what the records are sealed with
     * @param clock by what leases, back-off and pending flows are judged; the same for all processes
     */
    public FileStore(Path directory, KeyProvider keys, Clock clock) {
        this(directory, keys, clock, new RealDisk());
    }

    FileStore(Path directory, KeyProvider keys, Clock clock, Disk disk) {
        this.keys = keys;
        this.clock = clock;
        this.root = StoreRoot.open(directory, disk);
        this.trouble = new Trouble(root.places().root());
        this.files = new RecordFiles(root.places(), disk, trouble);
        this.folders = new Folders(root.places(), disk, files);
        this.turns = new Turns(new Stripes(root.places(), Stripe.LIMIT), trouble);
        this.columns = new AttemptColumns(root, disk, folders);
    }

    @Override
    public Optional<Versioned> find(Key key) {
        return reading(() -> load(key)).map(file -> file.row().record());
    }

    private Optional<RecordFile> load(Key key) throws IOException {
        folders.of(key).refuseLinks();
        Optional<RecordFile> file = files.find(key);
        if (file.isEmpty()) {
            root.requirePresent();
        }
        return file;
    }

    @Override
    public List<Versioned> list(Query query) {
        Filter filter = Filter.of(query);
        String after = query.after().orElse("");
        return matches(query)
                .filter(record -> record.key().id().compareTo(after) > 0)
                .sorted(Comparator.comparing(record -> record.key().id()))
                .flatMap(record -> stillReadable(record.key()).stream()) // it may have changed since it was looked at
                .filter(filter)
                .limit(query.limit())
                .toList();
    }

    private Optional<Versioned> stillReadable(Key key) {
        try {
            return find(key);
        } catch (ConnectionStoreException damaged) {
            if (damaged.getCause() instanceof Unreadable) {
                return Optional.empty();
            }
            throw damaged;
        }
    }

    @Override
    public long count(Query query) {
        return matches(query).count();
    }

    @Override
    public Optional<Instant> earliestDue(Query query) {
        return matches(query)
                .map(record -> record.index().get(Index.DUE))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder()) // instants in whole seconds sort as text
                .map(Instant::parse);
    }

    /** The records without their sealed documents. */
    private Stream<Versioned> matches(Query query) {
        List<Versioned> records = reading(() -> {
            root.requirePresent();
            return folders.of(query).records();
        });
        return records.stream().filter(Filter.of(query));
    }

    @Override
    public List<String> tenants(String after, int limit) {
        return reading(() -> {
                    root.requirePresent();
                    return folders.tenants();
                })
                .stream()
                .filter(tenant -> tenant.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public boolean write(Versioned next, long expectedVersion) {
        if (expectedVersion < 0 || next.version() != expectedVersion + 1) {
            throw new IllegalArgumentException(
                    "version " + next.version() + " does not follow version " + expectedVersion);
        }
        return inTurn(next.key(), turn -> {
            Row before = load(next.key()).map(RecordFile::row).orElse(null);
            if ((before == null ? 0 : before.version()) != expectedVersion) {
                return false;
            }
            byte[] content = RecordFile.write(Row.written(next, before), "");
            folders.of(next.key()).put(root.places().record(next.key()), content, turn);
            return true;
        });
    }

    @Override
    public boolean delete(Key key, long expectedVersion) {
        return remove(key, record -> record.version() == expectedVersion).isPresent();
    }

    @Override
    public Optional<Versioned> take(Key key) {
        return remove(key, record -> true);
    }

    private Optional<Versioned> remove(Key key, Predicate<Versioned> condition) {
        return inTurn(key, turn -> {
            Optional<Versioned> found =
                    load(key).map(file -> file.row().record()).filter(condition);
            if (found.isPresent()) {
                folders.of(key).remove(root.places().record(key), turn);
            }
            return found;
        });
    }

    @Override
    public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
        var request = new LeaseRequest(key.id(), expectedVersion, owner, intent);
        return inTurn(key, turn -> {
            Optional<RecordFile> found = load(key);
            return found.isEmpty() ? new LeaseResult.Moved(Optional.empty()) : lease(found.get(), request, turn);
        });
    }

    private LeaseResult lease(RecordFile file, LeaseRequest request, Turn turn) throws IOException {
        Instant now = now();
        Row before = columns.asOf(now, file);
        Optional<LeaseResult> refusal = before.refusal(request.version(), now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Row leased = before.leased(request, now);
        columns.writeForGood(file, leased, turn);
        return new FileLease(this, before, leased);
    }

    /** Changes the attempt columns of a record while the condition holds. */
    boolean update(Key key, Predicate<Row> condition, UnaryOperator<Row> change) {
        return inTurn(key, turn -> {
            Optional<RecordFile> file = load(key).filter(each -> condition.test(each.row()));
            if (file.isPresent()) {
                columns.write(file.get(), change.apply(file.get().row()), turn);
            }
            return file.isPresent();
        });
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public KeyProvider keys() {
        return keys;
    }

    private <T> T reading(Io<T> work) {
        requireOpen();
        try {
            return work.run();
        } catch (IOException failure) {
            throw trouble.reading(failure);
        }
    }

    private <T> T inTurn(Key key, Turns.Work<T> work) {
        requireOpen();
        return turns.run(key, work);
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("the file store in " + root.places().root() + " is closed");
        }
    }

    /**
     * Lets go of the directory; waits for changes in progress. The leases it has taken are over at once. Does nothing the
     * second time.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (root) {
                turns.close();
            } catch (IOException failure) {
                throw trouble.writing(failure);
            }
        }
    }
}
