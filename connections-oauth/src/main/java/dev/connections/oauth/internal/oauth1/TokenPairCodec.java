package dev.connections.oauth.internal.oauth1;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.OAuth1;
import dev.connections.spi.CredentialStrategy.CredentialCodec;
import java.util.Map;

/** Takes a token apart into named secrets and puts it together again. */
final class TokenPairCodec implements CredentialCodec<OAuth1.Token> {
    private static final int VERSION = 1;
    private static final String TOKEN = "oauth_token";
    private static final String SECRET = "oauth_token_secret";

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Map<String, Secret> write(OAuth1.Token credential) {
        TokenPair pair = TokenPair.of(credential);
        return Map.of(TOKEN, pair.token(), SECRET, pair.secret());
    }

    @Override
    public OAuth1.Token read(int version, Map<String, Secret> parts) {
        if (version > VERSION) {
            throw new ConnectionConfigurationException(
                    "newer_format",
                    "a stored oauth1 token has format " + version + ", this release knows " + VERSION
                            + "; update the SDK",
                    null);
        }
        Secret token = parts.get(TOKEN);
        Secret secret = parts.get(SECRET);
        if (token == null || secret == null) {
            throw new ConnectionConfigurationException(
                    "credential_malformed", "a stored oauth1 token lacks a part; authorize the connection again", null);
        }
        return new TokenPair(token, secret);
    }
}
