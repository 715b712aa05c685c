package dev.connections.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files of the test resources, and of the project's documents. */
public final class Resources {
    private static final Path DOCUMENTS = Path.of("..", "docs");

    private Resources() {}

    public static String sample(String name) {
        return text("/samples/" + name);
    }

    public static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** A file of the folder docs; tests run in the folder of their module. */
    public static String document(String name) {
        try {
            return Files.readString(DOCUMENTS.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static byte[] bytes(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
