package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.Secret;
import dev.connections.oauth.internal.registration.StatedRegistration;
import dev.connections.spi.AuthClient;

/**
 * Registers a client at an authorization server by itself, where the server lets anybody or a holder of a token do so.
 * Immutable; every {@code with…} copies. Registering twice makes two clients: do it once and keep the answer.
 *
 * <pre>{@code
 * RegisteredClient client = ClientRegistration.at("https://acme.example")
 *     .withName("Acme for invoices")
 *     .withRedirectUris("https://app.example.com/callback")
 *     .register(connections.authClient());
 * }</pre>
 *
 * <p>Asks for a client of the authorization code grant with refresh tokens that authenticates by {@code client_secret_basic},
 * unless told otherwise.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591">RFC 7591</a>
 */
public interface ClientRegistration {
    /**
     * Begins a registration; nothing is sent yet.
     *
     * @param issuer the issuer identifier, an {@code https} URI, exactly as the metadata spells it; its metadata names the
     *     registration endpoint
     * @return the registration
     * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
     *     {@code endpoint_not_https})
     */
    static ClientRegistration at(String issuer) {
        return StatedRegistration.at(issuer);
    }

    /**
     * Returns a copy for a server in the same machine, over {@code http}.
     *
     * @param issuer the issuer identifier, {@code http} on a loopback address
     * @return the registration
     * @throws dev.connections.ConnectionConfigurationException as {@link #at}
     */
    static ClientRegistration atLoopbackForTestsOnly(String issuer) {
        return StatedRegistration.atLoopback(issuer);
    }

    /**
     * Returns a copy that sends the user's browser back to these places.
     *
     * @param uris the redirect URIs, instead of those given before
     * @return the copy
     */
    @CheckReturnValue
    ClientRegistration withRedirectUris(String... uris);

    /**
     * Returns a copy with a name that users see at the consent page.
     *
     * @param name the name
     * @return the copy
     */
    @CheckReturnValue
    ClientRegistration withName(String name);

    /**
     * Returns a copy that may ask for these scopes alone; without it the server decides.
     *
     * @param scopes the scopes
     * @return the copy
     */
    @CheckReturnValue
    ClientRegistration withScopes(String... scopes);

    /**
     * Returns a copy with other grants than {@code authorization_code} and {@code refresh_token}.
     *
     * @param grantTypes the grant types as RFC 7591 writes them, such as {@code client_credentials}
     * @return the copy
     */
    @CheckReturnValue
    ClientRegistration withGrantTypes(String... grantTypes);

    /**
     * Returns a copy of a client that uses its secret in another way than {@code client_secret_basic}.
     *
     * @param method a registered one of the constants of {@link ClientAuthentication}
     * @return the copy
     */
    @CheckReturnValue
    ClientRegistration withClientAuthentication(ClientAuthentication.Method method);

    /**
     * Returns a copy of a client that has a key instead of a secret ({@code private_key_jwt}).
     *
     * @param jsonWebKeySet the public keys as a JSON Web Key Set
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is no JSON object ({@code service_malformed}), or
     *     holds a private part, such as {@code d}, or a shared secret ({@code private_key_refused})
     */
    @CheckReturnValue
    ClientRegistration withPublicKeys(String jsonWebKeySet);

    /** {@return a copy of a client that has neither secret nor key, as one on users' own machines} */
    @CheckReturnValue
    ClientRegistration withoutClientAuthentication();

    /**
     * Returns a copy with what somebody the server trusts says of the software.
     *
     * @param statement the signed statement
     * @return the copy
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2.3">RFC 7591, section 2.3</a>
     */
    @CheckReturnValue
    ClientRegistration withSoftwareStatement(Secret statement);

    /**
     * Returns a copy that shows a token, for a server that does not let anybody register.
     *
     * @param token the initial access token
     * @return the copy
     */
    @CheckReturnValue
    ClientRegistration withInitialAccessToken(Secret token);

    /**
     * Returns a copy that says one more thing of the client, such as {@code client_uri}.
     *
     * @param name the name of the metadata value
     * @param value the value
     * @return the copy
     */
    @CheckReturnValue
    ClientRegistration withMetadata(String name, String value);

    /**
     * Registers the client. One request, after one for the metadata. Blocks.
     *
     * @param http {@link dev.connections.Connections#authClient()}; for an issuer that a user named,
     *     {@code authClient().publicAddressesOnly()}, which sends nothing into networks of one's own
     * @return the client
     * @throws dev.connections.ConnectionConfigurationException if the server refuses it ({@code invalid_redirect_uri},
     *     {@code invalid_client_metadata}, {@code invalid_software_statement}, {@code unapproved_software_statement},
     *     {@code registration_refused}), registers nobody by itself ({@code registration_unsupported}), or a grant that needs
     *     one has no redirect URI ({@code redirect_uri_missing})
     * @throws dev.connections.ConnectionProtocolException if the answer cannot be used ({@code registration_malformed}), or
     *     the server registered something else than was asked for ({@code registration_differs})
     * @throws dev.connections.ConnectionSecurityException if the metadata is another issuer's ({@code issuer_mismatch}), or
     *     an address is not public where it must be ({@code address_not_allowed})
     * @throws dev.connections.TransientConnectionException if the server cannot answer now
     */
    RegisteredClient register(AuthClient http);
}
