package dev.connections.oauth.internal.openid;

import dev.connections.Secret;
import dev.connections.oauth.internal.openid.IdTokenCheck.Identified;
import dev.connections.oauth.internal.openid.IdTokenCheck.User;
import dev.connections.spi.AuthClient;
import dev.connections.spi.AuthClient.Reply;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks ID tokens; what it needs for that is loaded with the first one. Thread-safe; blocks while keys are fetched. */
public final class LazyIdTokenCheck {
    private final boolean fapi2;
    private volatile @Nullable IdTokenCheck check;

    /** Takes whether signatures must be those of FAPI 2.0. */
    public LazyIdTokenCheck(boolean fapi2) {
        this.fapi2 = fapi2;
    }

    /**
     * Checks a token.
     *
     * @throws dev.connections.ConnectionException as {@link IdTokenCheck#check}
     */
    public Identified check(Secret idToken, Expected expected, AuthClient http, URI keys) {
        return check().check(idToken, expected, http, keys);
    }

    /**
     * Reads user info.
     *
     * @throws dev.connections.ConnectionException as {@link IdTokenCheck#name}
     */
    public Optional<String> name(Reply reply, User user, AuthClient http, URI keys) {
        return check().name(reply, user, http, keys);
    }

    private IdTokenCheck check() {
        IdTokenCheck made = check;
        if (made == null) {
            made = new IdTokenCheck(fapi2); // two threads may make it twice: each fetches the keys once
            check = made;
        }
        return made;
    }
}
