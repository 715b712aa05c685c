package dev.connections.testing.internal.service;

import dev.connections.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * What a token response hands out.
 *
 * @param refreshToken empty where the response leaves it out
 */
record Issued(Secret accessToken, Optional<Secret> refreshToken, Set<String> scopes) {}
