package dev.connections;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Connections as one tenant and one actor see them. Thread-safe; views share executor, client and caches and combine in any
 * order.
 */
public interface ConnectionsView {
    /**
     * Declares a connection that one authorization serves for everybody: creates it if absent, else checks what cannot
     * change and takes over the name, scopes and service settings given here.
     *
     * @param definition what to declare
     * @param <F> the flow its service offers
     * @return the connection
     * @throws ConnectionConflictException if the link name belongs to another service, type, kind or environment setting
     *     ({@code definition_conflict})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    <F extends AuthorizationFlow> ManagedConnection<F> shared(ConnectionDefinition<F> definition);

    /**
     * Declares a connection that each user authorizes.
     *
     * @param definition as in {@link #shared}
     * @param <F> the flow its service offers
     * @return the connection
     * @throws ConnectionException as {@link #shared}
     */
    <F extends AuthorizationFlow> PerUserConnection<F> perUser(ConnectionDefinition<F> definition);

    /**
     * Returns a declared shared connection for use. Takes no lock and does no I/O once it was asked for.
     *
     * @param linkName the connection link name
     * @return the connection
     * @throws ConnectionConfigurationException if nothing is declared under it ({@code connection_unknown}) or each user has
     *     credentials of their own ({@code subject_required})
     */
    Connection get(String linkName);

    /**
     * Finds a declared connection.
     *
     * @param linkName the connection link name
     * @return the connection, empty if nothing is declared under it
     */
    Optional<DefinedConnection<?>> find(String linkName);

    /** {@return every declared connection of the tenant, by link name} */
    List<DefinedConnection<?>> all();

    /**
     * Completes a redirect flow of any connection: one callback URL serves all. The pending flow is found by its state.
     *
     * @param callback the full URI of the request that arrived at the redirect URI
     * @param sessionState the state kept in this browser's session
     * @return the new authorization
     * @throws ConnectionSecurityException if the callback is forged, late, replayed or of another browser
     * @throws ConnectionException as {@link RedirectFlow#complete(URI, String)}
     */
    Authorization complete(URI callback, String sessionState);

    /**
     * Completes a redirect flow of any connection with decoded parameters.
     *
     * @param parameters every value of every parameter
     * @param sessionState the state kept in this browser's session
     * @return the new authorization
     * @throws ConnectionException as {@link #complete(URI, String)}
     */
    Authorization complete(Map<String, List<String>> parameters, String sessionState);

    /**
     * Reads a service document, seeing also the strategies given to the builder.
     *
     * @param json what {@link Service#toJson()} wrote
     * @param secrets the secrets its references name
     * @return the service
     * @throws ConnectionConfigurationException as {@link Service#fromJson}
     */
    Service<?> service(String json, Map<String, Secret> secrets);

    /**
     * Lists the saved accounts of a service, used or not, the oldest first. An actor other than a super administrator sees
     * the organisation's and their own.
     *
     * @param service the service
     * @return the accounts, for {@link AuthorizedConnection#switchTo}
     */
    List<Account> accounts(Service<?> service);

    /**
     * Gives a saved account another display name.
     *
     * @param account one of {@link #accounts}
     * @param displayName 1 to 50 characters
     * @return the account under its new name
     * @throws ConnectionConfigurationException if it is no longer saved ({@code account_unknown}), or the name cannot be
     *     used ({@code name_too_long}, {@code name_empty})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    Account rename(Account account, String displayName);

    /**
     * Ends a saved account that nobody uses: at the service, whose answer does not stop it, and here. Blocks.
     *
     * @param account one of {@link #accounts}
     * @throws ConnectionConflictException if a connection uses it ({@code account_in_use})
     * @throws ConnectionConfigurationException if it is no longer saved ({@code account_unknown})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    void forget(Account account);

    /**
     * Ends an account whose credentials are compromised, whoever uses it: every authorization, then the account at the
     * service and here. Blocks.
     *
     * @param account one of {@link #accounts}
     * @return what stopped, in all connections that used it, and what the service answered
     * @throws ConnectionConfigurationException if it is no longer saved ({@code account_unknown})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    Revocation revokeEverywhere(Account account);

    /**
     * Returns the same connections as an application uses them: those disabled for it are refused it.
     *
     * @param application the application's stable id or name, as in {@link Reference}
     * @return the view
     * @throws ConnectionConfigurationException if the name cannot be used ({@code reference_malformed})
     */
    ConnectionsView forApplication(String application);

    /**
     * Returns the same connections as an actor may manage them: checked by the access policy and recorded.
     *
     * @param actor who acts
     * @return the view; closing is the owner's business
     */
    ConnectionsView by(Actor actor);

    /**
     * Returns another tenant's connections.
     *
     * @param tenant the tenant's id, 1 to 100 characters without control characters
     * @return the view
     * @throws ConnectionConfigurationException if the id cannot be used ({@code tenant_malformed})
     */
    ConnectionsView forTenant(String tenant);
}
