package dev.connections.examples.benchmarks.warm;

import org.jspecify.annotations.Nullable;

/** The least that a cache can hold. */
record HeldToken(String headerValue, long expiresAt) {
    @Nullable
    String valueAt(long now) {
        return now < expiresAt ? headerValue : null;
    }
}
