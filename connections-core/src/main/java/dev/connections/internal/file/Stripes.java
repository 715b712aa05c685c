package dev.connections.internal.file;

import dev.connections.spi.ConnectionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lock files of a store: so many, for any number of records, that none need ever be deleted. Their number is part of
 * the layout: processes that count differently would not exclude each other. Thread-safe.
 */
final class Stripes {
    private static final int COUNT = 256;
    private static final int FIRST_BYTE = 2;
    private static final int HEXADECIMAL = 16;

    private final Places places;
    private final List<Stripe> all;

    Stripes(Places places, Duration limit) {
        this.places = places;
        this.all = IntStream.range(0, COUNT)
                .mapToObj(number -> new Stripe(places.locks().resolve(String.format("%02x", number)), limit))
                .toList();
    }

    /** Waits for the turn to change a record. */
    Turn take(ConnectionStore.Key key) throws IOException {
        Path file = places.record(key).getFileName();
        String start = String.valueOf(file).substring(0, FIRST_BYTE);
        return all.get(Integer.parseInt(start, HEXADECIMAL)).take();
    }

    void close() throws IOException {
        for (Stripe each : all) {
            each.close();
        }
    }
}
