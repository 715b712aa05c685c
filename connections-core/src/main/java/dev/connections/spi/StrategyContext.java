package dev.connections.spi;

import dev.connections.Authorization;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionException;
import dev.connections.DirectFlow;
import dev.connections.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What the SDK gives a strategy for one authorization. Thread-safe.
 *
 * @param <C> the credential
 */
public interface StrategyContext<C extends Credential> {
    /** {@return the connection's definition} */
    ConnectionDefinition<?> definition();

    /** {@return the clock that decides token expiry} */
    Clock clock();

    /** {@return a monotonic count of nanoseconds} */
    LongSupplier ticker();

    /** {@return bounded HTTP} */
    AuthClient http();

    /** {@return the inputs given for this authorization, by name} */
    Map<String, String> inputs();

    /** {@return the scopes of the account that a reconnect renews, as far as is known; empty in every other flow} */
    default Set<String> grantedScopes() {
        return Set.of();
    }

    /** {@return what the service told of the account so far, by name; empty in a flow} */
    default Map<String, String> captured() {
        return Map.of();
    }

    /**
     * Returns the flow that asks a person for a form.
     *
     * @param form the form
     * @return the flow
     */
    DirectFlow<C> direct(CredentialForm<C> form);

    /**
     * Stores a pending flow for 10 minutes, sealed; at most 10 wait for one subject of a connection.
     *
     * @param pending what completing it will need: verifier, nonce, redirect URI, issuer
     * @param inputs what the user gave for this authorization, by name; empty for nothing
     * @return the state that identifies it
     * @throws dev.connections.TransientConnectionException if the tenant has too many ({@code too_many_pending})
     */
    default Begun begin(Map<String, Secret> pending, Map<String, String> inputs) {
        return begin(state -> pending, inputs);
    }

    /**
     * Stores a pending flow of which a part depends on its state: the service is told the state before it answers with what
     * completing the flow will need.
     *
     * @param pending makes what completing it will need; called once, and what it throws ends the flow before it is stored
     * @param inputs as in {@link #begin(Map, Map)}
     * @return the state that identifies it
     * @throws dev.connections.TransientConnectionException as {@link #begin(Map, Map)}
     */
    Begun begin(Function<String, Map<String, Secret>> pending, Map<String, String> inputs);

    /**
     * Takes a pending flow, once. A state of another session, connection or subject is refused and used up.
     *
     * @param state the state that arrived
     * @param sessionState this browser's copy
     * @return the flow, to be given to {@link #save(Grant, Taken)}
     * @throws dev.connections.ConnectionSecurityException if they differ ({@code state_mismatch}), nothing is pending
     *     ({@code flow_unknown}: never begun, or completed before) or it is too late ({@code flow_expired})
     */
    Taken take(String state, String sessionState);

    /**
     * Stores what a flow got that was never pending. Durable when it returns; the connection uses it from now on.
     *
     * @param grant the tokens and what came with them
     * @return the new authorization
     * @throws dev.connections.ConnectionConflictException if a reconnect came back as another account
     *     ({@code account_differs})
     */
    Authorization save(Grant<C> grant);

    /**
     * Stores what a pending flow got, for what it was begun and by whom.
     *
     * @param grant the tokens and what came with them
     * @param taken what {@link #take} returned
     * @return the new authorization
     * @throws dev.connections.ConnectionConflictException as {@link #save(Grant)}
     */
    Authorization save(Grant<C> grant, Taken taken);

    /**
     * Says in a failure which authorization it concerns: the link name, environment and subject of this flow.
     *
     * @param failure what a flow is about to throw
     * @return the failure to throw
     */
    ConnectionException concerning(ConnectionException failure);

    /** A pending flow that was taken. Immutable; made by the SDK alone. */
    interface Taken {
        /** {@return what {@link #begin} was given} */
        Map<String, Secret> values();

        /** {@return the inputs it was begun with} */
        Map<String, String> inputs();
    }

    /**
     * A pending flow.
     *
     * @param state the one-time value, 256 random bits in base64url
     * @param expiresAt when it can no longer be completed
     */
    record Begun(String state, Instant expiresAt) {
        @Override
        public String toString() {
            return "Begun[expires " + expiresAt + "]";
        }
    }

    /**
     * What a flow got.
     *
     * @param tokens the credential of each token by name; one token is {@code default}
     * @param accountId the provider's stable id of the account, where it gives one
     * @param accountName the provider's name of the account, where it gives one
     * @param grantedScopes the scopes the service granted, which may be none; empty if it did not say
     * @param captured what else it told, without secrets
     * @param resourceServers the account's own resource servers; empty for the service's
     * @param <C> the credential
     */
    record Grant<C extends Credential>(
            Map<String, C> tokens,
            Optional<String> accountId,
            Optional<String> accountName,
            Optional<Set<String>> grantedScopes,
            Map<String, String> captured,
            List<String> resourceServers) {
        /** The name of an account's only token. */
        public static final String DEFAULT_TOKEN = "default";

        /**
         * Copies the collections.
         *
         * @param tokens as the component
         * @param accountId as the component
         * @param accountName as the component
         * @param grantedScopes as the component
         * @param captured as the component
         * @param resourceServers as the component
         */
        public Grant {
            tokens = Map.copyOf(tokens);
            grantedScopes = grantedScopes.map(Set::copyOf);
            captured = Map.copyOf(captured);
            resourceServers = List.copyOf(resourceServers);
        }

        /**
         * Returns a grant of one token and nothing else.
         *
         * @param credential the credential
         * @param <C> its type
         * @return the grant
         */
        public static <C extends Credential> Grant<C> of(C credential) {
            return new Grant<>(
                    Map.of(DEFAULT_TOKEN, credential),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    List.of());
        }
    }
}
