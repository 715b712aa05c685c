/** Row 3: many threads want the same expired token, and the server takes each refresh token once. */
@NullMarked
package dev.connections.examples.benchmarks.stampede;

import org.jspecify.annotations.NullMarked;
