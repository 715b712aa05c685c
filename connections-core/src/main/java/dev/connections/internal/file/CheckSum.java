package dev.connections.internal.file;

import java.util.zip.CRC32C;

/** CRC-32C, which notices what a crash or a bad disk does to bytes; against people there is the seal inside. */
final class CheckSum {
    private CheckSum() {}

    static int of(byte[] content, int from, int to) {
        var sum = new CRC32C();
        sum.update(content, from, to - from);
        return (int) sum.getValue();
    }
}
