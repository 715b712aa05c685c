package dev.connections.internal.record;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.List;

/** Where renewed credentials wait outside of this process, sealed, while their store takes nothing (F-P14). */
public interface Spill {
    /** Nowhere: what is unsaved lives in memory only. */
    Spill NONE = new Spill() {
        @Override
        public void put(Versioned record) {
            // closing reports what was never saved
        }

        @Override
        public void remove(ConnectionStore.Key key, long version) {
            // nothing was put
        }

        @Override
        public List<Versioned> all() {
            return List.of();
        }
    };

    /** Keeps a record until it is removed, also when the process ends; it may have been put before. */
    void put(Versioned record);

    /** Forgets a version of a record; nothing happens if it is not there. */
    void remove(ConnectionStore.Key key, long version);

    /** Returns what waits; what cannot be read is left as it is and reported. */
    List<Versioned> all();
}
