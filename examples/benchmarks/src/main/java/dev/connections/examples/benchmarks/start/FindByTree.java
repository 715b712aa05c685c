package dev.connections.examples.benchmarks.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/** Reads all services into a Jackson tree, as a catalogue without an index would. */
public final class FindByTree {
    private FindByTree() {}

    public static void main(String... arguments) throws IOException {
        long start = System.nanoTime();
        String name = find(arguments[0]);
        Found.print(name, start);
    }

    private static String find(String linkName) throws IOException {
        try (InputStream in = FindByTree.class.getResourceAsStream("/dev/connections/catalog/services.json")) {
            for (JsonNode each : new ObjectMapper().readTree(in).path("services")) {
                if (each.path("link_name").asText().equals(linkName)) {
                    return each.path("name").asText();
                }
            }
            throw new IllegalArgumentException(linkName);
        }
    }
}
