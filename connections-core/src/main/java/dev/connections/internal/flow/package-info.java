/** Authorizing: pending flows, what a strategy gets to work with, saving and ending what it brought. Not exported. */
@NullMarked
package dev.connections.internal.flow;

import org.jspecify.annotations.NullMarked;
