package dev.connections.internal.http;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Asks the user's proxy authenticator and tells a proxy's refusal from other failures to connect. */
final class ProxyGate implements Authenticator {
    /** OkHttp asks with this challenge before it has talked to the proxy at all. */
    private static final String PREEMPTIVE = "OkHttp-Preemptive";

    private final Authenticator users;

    ProxyGate(Authenticator users) {
        this.users = users;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        Request answer = users.authenticate(route, response);
        if (answer == null
                && response.challenges().stream().noneMatch(c -> c.scheme().equals(PREEMPTIVE))) {
            throw new Refused();
        }
        return answer;
    }

    /** The proxy wants credentials that nobody has. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("the proxy answered 407");
        }
    }
}
