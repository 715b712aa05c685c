package dev.connections.http;

import dev.connections.ConnectionConfigurationException;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A request body that was read into memory, because it is signed or carries a credential. */
final class KnownBody extends RequestBody {
    private final @Nullable MediaType type;
    private final byte[] bytes;

    KnownBody(@Nullable MediaType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    static KnownBody read(RequestBody body, String origin) {
        if (body.isDuplex()) {
            throw notReadable(origin, null);
        }
        try {
            var buffer = new Buffer();
            body.writeTo(buffer);
            return new KnownBody(body.contentType(), buffer.readByteArray());
        } catch (IOException failure) {
            throw notReadable(origin, failure);
        }
    }

    private static ConnectionConfigurationException notReadable(String origin, @Nullable IOException cause) {
        return new ConnectionConfigurationException(
                "body_not_readable",
                "the body of the request to " + origin
                        + " cannot be read before it is sent, and the credentials depend on"
                        + " it; send a body from memory or a file, not a duplex one",
                cause);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
