package dev.connections.internal.file;

import dev.connections.internal.store.Row;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a file holds. Immutable.
 *
 * <pre>
 * magic ‖ layout ‖ check sum of these two            the same in every release
 * length of the record ‖ size of a slot              both numbers of four bytes, as all lengths
 * the record: version, fence, format, key, index, sealed document
 * check sum from the first length to here
 * two slots for attempt columns, written in place    {@link Slots}
 * </pre>
 *
 * @param row the record with its attempt columns
 * @param slots where they were, and where the next ones go
 */
record RecordFile(Row row, Slots slots) {
    private static final byte[] MAGIC = {'C', 'N', 'X', 'R'};
    private static final int LAYOUT = 1;
    private static final int PROLOGUE = 3 * Integer.BYTES;
    private static final int RECORD = PROLOGUE + 2 * Integer.BYTES;
    private static final int CHECKED_PROLOGUE = 2 * Integer.BYTES;

    /** Writes a file for this row; its attempt columns, if it has any, have room to change. */
    static byte[] write(Row row, String holder) {
        byte[] slot = row.record().attempt().isPresent() || row.intent().isPresent()
                ? Slot.of(2, row, holder).write()
                : new byte[0];
        int slotSize = Math.max(Slots.USUAL_SIZE, 2 * slot.length);
        byte[] record = record(row);
        byte[] checked =
                new Encoder().number(record.length).number(slotSize).raw(record).written();
        return new Encoder()
                .raw(prologue())
                .raw(checked)
                .number(CheckSum.of(checked, 0, checked.length))
                .raw(Arrays.copyOf(slot, 2 * slotSize))
                .written();
    }

    private static byte[] prologue() {
        byte[] start = new Encoder().raw(MAGIC).number(LAYOUT).written();
        return new Encoder()
                .raw(start)
                .number(CheckSum.of(start, 0, start.length))
                .written();
    }

    private static byte[] record(Row row) {
        Versioned record = row.record();
        var to = new Encoder()
                .number(record.version())
                .number(row.fence())
                .number(record.format())
                .text(record.key().tenant())
                .text(record.key().kind().name())
                .text(record.key().id())
                .number(record.index().size());
        record.index().forEach((name, value) -> to.text(name).text(value));
        return to.bytes(record.sealed()).written();
    }

    /** Reads a file; throws if a byte of it is missing, too many, or, outside of the slots, another one. */
    static RecordFile read(byte[] file) throws Unreadable {
        readPrologue(file);
        var lengths = Decoder.of(file, PROLOGUE, file.length);
        long record = lengths.number();
        long slotSize = lengths.number();
        long length = RECORD + record + Integer.BYTES + 2 * slotSize;
        if (record < 0 || slotSize < Slots.USUAL_SIZE || length != file.length) {
            throw Unreadable.corrupt("is cut short or has bytes too many");
        }
        int end = RECORD + (int) record;
        if (ByteBuffer.wrap(file).getInt(end) != CheckSum.of(file, PROLOGUE, end)) {
            throw Unreadable.corrupt("is damaged: its check sum is another one");
        }
        return read(file, end, (int) slotSize);
    }

    private static void readPrologue(byte[] file) throws Unreadable {
        if (file.length < RECORD || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw Unreadable.corrupt(file.length == 0 ? "is empty" : "is cut short, or no record of this store");
        }
        int layout = ByteBuffer.wrap(file).getInt(MAGIC.length);
        if (ByteBuffer.wrap(file).getInt(CHECKED_PROLOGUE) != CheckSum.of(file, 0, CHECKED_PROLOGUE)) {
            throw Unreadable.corrupt("is damaged: the check sum of its beginning is another one");
        }
        if (layout != LAYOUT) {
            throw Unreadable.newer(layout);
        }
    }

    private static RecordFile read(byte[] file, int end, int slotSize) throws Unreadable {
        var from = Decoder.of(file, RECORD, end);
        long version = from.longNumber();
        Slots slots = Slots.read(file, end + Integer.BYTES, slotSize, from.longNumber());
        int format = from.number();
        var record = new Versioned(
                key(from),
                version,
                format,
                index(from),
                from.bytes(),
                slots.current().attempt());
        from.end();
        byte[] intent = slots.intent().orElse(null);
        return new RecordFile(Row.of(record, slots.fence(), intent), slots);
    }

    private static ConnectionStore.Key key(Decoder from) throws Unreadable {
        try {
            return new ConnectionStore.Key(from.text(), ConnectionStore.Key.Kind.valueOf(from.text()), from.text());
        } catch (IllegalArgumentException unknown) {
            throw Unreadable.corrupt("names a record that this release does not know");
        }
    }

    private static Map<String, String> index(Decoder from) throws Unreadable {
        Map<String, String> index = new LinkedHashMap<>();
        for (int left = from.count(); left > 0; left--) {
            var unused = Optional.ofNullable(index.put(from.text(), from.text()));
        }
        return index;
    }

    /** Returns the bytes of the next attempt columns; empty if they do not fit in their place. */
    Optional<byte[]> next(Row row, String holder) {
        return Optional.of(Slot.of(slots.nextSequence(), row, holder).write())
                .filter(slot -> slot.length <= slots.size());
    }

    /** Which store took the lease. */
    String holder() {
        return slots.current().holder();
    }
}
