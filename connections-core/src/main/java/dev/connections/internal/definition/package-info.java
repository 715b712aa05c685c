/** Services and definitions as values: names, origins, documents. Not exported. */
@NullMarked
package dev.connections.internal.definition;

import org.jspecify.annotations.NullMarked;
