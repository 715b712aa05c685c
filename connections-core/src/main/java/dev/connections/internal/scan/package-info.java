/** Finds link names in source files; entry type {@link dev.connections.internal.scan.Sources}. */
@NullMarked
package dev.connections.internal.scan;

import org.jspecify.annotations.NullMarked;
