package dev.connections.internal.file;

import dev.connections.internal.store.Row;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Reads and changes the attempt columns in a record's file. Immutable, thread-safe. */
final class AttemptColumns {
    private final StoreRoot root;
    private final Disk disk;
    private final Folders folders;

    AttemptColumns(StoreRoot root, Disk disk, Folders folders) {
        this.root = root;
        this.disk = disk;
        this.folders = folders;
    }

    @FunctionalInterface
    private interface Writing {
        void write(Path file, long position, byte[] bytes) throws IOException;
    }

    private record Change(RecordFile file, Row row, String holder) {}

    /** Returns the row with its lease run out if its owner is gone. */
    Row asOf(Instant now, RecordFile file) throws IOException {
        Row row = file.row();
        Optional<Attempt> held = row.record().attempt().filter(attempt -> now.isBefore(attempt.leaseUntil()));
        boolean over = held.isPresent()
                && (isFromTheFuture(held.get(), now) || !root.liveness().isAlive(file.holder()));
        return over ? row.expired(now) : row;
    }

    /** The clock was put back since: nobody is kept waiting for as long as that. */
    private static boolean isFromTheFuture(Attempt attempt, Instant now) {
        return attempt.leaseUntil().isAfter(now.plus(Held.LEASE).plus(Held.LEASE));
    }

    /** Changes the columns for as long as the machine runs; a crash of it may bring back those of before. */
    void write(RecordFile file, Row row, Turn turn) throws IOException {
        write(new Change(file, row, file.holder()), turn, disk::overwrite);
    }

    /** Changes the columns on the disk, with a lease of this store. */
    void writeForGood(RecordFile file, Row row, Turn turn) throws IOException {
        write(new Change(file, row, root.liveness().name()), turn, disk::overwriteForGood);
    }

    private void write(Change change, Turn turn, Writing writing) throws IOException {
        ConnectionStore.Key key = change.row().record().key();
        Path path = root.places().record(key);
        Optional<byte[]> slot = change.file().next(change.row(), change.holder());
        if (slot.isEmpty()) { // longer than usual: the file is made anew, with room for it
            folders.of(key).put(path, RecordFile.write(change.row(), change.holder()), turn);
            return;
        }
        turn.confirm();
        boolean written = false;
        try {
            writing.write(path, change.file().slots().nextPosition(), slot.get());
            written = true;
        } finally {
            if (!written) {
                undo(path, change.file().slots());
            }
        }
    }

    /** What could not be put on the disk does not count: readers see the columns of before. */
    private void undo(Path path, Slots slots) {
        try {
            disk.overwrite(path, slots.nextPosition(), new byte[slots.size()]);
        } catch (IOException left) {
            return; // it counts as unfinished: whoever comes next expects the worst
        }
    }
}
