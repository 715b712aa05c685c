package dev.connections.testing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Lets threads start one piece of work at the same time. */
public final class Gate {
    private Gate() {}

    /** {@return what each of the runners returned; the work is told the number of its runner} */
    public static <T> List<T> race(int runners, IntFunction<T> work) {
        var gate = new CyclicBarrier(runners);
        var threads = Executors.newFixedThreadPool(runners);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                running.add(threads.submit(() -> {
                    gate.await(30, TimeUnit.SECONDS);
                    return work.apply(runner);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(60, TimeUnit.SECONDS));
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError("a runner did not finish", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
