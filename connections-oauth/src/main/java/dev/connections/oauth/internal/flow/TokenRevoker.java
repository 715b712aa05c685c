package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.ServerFormat.Revocation;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.oauth.internal.token.StoredTokenCodec;
import dev.connections.spi.CredentialStrategy.Revoker;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends tokens at the server: the refresh token first, for it can make new ones, then the access token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2">RFC 7009, section 2</a>
 */
final class TokenRevoker implements Revoker<OAuth2Token> {
    private final Machinery machinery;

    TokenRevoker(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public String revoke(OAuth2Token credential, StrategyContext<OAuth2Token> context) {
        StoredToken token = StoredTokenCodec.of(credential);
        Server server = machinery.server(context);
        if (server.revocation().isEmpty()) {
            return "the service offers no revocation; its tokens live until they expire";
        }
        Revocation revocation = server.revocation().get();
        URI endpoint = machinery.forAccount(revocation.endpoint(), token.tokenServer());
        var ending = new Ending(machinery, endpoint, server, context);
        return all(revocation.byAccessToken() ? byAccessToken(ending, token) : byRequest(ending, token));
    }

    private static List<Supplier<String>> byAccessToken(Ending ending, StoredToken token) {
        return each(token.access().map(access -> () -> ending.byAccessToken(token, access)));
    }

    private static List<Supplier<String>> byRequest(Ending ending, StoredToken token) {
        var steps = new ArrayList<Supplier<String>>();
        steps.addAll(each(token.refresh().map(refresh -> () -> ending.byRequest("refresh_token", refresh))));
        steps.addAll(each(token.access().map(access -> () -> ending.byRequest("access_token", access))));
        return steps;
    }

    private static List<Supplier<String>> each(Optional<Supplier<String>> step) {
        return step.map(List::of).orElse(List.of());
    }

    /** Takes every step whatever becomes of the one before, then tells of the first failure: it matters most. */
    private static String all(List<Supplier<String>> steps) {
        var answers = new ArrayList<String>();
        var failures = new ArrayList<ConnectionException>();
        for (Supplier<String> step : steps) {
            try {
                answers.add(step.get());
            } catch (ConnectionException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return String.join(", ", answers);
    }
}
