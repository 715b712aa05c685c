package dev.connections.internal.refresh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's threads: one for schedules, and workers made on demand, all daemons, none before there is work. At most half of
 * the workers serve one service, so that a hanging token endpoint leaves room for the others.
 */
public final class Workers implements Executor, AutoCloseable {
    private static final int MOST = 256;
    private static final int MOST_FOR_ONE = MOST / 2;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Optional<Executor> given;
    private final Object guard = new Object(); // guards the fields below, for assignments only
    private @Nullable ThreadPoolExecutor own;
    private @Nullable ScheduledThreadPoolExecutor scheduler;
    private boolean closed;
    private final Map<String, Lane> lanes = new HashMap<>();

    /** Works on this executor where one was given. */
    public Workers(Optional<Executor> given) {
        this.given = given;
    }

    /** Runs a task for one service; one that is refused throws, and leaves nothing behind. */
    void execute(String service, Runnable task) {
        Runnable first = enter(service, task);
        if (first == null) {
            return; // a worker of this service takes it when it is done
        }
        try {
            execute(() -> work(service, first));
        } catch (RuntimeException refused) {
            leave(service, false);
            throw refused;
        }
    }

    private void work(String service, Runnable first) {
        for (Runnable next = first; next != null; next = leave(service, true)) {
            next.run();
        }
    }

    private @Nullable Runnable enter(String service, Runnable task) {
        synchronized (guard) {
            Lane lane = lanes.computeIfAbsent(service, name -> new Lane());
            lane.waiting.add(task);
            return lane.start();
        }
    }

    /** Ends a task; returns the one that the same worker does next. */
    private @Nullable Runnable leave(String service, boolean goOn) {
        synchronized (guard) {
            Lane lane = lanes.get(service);
            if (lane == null) {
                return null;
            }
            lane.running--;
            Runnable next = goOn ? lane.start() : null;
            if (lane.running == 0) {
                lanes.remove(service);
            }
            return next;
        }
    }

    /** The tasks of one service. */
    private static final class Lane {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;

        private @Nullable Runnable start() {
            if (running >= MOST_FOR_ONE || waiting.isEmpty()) {
                return null;
            }
            running++;
            return waiting.poll();
        }
    }

    @Override
    public void execute(Runnable task) {
        given.orElseGet(this::own).execute(task);
    }

    private Executor own() {
        synchronized (guard) {
            refuseClosed();
            if (own == null) {
                own = new ThreadPoolExecutor(
                        MOST,
                        MOST,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        named("worker"));
                own.allowCoreThreadTimeOut(true);
            }
            return own;
        }
    }

    /**
     * Runs a task again and again, on a worker, until the returned future is cancelled: one that hangs delays no other. A
     * turn that comes while the task still runs is left out.
     */
    Future<?> every(Duration period, Runnable task) {
        var running = new AtomicBoolean();
        Runnable turn = () -> {
            if (running.compareAndSet(false, true)) {
                turn(running, task);
            }
        };
        return scheduler().scheduleAtFixedRate(turn, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void turn(AtomicBoolean running, Runnable task) {
        try {
            execute(() -> {
                try {
                    task.run();
                } finally {
                    running.set(false);
                }
            });
        } catch (RejectedExecutionException | IllegalStateException full) { // the next turn may find room
            running.set(false);
        }
    }

    /** Starts a task later, on a worker. */
    void later(Duration delay, Runnable task) {
        Future<?> ignored = scheduler().schedule(() -> execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private ScheduledThreadPoolExecutor scheduler() {
        synchronized (guard) {
            refuseClosed();
            if (scheduler == null) {
                scheduler = new ScheduledThreadPoolExecutor(1, named("schedule"));
                scheduler.setRemoveOnCancelPolicy(true);
                scheduler.setKeepAliveTime(IDLE.toNanos(), TimeUnit.NANOSECONDS);
                scheduler.allowCoreThreadTimeOut(true);
            }
            return scheduler;
        }
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("these Connections are closed; make new ones with Connections.builder()");
        }
    }

    private static ThreadFactory named(String role) {
        var count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "connections-" + role + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Stops the SDK's own threads; an executor that was given goes on. */
    @Override
    public void close() {
        ThreadPoolExecutor workers;
        ScheduledThreadPoolExecutor schedules;
        synchronized (guard) {
            closed = true;
            workers = own;
            schedules = scheduler;
        }
        if (schedules != null) {
            schedules.shutdownNow();
        }
        if (workers != null) {
            workers.shutdown();
            awaitEnd(workers);
        }
    }

    private static void awaitEnd(ThreadPoolExecutor workers) {
        try {
            if (!workers.awaitTermination(IDLE.toNanos(), TimeUnit.NANOSECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
