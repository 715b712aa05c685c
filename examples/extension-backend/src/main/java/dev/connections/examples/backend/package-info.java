/** A small real backend with a Connections page, started by {@link dev.connections.examples.backend.ExtensionBackend}. */
@NullMarked
package dev.connections.examples.backend;

import org.jspecify.annotations.NullMarked;
