package dev.connections.examples.benchmarks.warm;

import dev.connections.Secret;
import dev.connections.spi.Credential;
import java.time.Instant;

/** A bearer token with an end. */
record AccessKey(Secret token, Instant expiresAt) implements Credential {}
