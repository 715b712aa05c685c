package dev.connections.internal.serve;

import dev.connections.spi.AuthClient.Identity;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.CredentialStrategy.Verdict;
import dev.connections.spi.IncomingResponse;
import dev.connections.spi.OutgoingRequest;
import java.util.Optional;

/**
 * One version of a credential with the strategy that understands it: read out of its record once, not for each request or
 * response. Immutable.
 *
 * @param <C> the credential
 */
record Understood<C extends Credential>(CredentialStrategy<C, ?> strategy, C credential) {
    void apply(OutgoingRequest request) {
        strategy.apply(credential, request);
    }

    Optional<Identity> identity() {
        return strategy.identity(credential);
    }

    Verdict inspect(IncomingResponse response) {
        return strategy.inspect(credential, response);
    }
}
