package dev.connections.testing.internal.service;

import java.util.Map;
import java.util.Optional;

/** The protected resources: every path exists and answers any method. Thread-safe. */
final class Resources {
    private final Guard guard;
    private final Map<String, String> served;

    /** Takes what is served live, so that a test may change it. */
    Resources(Guard guard, Map<String, String> served) {
        this.guard = guard;
        this.served = served;
    }

    Answer answer(Incoming request) {
        try {
            Optional<String> account = guard.accountOf(request);
            return account.isPresent() ? Answer.json(200, body(request.path(), account.get())) : guard.challenge();
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private String body(String path, String account) {
        String json = served.get(path);
        return json != null
                ? json
                : new Json().put("account", account).put("path", path).toString();
    }
}
