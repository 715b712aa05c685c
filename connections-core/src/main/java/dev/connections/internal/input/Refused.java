package dev.connections.internal.input;

import dev.connections.ConnectionConfigurationException;

/** What is wrong with inputs, and with what was given for them. */
final class Refused {
    private static final int LONGEST = 200;

    private Refused() {}

    /** An input that cannot be used as it is defined. */
    static ConnectionConfigurationException rule(String problem) {
        return new ConnectionConfigurationException("input_unusable", "an input of the service " + problem, null);
    }

    /** A value that cannot be used. */
    static ConnectionConfigurationException value(String code, String service, String problem) {
        return new ConnectionConfigurationException(code, "the service \"" + service + "\" " + problem, null);
    }

    /** Foreign text for a message: printable ASCII, cut. */
    static String quoted(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]|\"", "?");
        return '"' + (printable.length() > LONGEST ? printable.substring(0, LONGEST) + "…" : printable) + '"';
    }
}
