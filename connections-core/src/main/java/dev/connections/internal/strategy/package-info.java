/** The built-in strategies, the registry of all of them, and the request they write on. Not exported. */
@NullMarked
package dev.connections.internal.strategy;

import org.jspecify.annotations.NullMarked;
