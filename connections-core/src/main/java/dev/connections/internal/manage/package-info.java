/** Operations on a whole connection: references, switches, deletion, and the report on how it stands. Not exported. */
@NullMarked
package dev.connections.internal.manage;

import org.jspecify.annotations.NullMarked;
