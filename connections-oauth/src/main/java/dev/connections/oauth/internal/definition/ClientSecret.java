package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import java.util.Optional;

/** A client with or without a secret. */
public record ClientSecret(Optional<Method> method, Optional<Secret> secret) implements ClientAuthentication {
    /** The client without a secret. */
    public static final ClientAuthentication NONE = new ClientSecret(Optional.empty(), Optional.empty());

    /** Returns a client with a secret; without a method it takes the server's. */
    public static ClientAuthentication of(Optional<Method> method, Secret secret) {
        if (secret.reveal().isBlank()) {
            throw Wrong.definition(
                    "client_secret_malformed",
                    "the client secret is blank; enter the one the service shows, or use publicClient(id)");
        }
        return new ClientSecret(method, Optional.of(secret));
    }

    /** Returns the method of a registered name. */
    static Method method(String registeredName) {
        if (registeredName.equals(CLIENT_SECRET_BASIC.registeredName())) {
            return CLIENT_SECRET_BASIC;
        }
        if (registeredName.equals(CLIENT_SECRET_POST.registeredName())) {
            return CLIENT_SECRET_POST;
        }
        throw Wrong.definition(
                "client_authentication_unknown",
                "the client authentication \"" + registeredName
                        + "\" is not known; use client_secret_basic or client_secret_post");
    }
}
