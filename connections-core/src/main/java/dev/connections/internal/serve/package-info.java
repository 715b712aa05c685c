/**
 * Serving credentials: a slot for each authorization that is used, and what is ready in it. Not exported.
 *
 * <p>The hot path is {@link dev.connections.internal.serve.Slot#ready}: no lock, no I/O, no allocation.
 */
@NullMarked
package dev.connections.internal.serve;

import org.jspecify.annotations.NullMarked;
