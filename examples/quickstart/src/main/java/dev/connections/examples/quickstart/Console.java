package dev.connections.examples.quickstart;

import java.io.PrintStream;
import java.net.URI;

/** Prints numbered steps. */
final class Console {
    private final PrintStream out;
    private int steps;

    Console(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println(text);
    }

    void step(String text) {
        steps++;
        out.println();
        out.println(steps + ". " + text);
    }

    void say(String text) {
        text.lines().forEach(line -> out.println("   " + line));
    }

    /** Shows a URI without its query, which holds the state. */
    static String endpoint(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath() + "?…";
    }
}
