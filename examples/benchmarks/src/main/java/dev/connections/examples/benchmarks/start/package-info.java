/** Programs that get a token, send one authorized request and end: what the first use costs a new JVM. */
@NullMarked
package dev.connections.examples.benchmarks.start;

import org.jspecify.annotations.NullMarked;
