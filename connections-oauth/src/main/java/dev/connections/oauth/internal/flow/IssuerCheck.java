package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.oauth.internal.metadata.Server;
import java.net.URI;
import java.util.Optional;

/**
 * Makes sure that a callback comes from the server the browser was sent to, before its code or its error is believed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207#section-2.4">RFC 9207, section 2.4</a>
 */
final class IssuerCheck {
    private final Server server;
    private final boolean plainHttp;

    IssuerCheck(Server server, boolean plainHttp) {
        this.server = server;
        this.plainHttp = plainHttp;
    }

    void require(Optional<String> named) {
        if (named.isPresent() ? !isOurs(named.get()) : server.announcesIssuer()) {
            throw new ConnectionSecurityException(
                    named.isPresent() ? "issuer_mismatch" : "issuer_missing",
                    "the callback " + (named.isPresent() ? "names another issuer than" : "does not name")
                            + " the server this authorization began with, so its code was sent nowhere; begin again, and"
                            + " state the issuer with withIssuer if the service's differs from its endpoint's origin",
                    null);
        }
    }

    private boolean isOurs(String named) {
        return server.issuer().map(named::equals).orElseGet(() -> sharesOrigin(named));
    }

    /** Without a stated issuer, the least that holds: a server's issuer lives where its authorization endpoint does. */
    private boolean sharesOrigin(String named) {
        try {
            URI issuer = ServerFormat.endpoint(named, "issuer", plainHttp);
            return server.authorizationEndpoint()
                    .filter(uri -> Uris.sameOrigin(uri, issuer))
                    .isPresent();
        } catch (ConnectionConfigurationException notOne) {
            return false;
        }
    }
}
