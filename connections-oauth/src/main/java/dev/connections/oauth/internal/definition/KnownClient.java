package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import java.util.Map;
import java.util.Optional;

/** A client that can be written into a document, with its secrets apart. Immutable. */
public sealed interface KnownClient extends ClientAuthentication
        permits ClientSecret, ClientAssertion, ClientCertificate {
    /** Returns a document with the members that say how this client authenticates. */
    Document into(Document document);

    /** Returns the secrets that those members name. */
    Map<String, Secret> secrets();

    /** Tells whether the client can prove who it is, as one with a key always can. */
    default boolean proves() {
        return true;
    }

    /** A client with a key has no choice of method. */
    @Override
    default Optional<Method> method() {
        return Optional.empty();
    }

    /** A client with a key sends no secret. */
    @Override
    default Optional<Secret> secret() {
        return Optional.empty();
    }

    /** Reads a client. */
    static KnownClient of(Document document, String clientId, SecretNames names) {
        boolean signs = document.has(ClientAssertion.MEMBER);
        if (!signs && !document.has(ClientCertificate.MEMBER)) {
            return ClientSecret.of(document, clientId, names);
        }
        if (document.has(ClientSecret.MEMBER) || document.has(ClientSecret.METHOD)) {
            throw Wrong.option(
                    "withClientAuthentication",
                    "the client has a key and sends no secret; use client(id, secret) to send one");
        }
        return signs
                ? new ClientAssertion(AssertionFormat.of(document.object(ClientAssertion.MEMBER), names))
                : ClientCertificate.of(document.object(ClientCertificate.MEMBER), names);
    }
}
