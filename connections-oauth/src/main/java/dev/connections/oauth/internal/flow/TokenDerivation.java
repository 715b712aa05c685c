package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.DerivedToken;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Granted;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.StrategyContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks for a token of another resource with an account's refresh token. As for a refresh, nothing throws between the answer and
 * the outcome. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707#section-2.2">RFC 8707, section 2.2</a>
 */
record TokenDerivation(Machinery machinery) {
    private static final List<String> CONSENT = List.of("consent_required", "interaction_required", "aadsts65001");

    /** Tells whether a token was made of another one, by any description of the definition. */
    boolean describes(StoredToken stored) {
        return all().values().stream().anyMatch(each -> each.description().equals(stored.name()));
    }

    /** Tells whether a token is what the definition describes under a name. */
    boolean describes(String name, StoredToken stored) {
        DerivedToken wanted = all().get(name);
        return wanted != null && wanted.description().equals(stored.name());
    }

    Outcome<OAuth2Token> derive(StoredToken main, String name, StrategyContext<OAuth2Token> context) {
        DerivedToken wanted = Objects.requireNonNull(all().get(name), name);
        if (main.refresh().isEmpty()) {
            return new Outcome.Failed<>(noRefreshToken(name), false);
        }
        Server server = machinery.server(context);
        TokenAnswer answer = machinery.tokenEndpoint().send(exchange(main, wanted, server), server, context);
        if (answer instanceof Granted granted) {
            Token read = granted.tokens().tokens().get(0);
            return outcome(main, wanted, read, context.clock().instant());
        }
        if (answer instanceof Rejected rejected && !wantsConsent(rejected)) {
            return new Outcome.Rejected<>(rejected.error(), rejected.description());
        }
        if (answer instanceof Rejected rejected) {
            return new Outcome.Failed<>(rejected.asDenial(), false);
        }
        Failed failed = (Failed) answer;
        return new Outcome.Failed<>(failed.failure(), failed.outcomeUnknown());
    }

    /** Entra says "invalid_grant" also where only this resource lacks the user's consent; the account is as good as before. */
    private static boolean wantsConsent(Rejected rejected) {
        String words = (rejected.error() + " " + rejected.description()).toLowerCase(Locale.ROOT);
        return CONSENT.stream().anyMatch(words::contains);
    }

    private Exchange exchange(StoredToken main, DerivedToken wanted, Server server) {
        String presented = "the refresh token, for the token \"" + wanted.name() + "\"";
        Exchange bare = machinery.spending(main, presented, server, wanted.scopes());
        String delimiter = machinery.definition().authorization().scopeDelimiter();
        Exchange scoped =
                wanted.scopes().isEmpty() ? bare : bare.with("scope", String.join(delimiter, wanted.scopes()));
        return wanted.resource().isEmpty() ? scoped : scoped.with("resource", wanted.resource());
    }

    /** What rotated is returned also where the rest cannot be used. */
    private static Outcome<OAuth2Token> outcome(StoredToken main, DerivedToken wanted, Token read, Instant now) {
        Optional<Secret> rotated = read.refresh().filter(it -> !Optional.of(it).equals(main.refresh()));
        StoredToken kept =
                rotated.map(it -> main.rotatedTo(it, read.refreshExpiresAt())).orElse(main);
        if (read.access().isPresent()) {
            StoredToken derived = main.deriving(wanted.description(), read, now);
            return Outcome.Renewed.<OAuth2Token>of(kept).withDerived(derived);
        }
        return rotated.isPresent()
                ? Outcome.Renewed.of(kept)
                : new Outcome.Failed<>(read.unusable() ? Unusable.token() : Unusable.missing(), false);
    }

    private static ConnectionException noRefreshToken(String name) {
        return new ConnectionConfigurationException(
                "token_not_derivable",
                "the token \"" + name
                        + "\" is made with a refresh token, and the service issued none; ask for one, as with"
                        + " the scope offline_access, and reconnect()",
                null);
    }

    private Map<String, DerivedToken> all() {
        return machinery.definition().derivedTokens();
    }
}
