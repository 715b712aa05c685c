package dev.connections.internal.explain;

import dev.connections.spi.AuthClient.Call;
import java.util.List;
import java.util.Optional;

/**
 * A part of what happens between the SDK and a service.
 *
 * @param title what it is called
 * @param requests what is sent, each a URI that a browser opens or a request
 * @param end why it could not be run to its end, empty if it could
 */
record Step(String title, List<Sent> requests, Optional<String> end) {
    /** What is sent. */
    interface Sent {
        /** Returns it as text. */
        String text(Mask mask);
    }

    /** Why a step ends where only the service's answer could continue it. */
    static final String UNANSWERED = "not discovered yet: what comes next stands in the service's own metadata";

    static Step calls(String title, List<Call> calls, Optional<String> end) {
        return new Step(
                title,
                calls.stream()
                        .<Sent>map(call -> mask -> HttpText.of(call, mask))
                        .toList(),
                end);
    }

    static Step browser(String title, String uri) {
        return new Step(title, List.of(mask -> mask.text(uri)), Optional.empty());
    }

    boolean isUnanswered() {
        return end.equals(Optional.of(UNANSWERED));
    }

    boolean isEmpty() {
        return requests.isEmpty() && end.isEmpty();
    }
}
