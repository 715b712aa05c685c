package dev.connections.internal.file;

import dev.connections.internal.store.Row;
import dev.connections.spi.ConnectionStore.Attempt;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The attempt columns as a file holds them: {@code check sum ‖ length ‖ the rest}. Immutable.
 *
 * @param sequence counts the changes of the columns since the file was written
 * @param fence counts the leases of the record
 * @param holder the name of the store that took the lease
 * @param intent of a lease that has not been ended
 * @param attempt what readers see
 */
record Slot(long sequence, long fence, String holder, Optional<byte[]> intent, Optional<Attempt> attempt) {
    private static final int HEAD = 2 * Integer.BYTES;

    static Slot of(long sequence, Row row, String holder) {
        return new Slot(
                sequence, row.fence(), holder, row.intent(), row.record().attempt());
    }

    /** The columns of a record that nobody has tried to refresh since it was written. */
    static Slot blank(long fence) {
        return new Slot(0, fence, "", Optional.empty(), Optional.empty());
    }

    byte[] write() {
        var rest = new Encoder().number(sequence).number(fence).text(holder).optional(intent);
        attempt.ifPresentOrElse(each -> write(each, rest.number(1)), () -> rest.number(0));
        byte[] content = new Encoder().bytes(rest.written()).written();
        return new Encoder()
                .number(CheckSum.of(content, 0, content.length))
                .raw(content)
                .written();
    }

    private static void write(Attempt attempt, Encoder to) {
        to.text(attempt.owner())
                .instant(attempt.leaseUntil())
                .number(attempt.fence())
                .instant(attempt.nextAllowedAt())
                .optional(attempt.failure());
    }

    /** Reads a slot that is not blank; empty if it was not written to its end. */
    static Optional<Slot> read(byte[] file, int from, int to) {
        ByteBuffer head = ByteBuffer.wrap(file, from, to - from);
        int sum = head.getInt();
        int length = head.getInt();
        if (length < 0
                || length > to - from - HEAD
                || sum != CheckSum.of(file, from + Integer.BYTES, from + HEAD + length)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Decoder.of(file, from + HEAD, from + HEAD + length)));
        } catch (Unreadable torn) {
            return Optional.empty();
        }
    }

    private static Slot read(Decoder from) throws Unreadable {
        var slot = new Slot(from.longNumber(), from.longNumber(), from.text(), from.optional(), attempt(from));
        from.end();
        return slot;
    }

    private static Optional<Attempt> attempt(Decoder from) throws Unreadable {
        return from.number() == 0
                ? Optional.empty()
                : Optional.of(
                        new Attempt(from.text(), from.instant(), from.longNumber(), from.instant(), from.optional()));
    }
}
