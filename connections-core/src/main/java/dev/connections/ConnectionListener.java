package dev.connections;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Hears what happened, after it is durable, in order for each connection, on the SDK's worker. What it throws is logged.
 */
@FunctionalInterface
public interface ConnectionListener {
    /**
     * Receives one event.
     *
     * @param event the event
     */
    void on(Event event);

    /** Something that happened to a connection. Immutable; no secrets. */
    interface Event {
        /**
         * Returns what happened. To a connection: {@code created}, {@code edited}, {@code enabled}, {@code disabled},
         * {@code reference_added}, {@code reference_removed}, {@code deleted}. To an authorization: {@code authorized},
         * {@code scopes_drifted}, {@code switched}, {@code chosen}, {@code revoked}, {@code marked_primary}. To an account:
         * {@code renamed}, {@code forgotten}, {@code revoked_everywhere}. To a credential: {@code refreshed},
         * {@code refresh_failed}, {@code reauthorization_required}, {@code security_hold}, {@code unsaved},
         * {@code saved_late}.
         *
         * @return the stable code
         */
        String code();

        /** {@return the tenant whose connection it is} */
        String tenant();

        /** {@return the connection link name; empty where an account is concerned that several may use} */
        String linkName();

        /** {@return the environment, empty if one authorization serves all} */
        Optional<Environment> environment();

        /** {@return the subject, empty for a shared connection} */
        Optional<Subject> subject();

        /** {@return who did it} */
        Actor actor();

        /** {@return when} */
        Instant at();

        /**
         * Returns more. {@code scopes_drifted} has the scopes that came in {@code added}, those that went in {@code removed},
         * and in {@code missing} those that were asked for and are not granted.
         *
         * @return the details by stable key; no secrets
         */
        Map<String, String> details();
    }
}
