package dev.connections.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts a {@link KillNineWriter}, listens to it, and kills it.
 *
 * @param opener the class that opens the store
 * @param place where it lies
 * @param temporary where a process may leave files when it is killed
 */
record KillNineProcess(Class<? extends KillNineContract.Opener> opener, String place, Path temporary) {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    /** Returns what a process said until it was killed, so long after its store was open. */
    KillNineLedger killedAfter(Duration life, int round) {
        Process process = started(round);
        var guard = new Thread(() -> killAfter(LONGEST_START, process), "kills a writer that does not start");
        guard.setDaemon(true);
        guard.start();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            requireStart(lines);
            new Thread(() -> killAfter(life, process), "kills a writer").start();
            return heard(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            kill(process);
            guard.interrupt();
        }
    }

    private Process started(int round) {
        try {
            Process process = new ProcessBuilder(command(round))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().write((place + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(int round) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                KillNineWriter.class.getName(),
                opener.getName(),
                "" + round);
    }

    private static void requireStart(BufferedReader lines) throws IOException {
        String first = Optional.ofNullable(lines.readLine()).orElse("it ended");
        if (!first.equals(KillNineWriter.STARTED)) {
            throw new AssertionError("a writer could not open its store: " + first + "; see its output above");
        }
    }

    /** Ends with the last line that the process could say. */
    private static KillNineLedger heard(BufferedReader lines) throws IOException {
        var ledger = new KillNineLedger();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("!")) {
                throw new AssertionError("a writer failed: " + line.substring(1));
            }
            ledger.hear(line);
        }
        return ledger;
    }

    private static void killAfter(Duration life, Process process) {
        try {
            boolean unused = process.waitFor(life.toNanos(), TimeUnit.NANOSECONDS);
            kill(process);
        } catch (InterruptedException started) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills with signal 9; the process's own method would close its output, and lines would be lost. */
    private static void kill(Process process) {
        boolean unused = process.toHandle().destroyForcibly();
    }
}
