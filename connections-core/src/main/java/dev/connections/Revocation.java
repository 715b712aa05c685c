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

    /** {@return what the revocation endpoint answered, cleaned; empty if it was not called} */
    Optional<String> providerAnswer();
}
