package dev.connections.examples.benchmarks.start;

/** What each program says of the service that it found: its name, and how many nanoseconds that took. */
final class Found {
    private Found() {}

    static void print(String name, long start) {
        long nanoseconds = System.nanoTime() - start;
        System.out.println(name + "\t" + nanoseconds);
    }
}
