package dev.connections.oauth;

import dev.connections.spi.Credential;

/**
 * What the SDK stores of one OAuth 2 token: access token, refresh token, expiry, scopes.
 *
 * <p>Opaque: only an {@link OAuth2Strategy} makes and reads it. Immutable, thread-safe, prints no secret.
 */
public interface OAuth2Token extends Credential {}
