package dev.connections.examples.backend;

import dev.connections.ConnectionException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Clock;
import java.util.Optional;

/** Starts a backend with a Connections page, and prints where it is. */
public final class ExtensionBackend {
    private ExtensionBackend() {}

    /**
     * Starts the backend, which runs until the process ends.
     *
     * @param arguments those of {@link Options}
     */
    public static void main(String[] arguments) {
        Optional<Backend> backend = start(System.out, arguments);
        if (backend.isEmpty()) {
            System.exit(1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(backend.get()::close));
    }

    static Optional<Backend> start(PrintStream out, String... arguments) {
        try {
            Backend backend = Backend.start(Options.parse(arguments), System.getenv(), Clock.systemUTC());
            out.println("Connections page: " + backend.address());
            return Optional.of(backend);
        } catch (BindException taken) {
            out.println("Stopped: the port is taken; choose another one with --port, or none");
            return Optional.empty();
        } catch (ConnectionException | IOException | UncheckedIOException | IllegalArgumentException failure) {
            out.println("Stopped: " + failure.getMessage());
            return Optional.empty();
        }
    }
}
