/** Turns measurements into tables of ratios. */
@NullMarked
package dev.connections.examples.benchmarks.report;

import org.jspecify.annotations.NullMarked;
