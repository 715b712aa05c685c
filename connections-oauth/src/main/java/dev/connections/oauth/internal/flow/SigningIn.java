package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.openid.Expected;
import dev.connections.oauth.internal.openid.Expected.Before;
import dev.connections.oauth.internal.openid.IdTokenCheck.Identified;
import dev.connections.oauth.internal.openid.IdTokenCheck.User;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.oauth.internal.token.SignedIn;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.oauth.internal.token.StoredTokenCodec;
import dev.connections.oauth.internal.wire.Pkce;
import dev.connections.spi.AuthClient;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who the user is, where the definition wants to know it: at the first response, and at those of refreshes. */
record SigningIn(Machinery machinery, Server server, StrategyContext<OAuth2Token> context) {
    private static final Duration LIMIT = Duration.ofSeconds(5); // a user waits for it
    private static final Secret USER_INFO = Secret.of("application/json, application/jwt");

    /**
     * Returns the grant of the user whom its ID token names.
     *
     * @throws ConnectionException if there is no good one
     */
    Grant<OAuth2Token> identified(Grant<OAuth2Token> grant, Tokens tokens, Pending pending) {
        if (server.keys().isEmpty()) {
            return grant;
        }
        Secret idToken = tokens.idToken().orElseThrow(SigningIn::noIdToken);
        String nonce = Pkce.nonce(pending.verifier().orElseThrow(SigningIn::noIdToken));
        String issuer = server.issuer().orElseThrow();
        Identified user =
                check(idToken, expected(issuer, nonce, tokens.tokens().get(0).access(), Optional.empty()));
        Optional<String> name = grant.accountName()
                .or(user::name)
                .or(() -> Optional.ofNullable(grant.tokens().get(Grant.DEFAULT_TOKEN))
                        .map(StoredTokenCodec::of)
                        .flatMap(token -> name(token, user.subject())));
        var who = new SignedIn(issuer, user.subject(), nonce, user.issuedAt(), Optional.empty());
        return new Grant<>(
                mainTokenOf(who, grant.tokens()),
                Optional.of(user.subject()),
                name,
                grant.grantedScopes(),
                grant.captured(),
                grant.resourceServers());
    }

    /**
     * Checks the ID token of a refresh, if there is one: whoever signed in first must still be who it is about.
     *
     * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse">OpenID Connect Core, section
     *     12.2</a>
     */
    void verify(StoredToken renewed) {
        SignedIn who = renewed.signedIn().orElse(null);
        if (who != null && who.renewal().isPresent() && server.keys().isPresent()) {
            var before = new Before(who.subject(), who.issuedAt());
            Identified unused = check(
                    who.renewal().get(), expected(who.issuer(), who.nonce(), renewed.access(), Optional.of(before)));
        }
    }

    /** Asks who the user is called. What is said of another user, or by another server, is refused; silence is not. */
    private Optional<String> name(StoredToken token, String subject) {
        try {
            return server.userInfo().flatMap(place -> name(place, token, subject));
        } catch (TransientConnectionException | ConnectionProtocolException silence) {
            return Optional.empty();
        }
    }

    private Optional<String> name(URI place, StoredToken token, String subject) {
        Call asking = Call.of("GET", place).withHeader("Accept", USER_INFO).withLimit(LIMIT);
        AuthClient http = server.clientFor(place, context.http());
        Reply reply = machinery.tokenUse().send(asking, token, context, http);
        URI keys = server.keys().orElseThrow();
        var user = new User(
                server.issuer().orElseThrow(),
                machinery.definition().clientId(),
                subject,
                context.clock().instant());
        return machinery.idTokens().name(reply, user, server.clientFor(keys, context.http()), keys);
    }

    private Identified check(Secret idToken, Expected expected) {
        URI keys = server.keys().orElseThrow();
        return machinery.idTokens().check(idToken, expected, server.clientFor(keys, context.http()), keys);
    }

    private Expected expected(String issuer, String nonce, Optional<Secret> access, Optional<Before> before) {
        Instant now = context.clock().instant();
        Optional<Duration> maxAge = machinery.definition().authorization().maxAge();
        String clientId = machinery.definition().clientId();
        return new Expected(issuer, clientId, nonce, access.map(Secret::reveal).orElse(""), maxAge, before, now);
    }

    private static Map<String, OAuth2Token> mainTokenOf(SignedIn who, Map<String, OAuth2Token> tokens) {
        var all = new LinkedHashMap<>(tokens);
        all.computeIfPresent(
                Grant.DEFAULT_TOKEN, (name, token) -> StoredTokenCodec.of(token).of(who));
        return all;
    }

    private static ConnectionException noIdToken() {
        return new ConnectionSecurityException(
                "id_token_missing",
                "the service granted a token without the ID token that says whose it is, so nothing of it was used;"
                        + " check that the client may ask for the scope openid, and begin again",
                null);
    }
}
