package dev.connections.crash;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where a store lies.
 *
 * @param address as {@link Stores} opens it
 * @param dump every text and byte the store keeps outside the run's directory
 */
record Place(String address, Supplier<String> dump) {
    /** The stores that several processes can share. */
    enum Kind {
        /** Files below a directory. */
        FILES {
            @Override
            Place below(Path directory) {
                return new Place(Stores.file(directory.resolve("store")), () -> "");
            }
        },
        /** A database of PostgreSQL. */
        POSTGRESQL {
            @Override
            Place below(Path directory) {
                String address = Postgres.database();
                return new Place(address, () -> Postgres.dump(address));
            }
        };

        /** Makes an empty store, which may lie in this directory. */
        abstract Place below(Path directory);
    }
}
