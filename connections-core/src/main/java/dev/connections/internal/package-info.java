/** The parts that make the front door work: builder, views and handles. Not exported. */
@NullMarked
package dev.connections.internal;

import org.jspecify.annotations.NullMarked;
