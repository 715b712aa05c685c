package dev.connections.internal.seal;

import dev.connections.spi.ConnectionStore;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What sealed bytes are bound to: moved to another tenant, record, version or format they do not open.
 *
 * <p>Every part is preceded by its length; joined without one, {@code a|bc} and {@code ab|c} would be the same bytes.
 */
record Binding(ConnectionStore.Key key, long version, int format) {
    private static final String DOMAIN = "conn/v1";
    /** The whole document is sealed as one; parts sealed apart would have names of their own. */
    private static final String FIELD_GROUP = "document";

    byte[] aad(String keyId) {
        var aad = new ByteArrayOutputStream(128);
        put(aad, text(DOMAIN));
        put(aad, text(key.tenant()));
        put(aad, text(key.kind().name()));
        put(aad, text(key.id()));
        put(aad, text(FIELD_GROUP));
        put(aad, ByteBuffer.allocate(Integer.BYTES).putInt(format).array());
        put(aad, ByteBuffer.allocate(Long.BYTES).putLong(version).array());
        put(aad, text(keyId));
        return aad.toByteArray();
    }

    private static byte[] text(String part) {
        return part.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ByteArrayOutputStream aad, byte[] part) {
        aad.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        aad.writeBytes(part);
    }
}
