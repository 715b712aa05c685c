/** The SDK's own JSON documents, read with limits and located errors. Not exported. */
@NullMarked
package dev.connections.internal.json;

import org.jspecify.annotations.NullMarked;
