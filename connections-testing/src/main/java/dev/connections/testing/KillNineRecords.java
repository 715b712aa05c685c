package dev.connections.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Records every byte of which follows from their name and version, so that a torn one is known. */
final class KillNineRecords {
    private static final String TENANT = "kill-nine";
    private static final int SHORTEST = 50;
    private static final int LONGEST = 6_000;

    private KillNineRecords() {}

    static ConnectionStore.Key key(String id) {
        return new ConnectionStore.Key(TENANT, ConnectionStore.Key.Kind.CREDENTIAL, id);
    }

    static Query all() {
        return Query.of(TENANT, ConnectionStore.Key.Kind.CREDENTIAL);
    }

    static Versioned record(String id, long version) {
        var random = new SplittableRandom(31L * id.hashCode() + version);
        byte[] sealed = new byte[random.nextInt(SHORTEST, LONGEST)];
        random.nextBytes(sealed);
        Map<String, String> index = Map.of(Index.NAME, id + " " + version, Index.CONNECTION, "c" + version);
        return new Versioned(key(id), version, (int) version, index, sealed, Optional.empty());
    }

    /** Whether a record is the one of its name and version, whole. */
    static boolean whole(Versioned found) {
        Versioned expected = record(found.key().id(), found.version());
        return found.key().equals(expected.key())
                && found.format() == expected.format()
                && found.index().equals(expected.index())
                && Arrays.equals(found.sealed(), expected.sealed());
    }

    static byte[] intent(String id, long version) {
        return ("replace version " + version + " of " + id).getBytes(UTF_8);
    }
}
