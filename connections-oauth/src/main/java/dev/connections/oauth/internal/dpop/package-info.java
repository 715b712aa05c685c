/**
 * Proof of possession: the key that a token is bound to, the proofs it signs, and what servers say about the next one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
@NullMarked
package dev.connections.oauth.internal.dpop;

import org.jspecify.annotations.NullMarked;
