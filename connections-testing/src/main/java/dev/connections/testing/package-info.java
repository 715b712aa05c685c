/**
 * What tests of code that uses connections need: a mock service that speaks real HTTP on loopback, a clock to move, a
 * connection without a flow, and a canary that notices printed secrets.
 *
 * <p>Start with {@link dev.connections.testing.MockService} and {@link dev.connections.testing.MutableClock}.
 */
@NullMarked
package dev.connections.testing;

import org.jspecify.annotations.NullMarked;
