package dev.connections.testing.internal.service;

import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Hold;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The requests to keep waiting, by endpoint. Thread-safe: the map is filled once. */
final class Holds {
    private final Map<Endpoint, Queue<HeldRequest>> queues = new EnumMap<>(Endpoint.class);
    private final List<HeldRequest> all = new CopyOnWriteArrayList<>();

    Holds() {
        for (Endpoint each : Endpoint.values()) {
            queues.put(each, new ConcurrentLinkedQueue<>());
        }
    }

    Hold add(Endpoint endpoint) {
        var held = new HeldRequest();
        all.add(held);
        queue(endpoint).add(held);
        return held;
    }

    void pass(Endpoint endpoint) throws InterruptedException {
        @Nullable HeldRequest held = queue(endpoint).poll();
        if (held != null) {
            held.pass();
        }
    }

    void releaseAll() {
        all.forEach(HeldRequest::release);
    }

    private Queue<HeldRequest> queue(Endpoint endpoint) {
        return queues.getOrDefault(endpoint, new ConcurrentLinkedQueue<>());
    }
}
