package dev.connections.oauth.internal.oauth1;

import dev.connections.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * One request for a token, before it is signed.
 *
 * @param presented names what is sent, for messages
 * @param endpoint where it goes
 * @param token what it is signed with beside the client secret, empty for a request token
 * @param callback where the browser is to be sent, for a request token
 * @param verifier the service's word that the user agreed, for an access token
 */
record Asking(
        String presented,
        URI endpoint,
        Optional<TokenPair> token,
        Optional<String> callback,
        Optional<Secret> verifier) {

    static Asking forRequestToken(URI endpoint, String callback) {
        return new Asking(
                "the request for a request token", endpoint, Optional.empty(), Optional.of(callback), Optional.empty());
    }

    static Asking forAccessToken(URI endpoint, TokenPair requestToken, Secret verifier) {
        return new Asking(
                "the request token and its verifier",
                endpoint,
                Optional.of(requestToken),
                Optional.empty(),
                Optional.of(verifier));
    }

    /** Names the endpoint, for messages. */
    String where() {
        return callback.isPresent() ? "the request token endpoint" : "the token endpoint";
    }

    /** Adds its own protocol parameters, in the clear: the next step is the wire. */
    void revealInto(Map<String, String> parameters) {
        callback.ifPresent(uri -> parameters.put("oauth_callback", uri));
        verifier.ifPresent(value -> parameters.put("oauth_verifier", value.reveal()));
    }

    /** Returns what a service could echo and nobody may see. */
    Collection<Secret> unspeakable(Secret clientSecret) {
        var all = new ArrayList<Secret>();
        all.add(clientSecret);
        verifier.ifPresent(all::add);
        token.ifPresent(pair -> {
            all.add(pair.token());
            all.add(pair.secret());
        });
        return all;
    }
}
