/**
 * The SDK against real authorization servers: Spring Authorization Server inside the test's JVM, Keycloak in the
 * integration profile. One contract, {@link dev.connections.oauth.servers.AuthorizationServerContract}, holds for both.
 */
@NullMarked
package dev.connections.oauth.servers;

import org.jspecify.annotations.NullMarked;
