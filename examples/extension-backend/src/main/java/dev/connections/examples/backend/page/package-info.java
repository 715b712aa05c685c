/** The pages, each of which turns operations of the SDK into HTML. */
@NullMarked
package dev.connections.examples.backend.page;

import org.jspecify.annotations.NullMarked;
