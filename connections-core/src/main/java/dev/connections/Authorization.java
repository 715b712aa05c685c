package dev.connections;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which account a connection uses in an environment for a subject, and whether it works. Immutable snapshot. */
public interface Authorization {
    /** {@return the connection's link name} */
    String connectionLinkName();

    /** {@return the environment, empty if one authorization serves all} */
    Optional<Environment> environment();

    /** {@return the subject, empty for a shared connection} */
    Optional<Subject> subject();

    /** {@return the account in use, empty when disconnected} */
    Optional<Account> account();

    /** {@return whether it works} */
    AuthorizationStatus status();

    /** {@return why a user must authorize again, where that is so} */
    Optional<AuthorizationStatus.Reason> reason();

    /** {@return the scopes asked for when it was authorized} */
    Set<String> requestedScopes();

    /** {@return the scopes the service granted, as its last word was; empty if it granted none or never said} */
    Set<String> grantedScopes();

    /**
     * Returns the scopes that the connection asks for now and that were not granted: refused by the user or the service, taken
     * back since, or added to the connection and not asked for yet. Where the service did not say what it granted, it granted
     * what was asked for. A reconnect asks for them, and for those of {@link AuthorizationStatus.Reason#SCOPES} it is due.
     *
     * @return the scopes, in order; empty when disconnected
     */
    Set<String> missingScopes();

    /** {@return whether it serves jobs that run without a user; false for a shared connection} */
    boolean primary();

    /**
     * Returns what a person should know of it: {@link Notice#SCOPES_WIDER_THAN_REQUESTED} until a reconnect after scopes
     * were dropped, {@link Notice#SCOPES_NARROWER_THAN_REQUESTED} where the service granted less than was asked for,
     * {@link Notice#CHOICE_REQUIRED} until a place is chosen with {@link AuthorizedConnection#choose}.
     *
     * @return the notices, usually none
     */
    List<Notice> notices();

    /**
     * Returns when the service ends it, as far as it said: the first of its tokens that cannot be renewed any more then. A {@code
     * reconnect()} before that goes unnoticed by whoever uses it.
     *
     * @return when; empty if the service said nothing of the kind, and when disconnected
     */
    Optional<Instant> lastsUntil();

    /** {@return who authorized it, empty when disconnected} */
    Optional<Actor> authorizedBy();

    /** {@return when it was authorized, empty when disconnected} */
    Optional<Instant> authorizedAt();
}
