package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.oauth.internal.wire.ForeignText;
import java.util.List;

/** The exceptions of tokens that cannot be used. */
final class Unusable {
    private Unusable() {}

    static ConnectionException token() {
        return new ConnectionProtocolException(
                "unusable_token",
                "the service's access token cannot be sent: it is empty, repeated, too long or not visible ASCII; report it"
                        + " to the service",
                null);
    }

    static ConnectionException missing() {
        return new ConnectionProtocolException(
                "token_missing",
                "the service's answer holds no access token; if it stands elsewhere, say where with"
                        + " TokenResponseFormat.withToken",
                null);
    }

    static ConnectionException type(String type) {
        return new ConnectionProtocolException(
                "token_type_unsupported",
                "the service issued a token of type \"" + ForeignText.clean(type, List.of())
                        + "\", which cannot be sent as a bearer token; if it can, say so with"
                        + " TokenResponseFormat.withTokenTypes",
                null);
    }
}
