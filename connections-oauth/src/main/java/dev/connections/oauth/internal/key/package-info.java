/** Keys of clients that sign. */
@NullMarked
package dev.connections.oauth.internal.key;

import org.jspecify.annotations.NullMarked;
