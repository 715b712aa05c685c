package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.spi.AuthClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** RELIABILITY F-T20, L17, G11: at most 1 MiB of a response, after decompression. */
class BoundedHttpLimitTest {
    private static final int MIB = 1024 * 1024;

    private final BoundedHttp http = Calls.plain();

    @Test
    void readsExactlyOneMebibyte() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\nContent-Length: " + MIB + "\n\n" + "x".repeat(MIB))) {
            AuthClient.Reply reply = http.send(Calls.refresh(server.uri("/token")));

            assertThat(reply.body()).hasSize(MIB);
        }
    }

    @Test
    void decompressesAGzipBody() throws IOException {
        byte[] packed = gzip("{\"access_token\":\"a\"}".getBytes(StandardCharsets.UTF_8));
        try (var server = answeringGzip(packed)) {
            AuthClient.Reply reply = http.send(Calls.refresh(server.uri("/token")));

            assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("{\"access_token\":\"a\"}");
        }
    }

    @Test
    void stopsBeforeABodyThatSaysItIsTooLong() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\nContent-Length: 104857600\n\n")) {
            assertTooLarge(failure(server));
        }
    }

    @Test
    void stopsAnEndlessBody() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        try (var server = RawServer.playing((self, connection, number) -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n");
            while (true) {
                connection.getOutputStream().write(chunk.getBytes(StandardCharsets.ISO_8859_1));
            }
        })) {
            assertTooLarge(failure(server));
        }
    }

    @Test
    void stopsAGzipBombWithoutHoldingIt() throws IOException {
        try (var server = answeringGzip(gzip(new byte[100 * MIB]))) {
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long self = Thread.currentThread().getId();
            long before = threads.getThreadAllocatedBytes(self);

            var failure = failure(server);

            assertTooLarge(failure);
            assertThat(threads.getThreadAllocatedBytes(self) - before).isLessThan(8L * MIB);
        }
    }

    private static RawServer answeringGzip(byte[] packed) {
        return RawServer.answering("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: " + packed.length + "\n\n"
                + new String(packed, StandardCharsets.ISO_8859_1));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private ConnectionException failure(RawServer server) {
        return catchThrowableOfType(
                ConnectionException.class, () -> http.send(Calls.refresh(server.uri("/token?code=" + Calls.CANARY))));
    }

    private static void assertTooLarge(ConnectionException failure) {
        assertThat(failure).isInstanceOf(ConnectionProtocolException.class);
        assertThat(failure.code()).isEqualTo("response_too_large");
        assertThat(failure).hasMessageContaining("check that the endpoint is the right one");
        assertThat(Texts.of(failure)).doesNotContain(Calls.CANARY);
    }
}
