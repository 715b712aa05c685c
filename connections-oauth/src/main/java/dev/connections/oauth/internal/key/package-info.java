/** Private keys of clients, read from text that can be stored. */
@NullMarked
package dev.connections.oauth.internal.key;

import org.jspecify.annotations.NullMarked;
