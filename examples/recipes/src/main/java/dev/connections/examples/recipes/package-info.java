/** One file, one question: each recipe has a main, and a test that runs it. */
@NullMarked
package dev.connections.examples.recipes;

import org.jspecify.annotations.NullMarked;
