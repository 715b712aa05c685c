package dev.connections.examples.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Looks through the text of all services for one, and builds nothing of the others. */
public final class FindByScan {
    private static final String NAME = "\"name\": \"";

    private FindByScan() {}

    public static void main(String... arguments) throws IOException {
        long start = System.nanoTime();
        String name = find(arguments[0]);
        Found.print(name, start);
    }

    private static String find(String linkName) throws IOException {
        try (InputStream in = FindByScan.class.getResourceAsStream("/dev/connections/catalog/services.json")) {
            String services = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            int entry = services.indexOf("\"link_name\": \"" + linkName + "\"");
            int name = services.indexOf(NAME, entry) + NAME.length();
            return services.substring(name, services.indexOf('"', name));
        }
    }
}
