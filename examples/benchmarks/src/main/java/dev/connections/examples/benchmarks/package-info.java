/**
 * Measures the SDK beside the least code that does the same work and beside other libraries, and prints the ratios.
 *
 * <p>Start at {@link dev.connections.examples.benchmarks.Benchmarks}. Internals of the SDK are used here, and only here among
 * the examples, to measure a part without what is around it.
 */
@NullMarked
package dev.connections.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
