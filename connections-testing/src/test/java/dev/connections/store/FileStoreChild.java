package dev.connections.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link FileStoreWorker} that runs; it is ended with the test, however that ends. */
final class FileStoreChild implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private FileStoreChild(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    static FileStoreChild start(String command, Path path, String... more) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                FileStoreWorker.class.getName(),
                command,
                path.toString()));
        line.addAll(List.of(more));
        return new FileStoreChild(new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Returns its next line; {@code null} is none. */
    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    void wake() throws IOException {
        process.outputWriter(UTF_8).append('\n').flush();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        if (!process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("a child does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
