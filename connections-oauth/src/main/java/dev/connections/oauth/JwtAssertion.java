package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.Secret;
import dev.connections.oauth.internal.definition.AssertionFormat;
import java.time.Duration;

/**
 * A JSON Web Token that a client signs with its own key, to prove who it is or to ask for a token. Every request carries a
 * new one, with an id of its own. Immutable, thread-safe; prints no key.
 *
 * <p>Issuer and subject are the client id unless stated; the audience is the server's issuer, or the token endpoint where the
 * issuer is not known.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 */
public interface JwtAssertion {
    /**
     * Returns an assertion signed with {@code RS256} for an RSA key, {@code ES256}, {@code ES384} or {@code ES512} for one on
     * that curve, {@code EdDSA} for an Ed25519 key.
     *
     * @param keyId the key's id at the server ({@code kid}); empty to send none, or a JSON Web Key's own
     * @param privateKey an RSA key of at least 2048 bits, an EC or an Ed25519 key: PKCS#8 in PEM, or a JSON Web Key
     * @return the assertion
     * @throws dev.connections.ConnectionConfigurationException if the key cannot be used ({@code private_key_malformed})
     */
    static JwtAssertion signedWith(String keyId, Secret privateKey) {
        return AssertionFormat.signedWith(keyId, privateKey);
    }

    /**
     * Returns a copy signed with another algorithm of the key, such as {@code PS256}.
     *
     * @param algorithm its registered name
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the key cannot sign so ({@code algorithm_unknown})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518, section 3.1</a>
     */
    @CheckReturnValue
    JwtAssertion withAlgorithm(String algorithm);

    /**
     * Returns a copy issued by another than the client, such as a service account.
     *
     * @param issuer the claim {@code iss}
     * @return the copy
     */
    @CheckReturnValue
    JwtAssertion withIssuer(String issuer);

    /**
     * Returns a copy about another than the client, such as the user to act for.
     *
     * @param subject the claim {@code sub}
     * @return the copy
     */
    @CheckReturnValue
    JwtAssertion withSubject(String subject);

    /**
     * Returns a copy for a server that expects another audience.
     *
     * @param audience the claim {@code aud}
     * @return the copy
     */
    @CheckReturnValue
    JwtAssertion withAudience(String audience);

    /**
     * Returns a copy with one more claim.
     *
     * @param name the claim's name
     * @param value its text; no secret, for it is stored and shown in clear
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the SDK sends that claim itself
     *     ({@code parameter_reserved})
     */
    @CheckReturnValue
    JwtAssertion withClaim(String name, String value);

    /**
     * Returns a copy that carries the connection's scopes in the claim {@code scope}, for a server that reads them nowhere
     * else.
     *
     * @return the copy
     */
    @CheckReturnValue
    JwtAssertion withScopeClaim();

    /**
     * Returns a copy that is good for longer than 60 seconds.
     *
     * @param lifetime how long; positive, at most an hour
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is not ({@code duration_malformed})
     */
    @CheckReturnValue
    JwtAssertion withLifetime(Duration lifetime);
}
