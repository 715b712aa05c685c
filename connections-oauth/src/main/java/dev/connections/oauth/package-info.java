/**
 * OAuth 2.0 and 1.0a for connections: authorization code with PKCE and OpenID Connect, client credentials, devices, JWT
 * bearer, token exchange, passwords where nothing else is left; refresh, revocation, discovery.
 *
 * <p>Start at {@link dev.connections.oauth.OAuth2}, or {@link dev.connections.oauth.OAuth1}; what the former returns is an
 * {@link dev.connections.oauth.OAuth2Strategy}, an immutable value whose {@code with…} methods hold everything a
 * server does differently. {@link dev.connections.oauth.LoopbackReceiver} lets a desktop tool receive the redirect.
 */
@NullMarked
package dev.connections.oauth;

import org.jspecify.annotations.NullMarked;
