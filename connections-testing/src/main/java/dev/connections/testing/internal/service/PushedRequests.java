package dev.connections.testing.internal.service;

import dev.connections.testing.internal.CanarySecret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Authorization requests that came before the browser did, each good once (RFC 9126). Thread-safe. */
final class PushedRequests {
    private static final int LIFETIME_SECONDS = 60;

    private final Clients clients;
    private final Map<String, Pushed> pushed = new ConcurrentHashMap<>();

    private record Pushed(String clientId, Parameters parameters) {}

    PushedRequests(Clients clients) {
        this.clients = clients;
    }

    Answer answer(Incoming request) {
        try {
            Parameters form = TokenEndpoint.wellFormed(request);
            String clientId = clients.authenticate(request, form);
            if (form.one("request_uri").isPresent()) {
                throw Refusal.invalidRequest("a pushed request cannot refer to another");
            }
            Optional<String> signed = form.one("request");
            String uri = "urn:ietf:params:oauth:request_uri:" + CanarySecret.text("request");
            pushed.put(uri, new Pushed(clientId, signed.isPresent() ? clients.request(signed.get(), clientId) : form));
            return Answer.json(
                    201,
                    new Json()
                            .put("request_uri", uri)
                            .put("expires_in", LIFETIME_SECONDS)
                            .toString());
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    /** Returns what a client pushed, once. */
    Parameters take(String uri, String clientId) throws Refusal {
        Pushed found = pushed.remove(uri);
        if (found == null || !found.clientId.equals(clientId)) {
            throw Refusal.invalidRequest("the request_uri is unknown, was used, or is another client's");
        }
        return found.parameters;
    }
}
