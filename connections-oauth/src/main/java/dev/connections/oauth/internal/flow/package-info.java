/**
 * OAuth 2 at work: flows, token endpoint, refresh, revocation.
 *
 * <p>Start at {@link dev.connections.oauth.internal.flow.DefinedStrategy}, which offers them for one definition.
 */
@NullMarked
package dev.connections.oauth.internal.flow;

import org.jspecify.annotations.NullMarked;
