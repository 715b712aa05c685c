/** The stores' insides; entry type {@link dev.connections.internal.store.MemoryStore}. */
@NullMarked
package dev.connections.internal.store;

import org.jspecify.annotations.NullMarked;
