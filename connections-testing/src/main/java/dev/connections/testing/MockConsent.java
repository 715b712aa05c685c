package dev.connections.testing;

import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizedConnection;
import dev.connections.ConnectionException;
import java.net.URI;

/**
 * The people of a mock service: who consents, and who refuses. A part of {@link MockService}.
 *
 * @param <F> the flow that authorizes it
 */
public interface MockConsent<F extends AuthorizationFlow> {
    /**
     * Authorizes a connection: drives the whole flow over HTTP and says yes at the consent page, hands the account's password
     * or key in, or has a token granted. Blocks.
     *
     * @param connection the connection
     * @param account who consents; with client credentials the account the tokens belong to
     * @return the new authorization
     * @throws ConnectionException if the SDK could not complete the flow
     */
    Authorization approve(AuthorizedConnection<F> connection, String account);

    /**
     * Completes one flow, such as {@code connection.reconnect()}, as {@link #approve(AuthorizedConnection, String)} does.
     *
     * @param flow the flow
     * @param account who consents
     * @return the new authorization
     * @throws ConnectionException if the SDK could not complete the flow
     */
    Authorization approve(F flow, String account);

    /**
     * Tries to authorize a connection and is refused: at the consent page, at the token endpoint, or with a wrong password or
     * key.
     *
     * @param connection the connection
     * @return what the connection threw
     * @throws IllegalStateException if it threw nothing
     */
    ConnectionException deny(AuthorizedConnection<F> connection);

    /**
     * Plays the browser of a user who consents.
     *
     * @param authorizationRequest where the application sent the browser
     * @param account who consents
     * @return where the service sends the browser back to: the callback
     * @throws IllegalStateException if the service shows an error page instead of the consent page
     */
    URI consent(URI authorizationRequest, String account);

    /**
     * Plays the browser of a user who refuses.
     *
     * @param authorizationRequest where the application sent the browser
     * @return the callback, with {@code error=access_denied}
     * @throws IllegalStateException as {@link #consent}
     */
    URI refusal(URI authorizationRequest);
}
