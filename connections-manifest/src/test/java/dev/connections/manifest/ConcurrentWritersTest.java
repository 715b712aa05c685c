package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writers that add connectors at the same time lose none: each is in the file, or its writer was told to read again. */
@Timeout(120)
class ConcurrentWritersTest {
    private static final int WRITERS = 4;
    private static final int CONNECTORS = 25;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeManifest() throws IOException {
        file = directory.resolve("plugin-manifest.json");
        Files.writeString(file, "{\"service\":\"CRM\",\"connectors\":[]}");
    }

    /** Adds connectors one by one, reading again whenever somebody else was faster. */
    static void addAll(Path file, String prefix) {
        for (int i = 0; i < CONNECTORS; i++) {
            Connector connector = Connectors.shared(prefix + i, "Connector " + i, "box");
            while (!added(file, connector)) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean added(Path file, Connector connector) {
        try {
            PluginManifest.read(file).upsert(connector).writeTo(file);
            return true;
        } catch (ManifestException refused) {
            if (!refused.code().equals("changed_since_read")) {
                throw refused;
            }
            return false;
        }
    }

    private void holdsAll() throws IOException {
        PluginManifest manifest = PluginManifest.read(file);
        assertThat(manifest.connectors()).hasSize(WRITERS * CONNECTORS);
        assertThat(manifest.connectors()).extracting(Connector::linkName).doesNotHaveDuplicates();
        assertThat(manifest.validate()).isEmpty();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void losesNothingAmongThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String prefix = "w" + i + "_";
            writers.add(threads.submit(() -> {
                gate.await();
                addAll(file, prefix);
                return null;
            }));
        }

        gate.countDown();
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        holdsAll();
    }

    @Test
    void showsReadersTheOldTextOrTheNewOne() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> writer = thread.submit(() -> addAll(file, "w"));

        int known = 0;
        while (!writer.isDone()) {
            PluginManifest read = PluginManifest.read(file);
            assertThat(read.validate()).isEmpty();
            assertThat(read.connectors()).hasSizeGreaterThanOrEqualTo(known);
            known = read.connectors().size();
        }
        writer.get();
        thread.shutdown();

        assertThat(PluginManifest.read(file).connectors()).hasSize(CONNECTORS);
    }

    @Test
    void losesNothingAmongProcesses() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(process("p" + i + "_"));
        }

        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }

        holdsAll();
    }

    @Test
    void leavesAWholeFileWhenAWriterIsKilled() throws Exception {
        int known = 0;
        for (int round = 0; round < 3; round++) {
            Process writer = process("k" + round + "_");
            while (PluginManifest.read(file).connectors().size() < known + 5) {
                Thread.onSpinWait();
            }

            writer.destroyForcibly().waitFor();

            PluginManifest left = PluginManifest.read(file).requireValid();
            assertThat(left.connectors()).hasSizeGreaterThanOrEqualTo(known + 5);
            known = left.connectors().size();
        }
        addAll(file, "after");

        assertThat(PluginManifest.read(file).connectors()).hasSize(known + CONNECTORS);
    }

    private Process process(String prefix) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path").replace(";", File.pathSeparator),
                        Main.class.getName(),
                        file.toString(),
                        prefix)
                .inheritIO()
                .start();
    }

    /** One writing process. */
    static final class Main {
        public static void main(String[] args) {
            addAll(Path.of(args[0]), args[1]);
        }
    }
}
