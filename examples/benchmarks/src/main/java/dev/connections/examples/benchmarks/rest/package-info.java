/** What is at rest: sealing a record, and putting it on the disk. */
@NullMarked
package dev.connections.examples.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
