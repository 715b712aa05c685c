package dev.connections.oauth.internal.definition;

/** The one rule for client ids. */
public final class ClientId {
    private ClientId() {}

    /** Returns an id that can be sent. */
    public static String require(String id) {
        if (id.isBlank() || id.chars().anyMatch(Character::isISOControl)) {
            throw Wrong.definition(
                    "client_id_malformed",
                    "the client id is blank or holds a control character; copy it from the service's developer page");
        }
        return id;
    }
}
