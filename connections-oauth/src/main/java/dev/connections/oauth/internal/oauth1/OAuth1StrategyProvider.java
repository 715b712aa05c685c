package dev.connections.oauth.internal.oauth1;

import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyProvider;

/** Makes OAuth 1 strategies of their settings. Found by {@link java.util.ServiceLoader}. */
public final class OAuth1StrategyProvider implements StrategyProvider {
    /** For the service loader. */
    public OAuth1StrategyProvider() {}

    @Override
    public String authenticationType() {
        return SigningStrategy.AUTHENTICATION_TYPE;
    }

    @Override
    public CredentialStrategy<?, ?> create(Settings settings) {
        return new SigningStrategy(OAuth1Definition.of(settings));
    }
}
