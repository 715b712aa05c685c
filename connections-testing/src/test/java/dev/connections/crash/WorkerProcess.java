package dev.connections.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A worker as its parent sees it. Everything it says becomes evidence. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final int KILLED = 137; // 128 + SIGKILL
    private static final int LINES_KEPT = 10_000;

    private final String name;
    private final Process process;
    private final Evidence evidence;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(LINES_KEPT);
    private final Thread reader;
    private volatile boolean ready;

    private WorkerProcess(String name, Process process, Evidence evidence) {
        this.name = name;
        this.process = process;
        this.evidence = evidence;
        this.reader = new Thread(this::read, "reads " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a worker, whose log and temporary files go to a directory. */
    static WorkerProcess start(String name, Settings settings, Path directory, Evidence evidence) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.add("-Djava.io.tmpdir=" + directory);
        command.add("-Dslf4j.provider=" + TraceLog.class.getName());
        command.addAll(settings.arguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        var log = directory.resolve(name + ".log").toFile();
        try {
            return new WorkerProcess(
                    name, new ProcessBuilder(command).redirectError(log).start(), evidence);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return name;
    }

    /** Whether it has begun, and not ended. */
    boolean isReady() {
        return ready && process.isAlive();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Tells it what to do; a worker that has ended hears nothing. */
    void say(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException itHasEnded) { // what it was asked for is told by its end
        }
    }

    private void read() {
        try (BufferedReader reports = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reports.readLine(); line != null; line = reports.readLine()) {
                ready |= line.equals(Report.READY);
                Report.read(name, line, evidence);
                var unused = lines.offer(line); // nobody waits for a line of a worker that says so much
            }
        } catch (IOException gone) {
            evidence.breach("rule 4: the output of " + name + " broke off: " + gone);
        }
    }

    /** Waits for its next line that begins so; the lines before it are dropped. */
    String heard(String... beginnings) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            String line = next(deadline);
            for (String beginning : beginnings) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        }
    }

    private String next(long deadline) {
        try {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError(name + " said nothing for " + LONGEST_WAIT);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + name, e);
        }
    }

    /** Kills it with signal 9. */
    void kill() {
        evidence.died(name, Wall.micros());
        process.toHandle().destroyForcibly(); // the process's own would close its output, and lines would be lost
    }

    /** Lets the machine stop it, threads, heartbeat and all. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, "" + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(exit).as("kill -%s %s", signal, name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for its end and for its last line. A worker that ended without being told to is a finding. */
    void ended() {
        awaitEnd();
        int exit = process.exitValue();
        boolean killed = evidence.death(name).isPresent();
        if (killed ? exit != KILLED : exit != 0) {
            evidence.breach("rule 4: " + name + " ended by itself with exit code " + exit + "; see its log");
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                evidence.breach("G3: " + name + " did not stop in " + LONGEST_WAIT);
                kill();
                process.waitFor();
            }
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the end of " + name, e);
        }
    }

    /** Ends it whatever it does; a frozen one too. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
