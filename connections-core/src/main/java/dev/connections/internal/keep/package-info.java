/**
 * Care of what is stored already; entry type {@link dev.connections.internal.keep.Rewrap}, which seals records anew under the
 * current key.
 */
@NullMarked
package dev.connections.internal.keep;

import org.jspecify.annotations.NullMarked;
