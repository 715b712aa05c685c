/**
 * Encryption at rest: {@link dev.connections.internal.seal.Envelope} seals a record under a data key of its own, and a
 * {@link dev.connections.internal.seal.KeySet} wraps that data key.
 */
@NullMarked
package dev.connections.internal.seal;

import org.jspecify.annotations.NullMarked;
