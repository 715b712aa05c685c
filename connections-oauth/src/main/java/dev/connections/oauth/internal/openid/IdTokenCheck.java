package dev.connections.oauth.internal.openid;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.SignedJWT;
import dev.connections.Secret;
import dev.connections.oauth.internal.openid.Signatures.Keyring;
import dev.connections.spi.AuthClient;
import dev.connections.spi.AuthClient.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Believes an ID token only after its signature and every claim. Signatures are always checked, also of a token that came from
 * the token endpoint. Thread-safe; blocks while it fetches keys.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, section
 *     3.1.3.7</a>
 */
public final class IdTokenCheck {
    private static final int OK = 200;

    private final Signatures signatures;

    /** Takes whether signatures must be those of FAPI 2.0. */
    IdTokenCheck(boolean fapi2) {
        signatures = new Signatures(fapi2);
    }

    /**
     * Who the user is.
     *
     * @param subject the server's stable id of the user
     * @param name what to call the account
     * @param issuedAt when the server said so
     */
    public record Identified(String subject, Optional<String> name, Instant issuedAt) {}

    /**
     * Checks a token.
     *
     * @throws dev.connections.ConnectionException if it is not to be believed ({@code id_token_malformed},
     *     {@code id_token_signature}, {@code id_token_claims}, {@code subject_differs}), or the keys cannot be had
     */
    public Identified check(Secret idToken, Expected expected, AuthClient http, URI keys) {
        SignedJWT token = signatures.parsed(idToken.reveal(), Paper.ID_TOKEN);
        Claims claims = Claims.read(token.getPayload().toBytes(), Paper.ID_TOKEN);
        String name = token.getHeader().getAlgorithm().getName();
        claims.require(expected, "SHA-" + name.substring(name.length() - 3)); // first: nobody is asked for keys in vain
        signatures.require(token, Paper.ID_TOKEN, new Keyring(http, keys, expected.now()));
        return new Identified(claims.subject(), claims.name(), claims.issuedAt());
    }

    /**
     * Reads what a userinfo endpoint says of the user whom an ID token named.
     *
     * @param reply what the endpoint answered
     * @param user whom it must be about
     * @param http how to fetch keys
     * @param keys where they are
     * @return the user's name; empty if the endpoint does not say, or cannot
     * @throws dev.connections.ConnectionException if it says something that is not to be believed ({@code user_info_malformed},
     *     {@code user_info_signature}, {@code user_info_claims}, {@code subject_differs})
     */
    public Optional<String> name(Reply reply, User user, AuthClient http, URI keys) {
        if (reply.status() != OK) {
            return Optional.empty();
        }
        if (reply.header("content-type").filter(IdTokenCheck::isToken).isPresent()) {
            SignedJWT token = signatures.parsed(new String(reply.body(), US_ASCII).strip(), Paper.USER_INFO);
            Claims claims = Claims.read(token.getPayload().toBytes(), Paper.USER_INFO);
            claims.requireSigner(user);
            signatures.require(token, Paper.USER_INFO, new Keyring(http, keys, user.now()));
            return claims.name();
        }
        return Claims.readable(reply.body()).flatMap(claims -> {
            claims.requireSubject(user.subject());
            return claims.name();
        });
    }

    /**
     * Whom user info must be about.
     *
     * @param issuer who must have signed it, if it is signed
     * @param clientId for whom
     * @param subject the user
     * @param now the time
     */
    public record User(String issuer, String clientId, String subject, Instant now) {}

    private static boolean isToken(String contentType) {
        return contentType.regionMatches(true, 0, "application/jwt", 0, "application/jwt".length());
    }
}
