package dev.connections.internal.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are not an ordinary public host: {@link InetAddress} itself knows too few of them.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4 special-purpose addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, IPv6 special-purpose addresses</a>
 */
final class SpecialAddresses {
    private static final List<Block> V4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT, RFC 6598
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's platform host: public form, reached inside only (learn.microsoft.com,
            // 2026-11-20)
            "169.254.0.0/16", // link-local, with the clouds' metadata host
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays, withdrawn
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, with broadcast

    private static final Block V6_GLOBAL = Block.of("2000::/3");
    private static final List<Block> V6_SPECIAL = blocks(
            "2001::/23", // protocol assignments, with Teredo and benchmarks
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation, RFC 9637

    // What DNS64 makes of a public IPv4 host in an IPv6-only network: as special as the address inside (RFC 6052).
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private SpecialAddresses() {}

    static boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    private static boolean contains(byte[] address) {
        if (address.length == 4) {
            return V4.stream().anyMatch(block -> block.holds(address));
        }
        if (NAT64.holds(address)) {
            return contains(Arrays.copyOfRange(address, 12, 16));
        }
        return !V6_GLOBAL.holds(address) || V6_SPECIAL.stream().anyMatch(block -> block.holds(address));
    }

    private static List<Block> blocks(String... ranges) {
        return Stream.of(ranges).map(Block::of).toList();
    }
}
