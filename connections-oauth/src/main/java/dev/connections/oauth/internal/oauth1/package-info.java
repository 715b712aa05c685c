/**
 * OAuth 1.0a at work: definition, three-legged flow, signatures.
 *
 * <p>Start at {@link dev.connections.oauth.internal.oauth1.SigningStrategy}, which offers them for one definition.
 */
@NullMarked
package dev.connections.oauth.internal.oauth1;

import org.jspecify.annotations.NullMarked;
