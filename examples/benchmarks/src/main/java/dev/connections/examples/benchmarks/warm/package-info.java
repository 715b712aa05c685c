/** What every request costs: credentials that are there and valid, and putting them on a request. */
@NullMarked
package dev.connections.examples.benchmarks.warm;

import org.jspecify.annotations.NullMarked;
