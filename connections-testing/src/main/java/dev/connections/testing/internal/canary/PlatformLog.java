package dev.connections.testing.internal.canary;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Listens to what {@code java.util.logging} lets through. */
final class PlatformLog {
    private final Logger root = Logger.getLogger("");
    private final Handler handler = new Listening();

    PlatformLog() {
        root.addHandler(handler);
    }

    void close() {
        root.removeHandler(handler);
    }

    private static final class Listening extends Handler {
        private final Formatter formatter = new SimpleFormatter();

        Listening() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            Ears.hear("java.util.logging", formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
