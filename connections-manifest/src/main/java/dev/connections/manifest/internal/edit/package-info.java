/**
 * Changes a JSON text so that only the bytes of what changed change.
 *
 * <p>{@link dev.connections.manifest.internal.edit.Editor} collects changes to one document; fresh text is laid out like
 * its neighbours ({@link dev.connections.manifest.internal.edit.Frame}). Knows nothing of manifests.
 */
@NullMarked
package dev.connections.manifest.internal.edit;

import org.jspecify.annotations.NullMarked;
