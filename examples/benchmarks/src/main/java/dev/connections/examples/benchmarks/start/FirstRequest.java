package dev.connections.examples.benchmarks.start;

import java.net.URI;

/** What every program here is told: where to get a token, and what to ask for with it. */
record FirstRequest(URI tokenEndpoint, URI resource) {
    static final String CLIENT_ID = "client";
    static final String CLIENT_SECRET = "client-secret-of-a-benchmark";
    static final String SCOPE = "leads.read";

    static FirstRequest of(String... arguments) {
        return new FirstRequest(URI.create(arguments[0]), URI.create(arguments[1]));
    }

    static void require(boolean answered) {
        if (!answered) {
            throw new IllegalStateException("the resource was not given");
        }
    }
}
