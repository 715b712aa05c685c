package dev.connections.examples.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The least code that finds a service in a list that was built before: one look through it. */
public final class FindByIndex {
    private FindByIndex() {}

    public static void main(String... arguments) throws IOException {
        long start = System.nanoTime();
        String name = find(arguments[0]);
        Found.print(name, start);
    }

    private static String find(String linkName) throws IOException {
        try (InputStream in = FindByIndex.class.getResourceAsStream("/dev/connections/catalog/services.index")) {
            String index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int line = index.indexOf("\n" + linkName + "\t");
            int end = index.indexOf('\n', line + 1);
            return index.substring(index.lastIndexOf('\t', end) + 1, end);
        }
    }
}
