package dev.connections.internal.definition;

import dev.connections.ConnectionConfigurationException;
import java.util.regex.Pattern;

/** The request that tells good credentials from bad ones. */
public record Probe(String method, String path) {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

    public Probe {
        if (!METHOD.matcher(method).matches()) {
            throw new ConnectionConfigurationException(
                    "method_malformed",
                    "the probe's method " + Addresses.shown(method) + " is not an HTTP method; use GET",
                    null);
        }
    }
}
