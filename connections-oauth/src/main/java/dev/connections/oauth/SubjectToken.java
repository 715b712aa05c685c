package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.Secret;
import dev.connections.oauth.internal.token.PresentedToken;
import dev.connections.spi.Credential;

/**
 * A token that stands for a user, to be exchanged for one of the service. Immutable, prints no secret; never stored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8693#section-2.1">RFC 8693, section 2.1</a>
 */
public interface SubjectToken extends Credential {
    /**
     * Returns an access token.
     *
     * @param token the token
     * @return the subject token, of type {@code urn:ietf:params:oauth:token-type:access_token}
     * @throws dev.connections.ConnectionConfigurationException if it is blank ({@code credential_malformed})
     */
    static SubjectToken accessToken(Secret token) {
        return of(PresentedToken.PREFIX + "access_token", token);
    }

    /**
     * Returns an ID token.
     *
     * @param token the token
     * @return the subject token, of type {@code urn:ietf:params:oauth:token-type:id_token}
     * @throws dev.connections.ConnectionConfigurationException as {@link #accessToken}
     */
    static SubjectToken idToken(Secret token) {
        return of(PresentedToken.PREFIX + "id_token", token);
    }

    /**
     * Returns a JSON Web Token of another kind.
     *
     * @param token the token
     * @return the subject token, of type {@code urn:ietf:params:oauth:token-type:jwt}
     * @throws dev.connections.ConnectionConfigurationException as {@link #accessToken}
     */
    static SubjectToken jwt(Secret token) {
        return of(PresentedToken.PREFIX + "jwt", token);
    }

    /**
     * Returns a token of any type.
     *
     * @param type the token type identifier, a URI
     * @param token the token
     * @return the subject token
     * @throws dev.connections.ConnectionConfigurationException if the type is no absolute URI, or the token is blank
     *     ({@code credential_malformed})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8693#section-3">RFC 8693, section 3</a>
     */
    static SubjectToken of(String type, Secret token) {
        return PresentedToken.of(type, token);
    }

    /**
     * Returns a copy that says who acts for the user.
     *
     * @param actor the token of who acts; one of its own actor is not sent
     * @return the copy
     */
    @CheckReturnValue
    SubjectToken withActor(SubjectToken actor);
}
