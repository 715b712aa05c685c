package dev.connections.internal.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads what an {@link Encoder} wrote. Confined. */
final class Decoder {
    private final ByteBuffer bytes;

    private Decoder(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Decoder of(byte[] content, int from, int to) throws Unreadable {
        if (from < 0 || to < from || to > content.length) {
            throw Unreadable.corrupt("is cut short");
        }
        return new Decoder(ByteBuffer.wrap(content, from, to - from));
    }

    int number() throws Unreadable {
        return left(Integer.BYTES).getInt();
    }

    long longNumber() throws Unreadable {
        return left(Long.BYTES).getLong();
    }

    /** Reads how many follow, which no file of this length could be wrong about. */
    int count() throws Unreadable {
        int count = number();
        if (count < 0 || count > bytes.remaining()) {
            throw Unreadable.corrupt("has a length that does not fit");
        }
        return count;
    }

    Instant instant() throws Unreadable {
        try {
            return Instant.ofEpochSecond(longNumber(), number());
        } catch (DateTimeException | ArithmeticException impossible) {
            throw Unreadable.corrupt("has an instant that is none");
        }
    }

    String text() throws Unreadable {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws Unreadable {
        byte[] value = new byte[count()];
        var unused = bytes.get(value);
        return value;
    }

    Optional<byte[]> optional() throws Unreadable {
        return number() == 0 ? Optional.empty() : Optional.of(bytes());
    }

    void end() throws Unreadable {
        if (bytes.hasRemaining()) {
            throw Unreadable.corrupt("has bytes too many");
        }
    }

    private ByteBuffer left(int length) throws Unreadable {
        if (bytes.remaining() < length) {
            throw Unreadable.corrupt("is cut short");
        }
        return bytes;
    }
}
