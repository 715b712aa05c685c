package dev.connections;

import java.net.URI;
import java.time.Instant;
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
     * Returns the summaries of every connection that the actor may see, with the status of each authorization, to be
     * narrowed down. Iterating reads the tenant's records in a few queries, however many connections there are; a page
     * without a status reads those of its own connections only.
     *
     * @return the summaries, by link name; read anew by each iteration
     */
    Summaries summaries();

    /**
     * Lists the services in use, default and custom, each once; the connections of one are
     * {@code summaries().ofService(service.linkName())}.
     *
     * @return the services by link name, each as the connection that changed last has it
     */
    List<Service<?>> services();

    /**
     * Lists the connections that an application uses, as recorded by references.
     *
     * @param application the application's stable id or name
     * @param components only those used by these components; none for the whole application
     * @return the summaries of those that the actor may see, by link name
     * @throws ConnectionConfigurationException if a name cannot be used ({@code reference_malformed})
     */
    List<ConnectionSummary> usedIn(String application, String... components);

    /**
     * Returns what was done to the tenant's connections, as the audit trail keeps it, to be narrowed down. Routine (a
     * refresh and its failures) is told to listeners only.
     *
     * @return the events that the actor may see, the oldest first; read anew by each iteration
     */
    History history();

    /**
     * Renews the tenant's credentials that are due ({@link #nextMaintenance}), so that none dies because nobody used it.
     * For a scheduler of the host, on one node or on all: each credential is renewed once. Failures are told to listeners
     * and tried again at a later call. Blocks.
     *
     * @param limit the most to renew, at least 1
     * @return how many of them are renewed now; 0 if none is due or none could be
     * @throws IllegalArgumentException if the limit is below 1
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    int refreshDue(int limit);

    /**
     * Says when the next of the tenant's credentials must be renewed lest its service forgets it because nobody used it:
     * an OAuth 2.0 refresh token 7 days after it was renewed last, or earlier where the service said that it lives for less.
     *
     * @return when {@link #refreshDue} has work next; in the past if it has now; empty if never
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    Optional<Instant> nextMaintenance();

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
     * Makes the recorded references of an application exactly those that were found, in all connections. Recorded and found
     * ones are compared, so that doing it again changes nothing. Blocks.
     *
     * @param application the application's stable id or name, that of every reference given
     * @param found what a {@link dev.connections.spi.ReferenceScanner} found: places by link name
     * @return the link names among them under which nothing is declared, sorted; nothing is recorded for these
     * @throws ConnectionForbiddenException if the actor may not change the references of one of the connections concerned;
     *     then nothing has changed ({@code operation_forbidden})
     * @throws ConnectionConfigurationException if a reference is of another application, or the name cannot be used ({@code
     *     reference_malformed})
     */
    List<String> replaceReferences(String application, Map<String, List<Reference>> found);

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

    /** Summaries by link name. Immutable: narrowing returns a copy; iterating reads. */
    interface Summaries extends Iterable<ConnectionSummary> {
        /**
         * Returns a copy with the connections of a service.
         *
         * @param serviceLinkName the service's link name
         * @return the copy
         */
        @CheckReturnValue
        Summaries ofService(String serviceLinkName);

        /**
         * Returns a copy with the connections of a kind.
         *
         * @param kind the kind
         * @return the copy
         */
        @CheckReturnValue
        Summaries ofKind(ConnectionSummary.Kind kind);

        /**
         * Returns a copy with the connections that have an authorization in a status; one without any is DISCONNECTED.
         *
         * @param status the status
         * @return the copy
         */
        @CheckReturnValue
        Summaries withStatus(AuthorizationStatus status);

        /**
         * Returns a copy with the connections that an actor declared.
         *
         * @param actorId the actor's id
         * @return the copy
         */
        @CheckReturnValue
        Summaries createdBy(String actorId);

        /**
         * Returns a copy with the connections whose name, link name or service name contains a text.
         *
         * @param text in any case
         * @return the copy
         */
        @CheckReturnValue
        Summaries search(String text);

        /**
         * Reads one page.
         *
         * @param number which, from 0
         * @param size how many a page, 1 to 1000
         * @return the page; empty behind the last
         */
        List<ConnectionSummary> page(int number, int size);
    }

    /** What was done, the oldest first. Immutable: narrowing returns a copy; iterating reads. */
    interface History extends Iterable<ConnectionListener.Event> {
        /**
         * Returns a copy with the events of one connection, also after it was deleted.
         *
         * @param linkName the connection link name
         * @return the copy
         */
        @CheckReturnValue
        History of(String linkName);

        /**
         * Returns a copy with the events of what one actor did.
         *
         * @param actorId the actor's id
         * @return the copy
         */
        @CheckReturnValue
        History by(String actorId);

        /**
         * Returns a copy with the events from an instant on.
         *
         * @param instant by the SDK's clock, in milliseconds
         * @return the copy
         */
        @CheckReturnValue
        History since(Instant instant);

        /**
         * Reads the events that came last.
         *
         * @param count how many at most, 1 to 1000
         * @return the events, the newest first
         */
        List<ConnectionListener.Event> latest(int count);
    }
}
