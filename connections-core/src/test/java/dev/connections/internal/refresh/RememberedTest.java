package dev.connections.internal.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    /** Makes values of 128 MiB in all, in a heap of 32 MiB, and holds the first of them. */
    static final class SmallHeap {
        private static final int VALUES = 2_000;
        private static final int SIZE = 64 * 1024;

        private SmallHeap() {}

        public static void main(String[] arguments) {
            var remembered = new Remembered<byte[]>();
            byte[] held = remembered.get("0", () -> new byte[SIZE]);
            for (int i = 1; i < VALUES; i++) {
                byte[] unused = remembered.get(Integer.toString(i), () -> new byte[SIZE]);
            }
            boolean same = remembered.get("0", () -> new byte[SIZE]) == held;
            System.out.print(
                    same && remembered.values().count() < VALUES ? "kept what is held" : "kept the wrong ones");
        }
    }

    @Test
    void letsGoWhatNobodyHoldsBeforeMemoryRunsOut() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName())
                .redirectErrorStream(true)
                .start();

        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(printed).isEqualTo("kept what is held");
    }

    @Test
    void makesAValueOnce() {
        var remembered = new Remembered<String>();
        var made = new AtomicInteger();

        String first = remembered.get("a", () -> "value " + made.incrementAndGet());
        String second = remembered.get("a", () -> "value " + made.incrementAndGet());

        assertThat(second).isSameAs(first);
        assertThat(made).hasValue(1);
        assertThat(remembered.values()).containsExactly("value 1");
    }

    @Test
    void forgetsWhatIsRemoved() {
        var remembered = new Remembered<String>();
        String first = remembered.get("a", () -> "first");

        assertThat(remembered.remove("a")).contains(first);
        assertThat(remembered.remove("a")).isEmpty();
        assertThat(remembered.get("a", () -> "second")).isEqualTo("second");
    }
}
