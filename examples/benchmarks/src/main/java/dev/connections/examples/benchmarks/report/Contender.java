package dev.connections.examples.benchmarks.report;

import java.util.OptionalDouble;

/**
 * One way to do the work of a row.
 *
 * @param name who does it
 * @param nanoseconds how long it took
 * @param bytes how much it allocated; empty if that was not measured
 */
public record Contender(String name, Estimate nanoseconds, OptionalDouble bytes) {}
