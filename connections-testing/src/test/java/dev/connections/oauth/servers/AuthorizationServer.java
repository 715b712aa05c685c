package dev.connections.oauth.servers;

import java.net.URI;

/**
 * A running authorization server that knows the registrations of {@link Registrations}.
 *
 * <p>Its endpoints are stated here as its manual states them, not read from its metadata: that is what makes them a
 * check of discovery.
 */
interface AuthorizationServer extends AutoCloseable {
    /** Returns the issuer identifier, which is also the base of the metadata's address. */
    String issuer();

    URI authorizationEndpoint();

    URI tokenEndpoint();

    URI revocationEndpoint();

    URI introspectionEndpoint();

    URI userInfoEndpoint();

    URI pushedAuthorizationRequestEndpoint();

    /** What the server itself protects, and who comes there with a bound token must prove its key. */
    URI provenResource();

    @Override
    void close();
}
