package dev.connections.oauth.internal.oauth1;

import dev.connections.oauth.OAuth1;
import dev.connections.spi.Refresher;
import dev.connections.spi.StrategyContext;

/** A token lives until the service refuses it, and nothing can renew it then. Immutable, thread-safe. */
final class TokenEnd implements Refresher<OAuth1.Token> {
    @Override
    public Validity validity(OAuth1.Token credential) {
        return Validity.unlimited();
    }

    @Override
    public boolean rotates(OAuth1.Token credential) {
        return false;
    }

    @Override
    public Outcome<OAuth1.Token> refresh(OAuth1.Token current, StrategyContext<OAuth1.Token> context) {
        return new Outcome.Rejected<>(NO_REFRESH_TOKEN, "the service refused the token, and OAuth 1 renews none");
    }
}
