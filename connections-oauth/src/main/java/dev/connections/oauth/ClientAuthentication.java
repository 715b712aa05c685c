package dev.connections.oauth;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.ClientSecret;
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

    /** {@return the method of a client with a secret; empty if the definition leaves it open} */
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
     * @param method {@link #CLIENT_SECRET_BASIC} or {@link #CLIENT_SECRET_POST}
     * @param secret the client secret
     * @return the authentication
     * @throws dev.connections.ConnectionConfigurationException if the secret is blank ({@code client_secret_malformed})
     */
    static ClientAuthentication secret(Method method, Secret secret) {
        return ClientSecret.of(Optional.of(method), secret);
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
