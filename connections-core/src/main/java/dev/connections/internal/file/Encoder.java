package dev.connections.internal.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Writes numbers, texts and bytes one after the other; what has no fixed length is preceded by it. Confined. */
final class Encoder {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    Encoder number(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }

    Encoder number(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    Encoder instant(Instant value) {
        return number(value.getEpochSecond()).number(value.getNano());
    }

    Encoder text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    Encoder bytes(byte[] value) {
        return number(value.length).raw(value);
    }

    Encoder optional(Optional<byte[]> value) {
        return value.map(each -> number(1).bytes(each)).orElseGet(() -> number(0));
    }

    Encoder raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    byte[] written() {
        return bytes.toByteArray();
    }
}
