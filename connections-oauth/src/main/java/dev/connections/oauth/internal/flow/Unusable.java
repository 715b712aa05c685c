package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
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

    static ConnectionException unchosen() {
        return new ConnectionConfigurationException(
                "choice_required",
                "the account reaches several places at its service and nobody has chosen one, so no request can name it; list"
                        + " them with choices() and take one with choose(id)",
                null);
    }

    static ConnectionException missing() {
        return new ConnectionProtocolException(
                "token_missing",
                "the service's answer holds no access token; if it stands elsewhere, say where with"
                        + " TokenResponseFormat.withToken",
                null);
    }

    /** RFC 9449, section 5: a token that is good without a proof is good for a thief. */
    static ConnectionException unbound(String type) {
        return new ConnectionProtocolException(
                "token_not_bound",
                "the service issued a token of type \"" + ForeignText.clean(type, List.of())
                        + "\" where one bound to a key (DPoP) was asked for, so it is not sent anywhere; have the service bind"
                        + " this client's tokens, then ask the user to authorize again with reconnect(), or leave withDpop out",
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
