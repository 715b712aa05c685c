/**
 * Reads JSON text without losing a byte of it.
 *
 * <p>{@link dev.connections.manifest.internal.json.Document} keeps the bytes and an index of where each value starts;
 * {@link dev.connections.manifest.internal.json.Node} is one value of it. Whatever is not JSON becomes a located
 * {@link dev.connections.manifest.internal.json.Flaw} and reading goes on. Knows nothing of manifests.
 */
@NullMarked
package dev.connections.manifest.internal.json;

import org.jspecify.annotations.NullMarked;
