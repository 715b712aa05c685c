package dev.connections.internal.file;

import dev.connections.spi.ConnectionStore.Versioned;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lists need to know of a file: its record without the sealed document, and by what to see that it has changed.
 * Immutable.
 */
final class Header {
    /** Times of files move in steps of this at most; a file changed twice in one step looks unchanged. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private final @Nullable Object identity;
    private final long size;
    private final FileTime changed;
    private final boolean settled;
    private final @Nullable Versioned record;

    Header(BasicFileAttributes file, Instant readAt, @Nullable Versioned record) {
        this.identity = file.fileKey();
        this.size = file.size();
        this.changed = file.lastModifiedTime();
        this.settled = changed.toInstant().isBefore(readAt.minus(STEP));
        this.record = record;
    }

    /** Whether the file is certainly the one that was read. */
    boolean isOf(BasicFileAttributes file) {
        return settled
                && size == file.size()
                && changed.equals(file.lastModifiedTime())
                && Objects.equals(identity, file.fileKey());
    }

    /** {@return the record without its sealed document; empty if the file is not readable as one} */
    Optional<Versioned> record() {
        return Optional.ofNullable(record);
    }
}
