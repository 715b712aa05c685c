/**
 * OAuth 2.0 for connections: authorization code with PKCE, client credentials, refresh, revocation and discovery.
 *
 * <p>Start at {@link dev.connections.oauth.OAuth2}; what it returns is an
 * {@link dev.connections.oauth.OAuth2Strategy}, an immutable value whose {@code with…} methods hold everything a
 * server does differently. {@link dev.connections.oauth.LoopbackReceiver} lets a desktop tool receive the redirect.
 */
@NullMarked
package dev.connections.oauth;

import org.jspecify.annotations.NullMarked;
