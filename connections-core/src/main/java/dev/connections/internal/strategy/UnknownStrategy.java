package dev.connections.internal.strategy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.DirectFlow;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyProvider.Settings;

/** Stands in for a stored type that nobody here knows: keeps its settings, refuses its use. */
public record UnknownStrategy(String authenticationType, Settings settings)
        implements CredentialStrategy<Credential, DirectFlow<Credential>> {

    static ConnectionConfigurationException unknown(String type) {
        return new ConnectionConfigurationException(
                "unknown_authentication_type",
                "no strategy here understands the authentication type \"" + type
                        + "\" and its settings; add its jar, or pass its provider to builder().strategies(…)",
                null);
    }

    @Override
    public DirectFlow<Credential> flow(StrategyContext<Credential> context) {
        throw unknown(authenticationType);
    }

    @Override
    public void apply(Credential credential, OutgoingRequest request) {
        throw unknown(authenticationType);
    }

    @Override
    public CredentialCodec<Credential> codec() {
        throw unknown(authenticationType);
    }
}
