/**
 * Values that a definition computes for a request: a few functions over what the request knows, and nothing that could loop, read
 * or call. Entry: {@link dev.connections.oauth.internal.computed.Formula}.
 */
@NullMarked
package dev.connections.oauth.internal.computed;

import org.jspecify.annotations.NullMarked;
