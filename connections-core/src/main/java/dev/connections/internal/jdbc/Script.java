package dev.connections.internal.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The statements of a numbered file that makes tables; the files never change. */
final class Script {
    /** Where a folder for each kind of database is, on the class path. */
    static final String ROOT = "dev/connections/store/schema/";

    /** What the names of tables and indexes begin with in the files. */
    static final String PREFIX = "connections_";

    /** The file that leads to version 1, then that which leads to 2, and so on. */
    static final List<String> NAMES = List.of("V1__connections.sql");

    private Script() {}

    static List<String> statements(Dialect dialect, String name, String prefix) {
        String text = read(ROOT + dialect.folder() + "/" + name)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(statement -> statement.replace(PREFIX, prefix))
                .toList();
    }

    private static String read(String path) {
        try (InputStream file = Script.class.getResourceAsStream("/" + path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is missing from the jar");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
