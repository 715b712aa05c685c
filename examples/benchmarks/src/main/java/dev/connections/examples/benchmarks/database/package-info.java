/** What the database store adds to the database's own work. */
@NullMarked
package dev.connections.examples.benchmarks.database;

import org.jspecify.annotations.NullMarked;
