package dev.connections.internal.file;

import dev.connections.spi.ConnectionStore;
import java.io.IOException;

/** Runs changes of records in turn. Thread-safe. */
final class Turns {
    private static final int TRIES = 5;

    private final Stripes stripes;
    private final Trouble trouble;

    Turns(Stripes stripes, Trouble trouble) {
        this.stripes = stripes;
        this.trouble = trouble;
    }

    /** A change of one record; it confirms its turn before it changes anything, so that it can begin again. */
    @FunctionalInterface
    interface Work<T> {
        T run(Turn turn) throws IOException;
    }

    <T> T run(ConnectionStore.Key key, Work<T> work) {
        try {
            return again(key, work);
        } catch (IOException failure) {
            throw trouble.writing(failure);
        }
    }

    private <T> T again(ConnectionStore.Key key, Work<T> work) throws IOException {
        for (int left = TRIES; ; left--) {
            try (Turn turn = stripes.take(key)) {
                return work.run(turn);
            } catch (LockLost deletedByHand) {
                if (left == 0) {
                    throw deletedByHand;
                }
            }
        }
    }

    void close() throws IOException {
        stripes.close();
    }
}
