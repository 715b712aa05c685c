package dev.connections.internal.refresh;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Lets one piece of work run for a key; whoever asks meanwhile shares its end. A waiter may cancel its copy, never the
 * flight.
 */
final class Flights<K, V> {
    private final ConcurrentHashMap<K, CompletableFuture<V>> inFlight = new ConcurrentHashMap<>();

    /** Joins the flight of a key, or starts it; the work reads the store first: the race may already be won. */
    CompletableFuture<V> join(K key, Executor executor, Supplier<V> work) {
        var mine = new CompletableFuture<V>();
        var leader = inFlight.putIfAbsent(key, mine);
        if (leader != null) {
            return leader.copy();
        }
        try {
            executor.execute(
                    () -> land(key, mine, work)); // not the caller's thread: its interrupt must not end the flight
        } catch (RejectedExecutionException | IllegalStateException full) {
            inFlight.remove(key, mine);
            mine.completeExceptionally(full);
        }
        return mine.copy();
    }

    /** Ends the flight before telling its end: whoever is told and asks again must not join it once more. */
    private void land(K key, CompletableFuture<V> flight, Supplier<V> work) {
        try {
            V value = work.get(); // no lock is held across I/O
            inFlight.remove(key, flight);
            flight.complete(value);
        } catch (Throwable failure) {
            inFlight.remove(key, flight);
            flight.completeExceptionally(failure);
        }
    }

    boolean flying(K key) {
        return inFlight.containsKey(key);
    }

    Collection<CompletableFuture<V>> all() {
        return List.copyOf(inFlight.values());
    }
}
