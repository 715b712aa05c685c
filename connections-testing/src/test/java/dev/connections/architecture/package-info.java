/**
 * Tests that hold the house: who may depend on whom, what an exported signature may mention, how long a method may be,
 * and which jars a user gets.
 *
 * <p>{@link dev.connections.architecture.HouseRules} are the rules; each is shown able to fail on the wrong classes of
 * {@code broken}.
 */
@NullMarked
package dev.connections.architecture;

import org.jspecify.annotations.NullMarked;
