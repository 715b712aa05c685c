package dev.connections.internal.http;

import dev.connections.spi.AuthClient;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.IncomingResponse;
import java.util.List;
import java.util.Optional;

/** One version of a connection's credentials, as one request carries it. Immutable, thread-safe, prints no value. */
public interface AppliedCredentials {
    /** {@return the headers to add; names and values can be sent as they are} */
    List<Part> headers();

    /** {@return the query parameters to add, not encoded} */
    List<Part> query();

    /** {@return the fields to add to a form body, not encoded} */
    List<Part> form();

    /** {@return the cookies to add} */
    List<Part> cookies();

    /** {@return the certificate to show in the TLS handshake, empty for none} */
    default Optional<AuthClient.Identity> identity() {
        return Optional.empty();
    }

    /** {@return what keeps requests to public addresses, where a user named the service's hosts; empty elsewhere} */
    default Optional<AddressGuard> guard() {
        return Optional.empty();
    }

    /**
     * Tells whether a request with the other credentials would be answered as this one was.
     *
     * @param other what the same connection returned at another time
     * @return whether both come from one version of the stored credential
     */
    boolean sameVersionAs(AppliedCredentials other);

    /**
     * Judges the response to a request that carried these credentials.
     *
     * @param response what came back
     * @return the verdict
     */
    CredentialStrategy.Verdict inspect(IncomingResponse response);

    /**
     * Reports that they are expired or refused: the next {@link RequestAuthorizer#authorize} renews them, unless a newer
     * version is there already or the last renewal was refused a moment ago. Idempotent for each version; does not block.
     */
    void rejected();
}
