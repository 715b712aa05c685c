package dev.connections.examples.backend;

import dev.connections.ConnectionException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Starts a backend with a Connections page, and prints where it is. */
public final class ExtensionBackend {
    private ExtensionBackend() {}

    /**
     * Starts the backend, which runs until the process ends.
     *
     * @param arguments those of {@link Options}
     */
    public static void main(String[] arguments) {
        if (!started(System.out, arguments)) {
            System.exit(1);
        }
    }

    private static boolean started(PrintStream out, String... arguments) {
        try {
            Backend backend = Backend.start(Options.parse(arguments), System.getenv(), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(backend::close));
            out.println("Connections page: " + backend.address());
            return true;
        } catch (ConnectionException | IOException | UncheckedIOException | IllegalArgumentException failure) {
            out.println("Stopped: " + failure.getMessage());
            return false;
        }
    }
}
