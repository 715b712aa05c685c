/**
 * The file on disk: read within limits, replaced as a whole or not at all.
 *
 * <p>{@link dev.connections.manifest.internal.file.BoundedReader} reads,
 * {@link dev.connections.manifest.internal.file.AtomicFile} writes, and
 * {@link dev.connections.manifest.internal.file.Lineage} remembers what a file held.
 */
@NullMarked
package dev.connections.manifest.internal.file;

import org.jspecify.annotations.NullMarked;
