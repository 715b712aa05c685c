/**
 * OpenID Connect: who the user is, proven by an ID token.
 *
 * <p>Start at {@link dev.connections.oauth.internal.openid.IdTokenCheck}.
 */
@NullMarked
package dev.connections.oauth.internal.openid;

import org.jspecify.annotations.NullMarked;
