/**
 * Bytes and characters as OAuth puts them on the wire: form encoding, Basic authentication, PKCE, {@code Retry-After},
 * and the cleaning of text that a server sent. Knows no connection and makes no request.
 */
@NullMarked
package dev.connections.oauth.internal.wire;

import org.jspecify.annotations.NullMarked;
