package dev.connections.internal.http;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Everything a log would print of a failure: message, causes, suppressed ones. */
final class Texts {
    private Texts() {}

    static String of(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
