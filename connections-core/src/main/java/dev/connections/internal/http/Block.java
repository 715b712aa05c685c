package dev.connections.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, as {@code 10.0.0.0/8} or {@code 2001:db8::/32} name it (RFC 4632). Immutable. */
final class Block {
    private final byte[] prefix;
    private final int bits;

    private Block(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    static Block of(String range) {
        int slash = range.indexOf('/');
        return new Block(bytes(range.substring(0, slash)), Integer.parseInt(range.substring(slash + 1)));
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal + " is no address", e);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int mask = (0xff00 >> (bits % 8)) & 0xff;
        return mask == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }
}
