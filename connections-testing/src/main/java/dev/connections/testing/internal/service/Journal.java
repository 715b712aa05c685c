package dev.connections.testing.internal.service;

import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.MockService.TokenRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What was received, in the order it was answered. Thread-safe. */
final class Journal {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    void add(Optional<Endpoint> endpoint, Incoming request, Answer answer) {
        entries.add(new Entry(endpoint, request, answer.visibleStatus(), answer.accepted(), answer.error()));
    }

    List<TokenRequest> tokenRequests() {
        return at(Endpoint.TOKEN).<TokenRequest>map(each -> each).toList();
    }

    List<ReceivedRequest> requests(Endpoint endpoint) {
        return at(endpoint)
                .filter(each -> !each.path().equals(Paths.API + Paths.PROBE))
                .<ReceivedRequest>map(each -> each)
                .toList();
    }

    List<ReceivedRequest> all() {
        return List.copyOf(entries);
    }

    private Stream<Entry> at(Endpoint endpoint) {
        return entries.stream().filter(each -> each.endpoint().equals(Optional.of(endpoint)));
    }
}
