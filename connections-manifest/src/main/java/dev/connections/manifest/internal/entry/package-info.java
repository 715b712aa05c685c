/**
 * Connection entries: their keys, the three shapes they come in, where each product keeps them, and how one is put in,
 * changed or taken out.
 *
 * <p>{@link dev.connections.manifest.internal.entry.Entry} is what an entry says,
 * {@link dev.connections.manifest.internal.entry.Manifest} a document with its entries.
 */
@NullMarked
package dev.connections.manifest.internal.entry;

import org.jspecify.annotations.NullMarked;
