/** Stores and the key ring that seals what they hold. */
@NullMarked
package dev.connections.store;

import org.jspecify.annotations.NullMarked;
