package dev.connections.oauth.internal.flow;

import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyProvider;

/** Makes OAuth 2 strategies of their settings. Found by {@link java.util.ServiceLoader}. */
public final class OAuth2StrategyProvider implements StrategyProvider {
    /** For the service loader. */
    public OAuth2StrategyProvider() {}

    @Override
    public String authenticationType() {
        return DefinedStrategy.AUTHENTICATION_TYPE;
    }

    @Override
    public CredentialStrategy<?, ?> create(Settings settings) {
        return DefinedStrategy.of(OAuth2Definition.of(settings));
    }
}
