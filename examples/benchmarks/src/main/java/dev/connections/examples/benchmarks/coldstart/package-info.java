/** Starts JVMs and watches them send their first authorized request. */
@NullMarked
package dev.connections.examples.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
