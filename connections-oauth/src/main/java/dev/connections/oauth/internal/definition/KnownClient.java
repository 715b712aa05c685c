package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import java.util.Map;

/** A client that can be written into a document, with its secrets apart. Immutable. */
public sealed interface KnownClient extends ClientAuthentication permits ClientSecret, ClientAssertion {
    /** Returns a document with the members that say how this client authenticates. */
    Document into(Document document);

    /** Returns the secrets that those members name. */
    Map<String, Secret> secrets();

    /** Tells whether the client can prove who it is. */
    boolean proves();

    /** Reads a client. */
    static KnownClient of(Document document, String clientId, SecretNames names) {
        boolean secret = document.object(ClientSecret.MEMBER).has("secret");
        if (!document.has(ClientAssertion.MEMBER)) {
            return ClientSecret.of(document, clientId, names);
        }
        if (secret || document.has(ClientSecret.METHOD)) {
            throw Wrong.option(
                    "withClientAuthentication",
                    "the client signs with its key and sends no secret; use client(id, secret) to send one");
        }
        return new ClientAssertion(AssertionFormat.of(document.object(ClientAssertion.MEMBER), names));
    }
}
