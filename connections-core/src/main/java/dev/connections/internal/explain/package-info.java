/**
 * Explains a service: runs its strategy's own code against a client that sends nothing, and prints what would have been sent
 * without a secret in it. Not exported.
 */
@NullMarked
package dev.connections.internal.explain;

import org.jspecify.annotations.NullMarked;
