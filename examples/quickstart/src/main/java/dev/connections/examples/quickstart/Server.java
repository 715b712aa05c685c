package dev.connections.examples.quickstart;

import dev.connections.RedirectFlow;
import dev.connections.Service;
import java.net.URI;

/** The third party: an authorization server, a user in front of it, and something to call. */
interface Server extends AutoCloseable {
    /** The service as it is defined. */
    Service<RedirectFlow> service();

    /** Where the browser comes back to; it must be registered there. */
    String redirectUri();

    /** Lets a user sign in and consent; returns the callback. */
    URI signIn(URI authorizationRequest);

    /** What to call. */
    URI resource();

    /** What its token endpoint was asked, as far as that can be seen from here. */
    String heard();

    @Override
    void close();
}
