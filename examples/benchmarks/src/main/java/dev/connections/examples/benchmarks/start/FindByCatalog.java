package dev.connections.examples.benchmarks.start;

import dev.connections.catalog.ServiceCatalog;

/** The SDK. */
public final class FindByCatalog {
    private FindByCatalog() {}

    public static void main(String... arguments) {
        long start = System.nanoTime();
        String name = ServiceCatalog.bundled().find(arguments[0]).orElseThrow().name();
        Found.print(name, start);
    }
}
