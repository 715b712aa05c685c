/** A house in which every rule is broken once, so that each rule can be seen to notice. */
@NullMarked
package dev.connections.architecture.broken;

import org.jspecify.annotations.NullMarked;
