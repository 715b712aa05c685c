/** Tests of the testing kit itself. */
@NullMarked
package dev.connections.testing;

import org.jspecify.annotations.NullMarked;
