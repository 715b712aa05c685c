package dev.connections;

import java.util.List;

/**
 * A declared connection, shared or per user, with the operations on its definition. Thread-safe.
 *
 * @param <F> the flow its service offers
 */
public sealed interface DefinedConnection<F extends AuthorizationFlow> permits ManagedConnection, PerUserConnection {
    /** {@return the definition as stored} */
    ConnectionDefinition<F> definition();

    /** {@return every field of Zoho's connection pages} */
    ConnectionSummary summary();

    /**
     * Begins an edit of what may change: name, scopes and service settings. Link name, environments and who authorizes are
     * fixed at creation.
     *
     * @return the edit, which changes nothing yet
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     * @throws ConnectionConfigurationException if the connection was deleted ({@code connection_deleted})
     */
    Edit edit();

    /** {@return the places that use it, as recorded} */
    List<Reference> references();

    /**
     * Records that a place uses it. Recording it again changes nothing.
     *
     * @param reference the place
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     * @throws ConnectionConfigurationException if the connection was deleted ({@code connection_deleted})
     */
    void addReference(Reference reference);

    /**
     * Removes the record of a place that no longer uses it; nothing happens if there is none.
     *
     * @param reference the place
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    void removeReference(Reference reference);

    /** {@return who may use it, to be changed} */
    Access access();

    /**
     * Deletes it with its authorizations, its pending flows and the accounts that nobody else uses; these are revoked at
     * the service, whose answers do not stop it. The audit trail stays, and the link name is free again. Blocks.
     *
     * @return what ended
     * @throws ConnectionConflictException if something refers to it ({@code connection_in_use})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    Deletion delete();

    /**
     * Reports how it stands, for a support request: definition, authorizations, tokens, leases, failures, clocks and keys.
     * Reads the store, calls no service. The report names no person and holds no secret.
     *
     * @return the report
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    Diagnosis diagnose();

    /** An edit of a definition as it was when the edit began. Immutable: every method returns a copy. */
    interface Edit {
        /**
         * Returns a copy that gives the connection another display name.
         *
         * @param name 1 to 50 characters
         * @return the copy
         * @throws ConnectionConfigurationException if the name cannot be used ({@code name_malformed},
         *     {@code name_too_long})
         */
        @CheckReturnValue
        Edit withName(String name);

        /**
         * Returns a copy that asks for other scopes from now on. Scopes that were not asked for when an authorization was
         * made set it to REAUTHORIZATION_REQUIRED with the reason SCOPES; what it has keeps working meanwhile.
         *
         * @param scopes all of them, in the order to ask for; none for a connection without scopes
         * @return the copy
         * @throws ConnectionConfigurationException if one cannot be used ({@code scope_malformed})
         */
        @CheckReturnValue
        Edit withScopes(String... scopes);

        /**
         * Returns a copy with other settings of the same service: endpoints, parameters, client id and secret, resource
         * servers. Nobody has to authorize again for them.
         *
         * @param service the service under the same link name, of the same authentication type
         * @return the copy
         * @throws ConnectionConflictException if it is another service or type ({@code definition_conflict})
         */
        @CheckReturnValue
        Edit withService(Service<?> service);

        /**
         * Returns a copy that is refused unless the definition is still as a page showed it.
         *
         * @param revision {@link ConnectionSummary#revision()} of what was shown
         * @return the copy
         */
        @CheckReturnValue
        Edit ifStill(String revision);

        /**
         * Stores the whole edit, or nothing.
         *
         * @return what changed
         * @throws ConnectionConflictException if somebody changed the definition since the edit began, or since it was
         *     shown ({@code edited_meanwhile}); nothing is overwritten
         * @throws ConnectionConfigurationException if the connection was deleted ({@code connection_deleted})
         */
        ConnectionUpdate update();
    }

    /** What an edit changed. Immutable. */
    interface ConnectionUpdate {
        /** {@return the connection after it} */
        ConnectionSummary summary();

        /** {@return what changed, of {@code name}, {@code scopes} and {@code service}; empty if nothing did} */
        List<String> changed();

        /** {@return whether an authorization must be given again before the new scopes work} */
        boolean reauthorization();
    }

    /** Switches of a connection. Other processes see a change within {@link Connections.Builder#withRevalidation}. */
    interface Access {
        /** Lets everybody use it again whom nothing else forbids it. */
        void enable();

        /** Lets nobody use it: asking for credentials is {@code connection_disabled}. */
        void disable();

        /**
         * Lets an application use it again.
         *
         * @param application the application's stable id or name
         */
        void enable(String application);

        /**
         * Lets an application no longer use it.
         *
         * @param application the application's stable id or name
         * @throws ConnectionConflictException if the application has references to it ({@code connection_in_use})
         */
        void disable(String application);
    }

    /** What a deletion ended. Immutable. */
    interface Deletion {
        /** {@return how many authorizations} */
        int authorizations();

        /** {@return the accounts that nobody else used} */
        List<Account> forgotten();

        /** {@return the link name under which a manifest may still have a connector} */
        String orphanedConnector();
    }

    /** A report without secrets and without names of persons, to be copied. Immutable. */
    interface Diagnosis {
        /** {@return the report as lines of text} */
        String toText();

        /** {@return the report as a JSON object} */
        String toJson();
    }
}
