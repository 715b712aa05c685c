package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** PERFORMANCE row 12: who makes connections without calling anybody does not pay for OkHttp. */
class ColdStartTest {
    @Test
    void loadsOkHttpWithTheFirstCallOnly() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> loaded;
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            loaded = lines.lines().toList();
        }

        assertThat(child.waitFor()).isZero();
        assertThat(loaded).anyMatch(line -> line.contains(BoundedHttp.class.getName()));
        assertThat(loaded).filteredOn(line -> line.contains("] okhttp3.")).isEmpty();
    }

    /** Makes a client and uses none of it. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            try (var http = BoundedHttp.of(Optional.empty(), Set.of("corp.example.test"))) {
                http.publicAddressesOnly();
            }
        }
    }
}
