/** What happened, told to listeners in order. Not exported. */
@NullMarked
package dev.connections.internal.event;

import org.jspecify.annotations.NullMarked;
