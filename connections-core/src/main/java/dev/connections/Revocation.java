package dev.connections;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a revocation ended. Immutable. */
public interface Revocation {
    /** {@return the places that use the connection, as recorded: they stop} */
    List<Reference> stops();

    /** {@return the environments in which the connection stopped; all three where they are not separate} */
    Set<Environment> environments();

    /** {@return whether another authorization still uses the account} */
    boolean accountLivesOn();

    /** {@return whether it was the primary authorization, so that jobs without a user stop until another one is marked} */
    boolean wasPrimary();

    /**
     * Returns what a person should know before they do it: {@link Notice#PRIMARY_REVOKED} where {@link #wasPrimary()}.
     *
     * @return the notices, usually none
     */
    List<Notice> notices();

    /** {@return what the revocation endpoint answered, cleaned; empty if it was not called} */
    Optional<String> providerAnswer();
}
