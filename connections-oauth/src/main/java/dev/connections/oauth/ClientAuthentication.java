package dev.connections.oauth;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.ClientAssertion;
import dev.connections.oauth.internal.definition.ClientCertificate;
import dev.connections.oauth.internal.definition.ClientSecret;
import dev.connections.spi.AuthClient.Identity;
import java.util.Optional;

/**
 * How a client proves to the token endpoint who it is. Immutable; prints no secret.
 *
 * <p>Every request carries exactly one authentication; nothing is ever tried in turn, for a refused attempt can use up a
 * code or a refresh token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, section 2.3</a>
 */
public interface ClientAuthentication {
    /**
     * Id and secret in the {@code Authorization} header, form-encoded first.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, section 2.3.1</a>
     */
    Method CLIENT_SECRET_BASIC = new Method("client_secret_basic");

    /**
     * Id and secret as {@code client_id} and {@code client_secret} in the body.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, section 2.3.1</a>
     */
    Method CLIENT_SECRET_POST = new Method("client_secret_post");

    /**
     * A token signed with the secret (HS256), which must have at least 32 bytes.
     *
     * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication">OpenID Connect Core,
     *     section 9</a>
     */
    Method CLIENT_SECRET_JWT = new Method("client_secret_jwt");

    /** Id and secret in the {@code Authorization} header as they are, for a server that does not decode them. */
    Method CLIENT_SECRET_BASIC_RAW = new Method("client_secret_basic_raw");

    /** The secret as user name in the {@code Authorization} header, with an empty password; the id is not sent. */
    Method SECRET_AS_USERNAME = new Method("secret_as_username");

    /** {@return the method of a client with a secret; empty if the definition leaves it open, or there is no secret} */
    Optional<Method> method();

    /** {@return the secret; empty for a client without one} */
    Optional<Secret> secret();

    /**
     * Returns the authentication of a client without a secret: {@code client_id} in the body and nothing else.
     *
     * @return the authentication
     */
    static ClientAuthentication none() {
        return ClientSecret.NONE;
    }

    /**
     * Returns the authentication with a secret.
     *
     * @param method one of the constants here
     * @param secret the client secret
     * @return the authentication
     * @throws dev.connections.ConnectionConfigurationException if the secret is blank, or too short to sign with
     *     ({@code client_secret_malformed})
     */
    static ClientAuthentication secret(Method method, Secret secret) {
        return ClientSecret.of(Optional.of(method), secret);
    }

    /**
     * Returns the authentication with a token that the client signs with its own key; the server knows only the public one.
     *
     * @param keyId the key's id at the server; empty to send none
     * @param privateKey the key: PKCS#8 in PEM, or a JSON Web Key
     * @return the authentication
     * @throws dev.connections.ConnectionConfigurationException as {@link JwtAssertion#signedWith}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-2.2">RFC 7523, section 2.2</a>
     */
    static ClientAuthentication privateKeyJwt(String keyId, Secret privateKey) {
        return privateKeyJwt(JwtAssertion.signedWith(keyId, privateKey));
    }

    /**
     * Returns the authentication with a token that says something else than the standard does, for a server that wants it.
     *
     * @param assertion the token
     * @return the authentication
     */
    static ClientAuthentication privateKeyJwt(JwtAssertion assertion) {
        return ClientAssertion.of(assertion);
    }

    /**
     * Returns the authentication by a certificate in the TLS handshake, signed by an authority or by the client itself. Only
     * the id is sent in the body. Endpoints that metadata names for certificates ({@code mtls_endpoint_aliases}) are used.
     *
     * <p>Where the server binds tokens to the certificate, requests to the service must show it too:
     * {@link dev.connections.http.CredentialInterceptor} and the SDK's own requests do, over connections of their own. To send
     * what {@code credentialsFor} returns with another HTTP client, give that client the same certificate. When the client
     * gets a new one, the service refuses tokens that are bound to the former, and they are renewed with the new one.
     *
     * @param certificateChain the certificates in PEM, the client's own first; no secret
     * @param privateKey the key: PKCS#8 in PEM, RSA or EC
     * @return the authentication
     * @throws dev.connections.ConnectionConfigurationException if one cannot be used ({@code certificate_malformed},
     *     {@code private_key_malformed})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-2">RFC 8705, section 2</a>
     */
    static ClientAuthentication mutualTls(String certificateChain, Secret privateKey) {
        return new ClientCertificate(new Identity(certificateChain, privateKey));
    }

    /** A way to send a client secret; the constants of {@link ClientAuthentication} are all there are. */
    final class Method {
        private final String name;

        private Method(String name) {
            this.name = name;
        }

        /** {@return the registered name, such as {@code client_secret_basic}} */
        public String registeredName() {
            return name;
        }

        /** Returns the registered name. */
        @Override
        public String toString() {
            return name;
        }
    }
}
