package dev.connections.testing.internal.service;

import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The faults that wait for a request, by endpoint. Thread-safe: the map is filled once. */
final class Faults {
    private static final int HOSTILE_DIGITS = 900_000;
    private static final String PORTAL =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to use this network</body></html>";

    private final Map<Endpoint, Queue<Fault>> queues = new EnumMap<>(Endpoint.class);

    private final ProofNonces nonces;

    private final Supplier<Answer> endedGrant;
    private final Supplier<Answer> pause;

    Faults(ProofNonces nonces, Supplier<Answer> endedGrant, Supplier<Answer> pause) {
        this.nonces = nonces;
        this.endedGrant = endedGrant;
        this.pause = pause;
        for (Endpoint each : Endpoint.values()) {
            queues.put(each, new ConcurrentLinkedQueue<>());
        }
    }

    void add(Endpoint endpoint, Fault fault) {
        queue(endpoint).add(fault);
    }

    /** Answers as the next fault wants, or ordinarily where none waits. */
    Answer answer(Endpoint endpoint, Supplier<Answer> ordinary) {
        return Optional.ofNullable(queue(endpoint).poll())
                .map(fault -> faulty(endpoint, fault, ordinary))
                .orElseGet(ordinary);
    }

    private Queue<Fault> queue(Endpoint endpoint) {
        return queues.getOrDefault(endpoint, new ConcurrentLinkedQueue<>());
    }

    private Answer faulty(Endpoint endpoint, Fault fault, Supplier<Answer> ordinary) {
        return switch (fault) {
            case UNAVAILABLE -> Answer.empty(503);
            case RATE_LIMITED -> pause.get();
            case HANG -> Answer.empty(200).refused().delivered(Answer.Delivery.NEVER);
            case RESET_AFTER_COMMIT -> ordinary.get().delivered(Answer.Delivery.CUT);
            case HTML -> Answer.html(200, PORTAL).refused();
            case EMPTY -> Answer.empty(200).refused();
            case HOSTILE_JSON -> Answer.json(200, hostile()).refused();
            case DPOP_NONCE -> nonces.demand(endpoint).answer();
            case INVALID_GRANT -> endedGrant.get();
        };
    }

    private static String hostile() {
        return new Json()
                .put("access_token", "hostile")
                .put("token_type", "Bearer")
                .putRaw("expires_in", "9".repeat(HOSTILE_DIGITS))
                .toString();
    }
}
