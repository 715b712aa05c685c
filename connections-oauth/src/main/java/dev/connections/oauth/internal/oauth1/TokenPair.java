package dev.connections.oauth.internal.oauth1;

import dev.connections.Secret;
import dev.connections.oauth.OAuth1;

/**
 * A token with its secret: temporary, or for good.
 *
 * @param token the token
 * @param secret its secret, which may be the empty text
 */
record TokenPair(Secret token, Secret secret) implements OAuth1.Token {
    /** Returns the only kind of token there is. */
    static TokenPair of(OAuth1.Token credential) {
        if (credential instanceof TokenPair pair) {
            return pair;
        }
        throw new IllegalArgumentException(
                "an OAuth1.Token of class " + credential.getClass().getName() + " is not one of the SDK");
    }

    @Override
    public String toString() {
        return "OAuth1.Token";
    }
}
