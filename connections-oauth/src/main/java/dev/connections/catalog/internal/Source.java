package dev.connections.catalog.internal;

import dev.connections.ConnectionConfigurationException;
import dev.connections.catalog.internal.Node.Place;

/**
 * Where catalogue text comes from, for errors.
 *
 * @param name a file, or words for the bundled catalogue
 */
record Source(String name) {
    static final Source BUNDLED = new Source("the bundled catalogue");

    ConnectionConfigurationException malformed(Place at, String problem) {
        return Refusal.of("catalogue_malformed", name + ":" + at + " " + problem);
    }
}
