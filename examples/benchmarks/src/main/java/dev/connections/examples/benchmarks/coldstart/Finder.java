package dev.connections.examples.benchmarks.coldstart;

import dev.connections.examples.benchmarks.start.FindByCatalog;
import dev.connections.examples.benchmarks.start.FindByIndex;
import dev.connections.examples.benchmarks.start.FindByScan;
import dev.connections.examples.benchmarks.start.FindByTree;
import java.util.regex.Pattern;

/** A program that finds a service by link name; all read the same data from the same jars. */
enum Finder {
    FLOOR("floor", FindByIndex.class),
    CONNECTIONS("connections", FindByCatalog.class),
    SCAN("byte scan", FindByScan.class),
    TREE("jackson tree", FindByTree.class);

    private static final Pattern LIBRARIES =
            Pattern.compile("/(?:connections-core|connections-oauth|jackson-|jspecify)");

    private final String label;
    private final Class<?> main;

    Finder(String label, Class<?> main) {
        this.label = label;
        this.main = main;
    }

    String label() {
        return label;
    }

    String mainClass() {
        return main.getName();
    }

    boolean needs(String pathEntry) {
        return LIBRARIES.matcher(pathEntry).find();
    }
}
