package dev.connections;

import dev.connections.internal.definition.ServiceDocuments;
import dev.connections.internal.definition.ServiceStages;
import dev.connections.spi.CredentialStrategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A third party's API: names, how to authenticate, and the origins credentials may go to. Immutable; safe to log.
 *
 * @param <F> the flow it offers
 */
public interface Service<F extends AuthorizationFlow> {
    /** {@return the display name, at most 50 characters} */
    String name();

    /**
     * Returns the service link name, derived from the name unless stated.
     *
     * @return the link name
     * @throws ConnectionConfigurationException if none was stated and none can be derived ({@code link_name_empty})
     */
    String linkName();

    /** {@return {@code oauth2}, {@code basic}, {@code api_key}, or a strategy's own dotted name} */
    String authenticationType();

    /** {@return whether it was defined by its user rather than taken from a catalogue} */
    boolean custom();

    /** {@return the origins credentials may go to, such as {@code https://api.acme.example}} */
    List<String> resourceServers();

    /** {@return what paths are resolved against, when the account has no base of its own} */
    String apiBase();

    /** {@return static headers that its API wants with every request} */
    Map<String, String> headers();

    /** {@return what is asked for when it is connected, in order; empty if everything is stated} */
    List<Input> inputs();

    /** {@return how many tokens it gives; empty if it is not known to limit them} */
    Optional<TokenLimits> limits();

    /** {@return the scopes asked for when a definition names none} */
    List<String> defaultScopes();

    /** {@return the scopes it is known to have, as value and meaning; empty if nobody listed them} */
    List<Field> scopes();

    /**
     * Returns what a page or a manifest may show.
     *
     * @return texts by name, such as {@code authorization_endpoint}; no secret
     * @throws ConnectionConfigurationException if one of them depends on an input that is open until the service is connected
     *     ({@code input_missing}); state it with {@link #withInputValues}
     */
    Map<String, String> facts();

    /**
     * Returns the service as a JSON document, format 1. Secrets are references: {@code {"secret": "client_secret"}}.
     *
     * @return the document
     */
    String toJson();

    /**
     * Explains how this service is connected, as plain text: what is needed before, every request as it is sent, and each option
     * that differs from the standard. The requests are written by the code that sends them, to a client that sends nothing; what
     * is secret or new each time is shown by name, such as {@code <client_secret>} or {@code <state>}. Headers are in the order
     * of their names, without those of HTTP itself ({@code Content-Length}, {@code Accept-Encoding}, {@code Connection}, {@code
     * User-Agent}). Does not ask the network.
     *
     * @return the text, for people; its wording may change
     */
    String explain();

    /**
     * Explains the same, with the redirect URI that must be registered at the service.
     *
     * @param redirectUri where the browser will come back to, as given to {@link RedirectFlow#begin}
     * @return the text, for people; its wording may change
     * @throws ConnectionConfigurationException if no service takes that address ({@code redirect_uri_malformed})
     */
    String explain(String redirectUri);

    /**
     * Reads a document that {@link #toJson()} wrote. Sees the strategies that {@link java.util.ServiceLoader} finds; for
     * those given to a builder use {@link ConnectionsView#service}.
     *
     * @param json the document
     * @param secrets the secrets its references name
     * @return the service
     * @throws ConnectionConfigurationException if the document cannot be used ({@code service_malformed}), a secret is
     *     missing ({@code secret_missing}) or the type is unknown ({@code unknown_authentication_type})
     */
    static Service<?> fromJson(String json, Map<String, Secret> secrets) {
        return ServiceDocuments.read(json, secrets);
    }

    /**
     * Starts a connection to this service.
     *
     * @param name the connection name, 1 to 50 characters; the link name is derived from it unless stated
     * @return the definition
     * @throws ConnectionConfigurationException if the name cannot be used ({@code name_too_long}, {@code name_malformed})
     */
    ConnectionDefinition<F> connection(String name);

    /**
     * Returns a copy with a stated service link name.
     *
     * @param linkName begins with a lower-case letter, then a-z, 0-9 or _, 50 characters at most
     * @return the copy
     * @throws ConnectionConfigurationException if it has another shape ({@code link_name_shape})
     */
    @CheckReturnValue
    Service<F> withLinkName(String linkName);

    /**
     * Returns a copy whose direct credentials are tried before they are saved: any 2xx accepts them.
     *
     * @param method {@code GET} or {@code HEAD}, or another method if the API has no safe one
     * @param path resolved against the API base
     * @return the copy
     */
    @CheckReturnValue
    Service<F> withProbe(String method, String path);

    /**
     * Returns a copy that asks the service whose account was authorized: a GET with the new credentials, at most 5 seconds,
     * before they are saved. The id tells a reconnect as another account; the name is shown to people. Where the service
     * does not answer, the account is numbered instead.
     *
     * @param path resolved against the API base
     * @param idPointer JSON Pointer (RFC 6901) to the account's stable id in the response, a text or a number, for example
     *     {@code /data/id}
     * @param namePointer JSON Pointer to the account's name or e-mail address
     * @return the copy
     * @throws ConnectionConfigurationException if the path or a pointer cannot be used ({@code path_malformed},
     *     {@code pointer_malformed})
     */
    @CheckReturnValue
    Service<F> withIdentity(String path, String idPointer, String namePointer);

    /**
     * Returns a copy with a static header for every request to its API.
     *
     * @param name a header name; not {@code Host}, {@code Content-Length}, {@code Transfer-Encoding} or {@code Cookie}
     * @param value visible ASCII; not a secret
     * @return the copy
     * @throws ConnectionConfigurationException if either cannot be used ({@code header_malformed})
     */
    @CheckReturnValue
    Service<F> withHeader(String name, String value);

    /**
     * Returns a copy with another API base than the first resource server.
     *
     * @param base an {@code https} URI whose origin is a resource server
     * @return the copy
     * @throws ConnectionConfigurationException if it is not ({@code origin_not_allowed}, {@code endpoint_malformed})
     */
    @CheckReturnValue
    Service<F> withApiBase(String base);

    /**
     * Returns a copy that keeps within the service's limits on tokens: no more are asked for, and whoever waits learns from
     * {@link TransientConnectionException#retryAfter()} when there may be another one ({@code token_limit_reached}).
     *
     * @param limits what the service documents
     * @return the copy
     */
    @CheckReturnValue
    Service<F> withLimits(TokenLimits limits);

    /**
     * Returns a copy that asks for these values when it is connected. They stand wherever their {@link Input#place()} was
     * written: in values, not in names of headers and parameters, and not in scopes, which are the same for every account.
     *
     * @param first an input
     * @param more further inputs, in the order to ask for them
     * @return the copy
     * @throws ConnectionConfigurationException if one is used nowhere, has the name of another one or of something the service
     *     writes in braces, stands in a name or a scope, or could choose the domain of an address ({@code input_unusable})
     */
    @CheckReturnValue
    Service<F> withInputs(Input first, Input... more);

    /**
     * Returns a copy with values for {@link #inputs()}, so that nobody is asked for them. Sees the strategies that {@link
     * java.util.ServiceLoader} finds.
     *
     * @param values a value for each input without a default, by name
     * @return the copy
     * @throws ConnectionConfigurationException if one is missing ({@code input_missing}), unknown ({@code input_unknown}) or
     *     breaks its rule ({@code input_malformed})
     */
    @CheckReturnValue
    Service<F> withInputValues(Map<String, String> values);

    /**
     * Returns a copy that is reached at public addresses only, for a service whose hosts a user named, as an address typed
     * into a page: else that user can have this machine send requests inside its own network. Every call of the SDK's own
     * and every request through the OkHttp interceptor then refuses loopback, private and other special addresses ({@code
     * address_not_allowed}), in the name resolution that the connection is made with, unless the builder allows the host
     * ({@link Connections.Builder#allowPrivateHosts}). Entries of a catalogue whose inputs name a host have it set.
     *
     * <p>Who takes credentials out and sends them with another HTTP client must check the addresses there.
     *
     * @return the copy
     */
    @CheckReturnValue
    Service<F> withPublicAddressesOnly();

    /**
     * Returns a copy with scopes to ask for when a definition names none.
     *
     * @param scopes scope tokens
     * @return the copy
     * @throws ConnectionConfigurationException if one is blank, repeated or malformed ({@code scope_malformed}), or holds the
     *     place of an input ({@code input_unusable})
     */
    @CheckReturnValue
    Service<F> withDefaultScopes(String... scopes);

    /**
     * Returns a copy that lists the scopes it knows, for pickers.
     *
     * @param scopes a field for each: name is the scope, display name its meaning in one line
     * @return the copy
     */
    @CheckReturnValue
    Service<F> withKnownScopes(List<Field> scopes);

    /**
     * Starts a custom service.
     *
     * @param name the display name, 1 to 50 characters
     * @return the next stage
     * @throws ConnectionConfigurationException if the name cannot be used ({@code name_too_long}, {@code name_malformed})
     */
    static NeedsResourceServers custom(String name) {
        return ServiceStages.custom(name);
    }

    /**
     * Starts a default service, for a catalogue.
     *
     * @param linkName the service link name
     * @param name the display name
     * @return the next stage
     */
    static NeedsResourceServers catalogued(String linkName, String name) {
        return ServiceStages.catalogued(linkName, name);
    }

    /** The stage that asks where credentials may go. */
    interface NeedsResourceServers {
        /**
         * Allows {@code http} resource servers on loopback addresses: for tests against a server in the same process.
         *
         * @return this stage
         */
        NeedsResourceServers withPlainHttpForLoopbackTestsOnly();

        /**
         * States the origins credentials may go to.
         *
         * @param first an {@code https} origin such as {@code https://api.acme.example}; a path makes it the API base
         * @param more further origins
         * @return the next stage
         * @throws ConnectionConfigurationException if one is not https ({@code endpoint_not_https}) or cannot be used
         *     ({@code endpoint_malformed})
         */
        NeedsAuthentication resourceServers(String first, String... more);
    }

    /** The stage that asks how to authenticate. */
    interface NeedsAuthentication {
        /**
         * States the strategy.
         *
         * @param strategy OAuth 2, Basic, API key or your own
         * @param <F> the flow it offers
         * @return the finished service
         */
        <F extends AuthorizationFlow> Service<F> authentication(CredentialStrategy<?, F> strategy);
    }
}
