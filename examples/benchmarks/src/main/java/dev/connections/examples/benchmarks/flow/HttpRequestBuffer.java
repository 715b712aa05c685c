package dev.connections.examples.benchmarks.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** One HTTP/1.1 request at a time, read without allocating anything. Confined to its thread. */
public final class HttpRequestBuffer {
    private static final int ROOM = 16 * 1024;
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(US_ASCII);

    private final byte[] bytes = new byte[ROOM];
    private int filled;

    /** Reads the next request whole; false where the client has none. */
    boolean readFrom(InputStream in) throws IOException {
        filled = 0;
        while (!isWhole()) {
            int read = in.read(bytes, filled, bytes.length - filled);
            if (read <= 0) {
                return false;
            }
            filled += read;
        }
        return true;
    }

    private boolean isWhole() {
        int end = find(END);
        return end >= 0 && filled >= end + END.length + contentLength();
    }

    private int contentLength() {
        int at = find(LENGTH);
        if (at < 0) {
            return 0;
        }
        int length = 0;
        for (int i = at + LENGTH.length; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            length = length * 10 + bytes[i] - '0';
        }
        return length;
    }

    private int find(byte[] wanted) {
        for (int from = 0; from + wanted.length <= filled; from++) {
            if (startsAt(from, wanted)) {
                return from;
            }
        }
        return -1;
    }

    private boolean startsAt(int from, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (lower(bytes[from + i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b;
    }

    boolean isPost() {
        return bytes[0] == 'P';
    }

    /** Whether there is a header; name and value as they are sent, but for the case of letters. */
    public boolean has(String name, String value) {
        return find(("\r\n" + name + ": " + value + "\r\n")
                        .toLowerCase(Locale.ROOT)
                        .getBytes(US_ASCII))
                >= 0;
    }
}
