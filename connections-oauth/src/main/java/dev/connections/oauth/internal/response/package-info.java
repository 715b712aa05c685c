/**
 * The tolerant, bounded reader of what a token endpoint answers.
 *
 * <p>Start at {@link dev.connections.oauth.internal.response.TokenResponseReader}. It salvages the tokens first and
 * judges afterwards: whatever throws between a server's answer and the store loses a rotated refresh token.
 */
@NullMarked
package dev.connections.oauth.internal.response;

import org.jspecify.annotations.NullMarked;
