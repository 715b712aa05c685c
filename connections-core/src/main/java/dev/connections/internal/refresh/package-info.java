/**
 * Freshness: which credential is served, and the one refresh that renews it (RELIABILITY §5). Not exported.
 *
 * <p>{@link dev.connections.internal.refresh.Cell} holds the current version of a credential,
 * {@link dev.connections.internal.refresh.Refreshes} lets one refresh run for it.
 */
@NullMarked
package dev.connections.internal.refresh;

import org.jspecify.annotations.NullMarked;
