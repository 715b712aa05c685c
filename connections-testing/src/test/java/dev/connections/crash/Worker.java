package dev.connections.crash;

import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.crash.StagedStore.Point;
import dev.connections.crash.StagedStore.Stage;
import dev.connections.spi.ConnectionStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;

/**
 * One process of an application on several nodes. Its parent tells it what to do, line by line: {@code run <threads> <links>},
 * {@code get <link>}, {@code go}, {@code stop}. It ends when its parent does.
 */
final class Worker implements Asking, Stage {
    private static final long SHORTEST_REST_MS = 10;
    private static final long LONGEST_REST_MS = 40;
    private static final double TRIES_FOR_A_LEASE = 10;
    private static final long WATCH_EVERY_MS = 50;
    private static final long STOOD_STILL_MS = 1_000;

    private final Settings settings;
    private final SplittableRandom random;
    private final Semaphore gate = new Semaphore(0);
    private final Connections connections;
    private final List<Thread> runners = new ArrayList<>();
    private volatile boolean stopped;

    private Worker(Settings settings, Secret key) {
        this.settings = settings;
        this.random = new SplittableRandom(settings.seed());
        this.connections = Connections.builder()
                .store(new StagedStore(store(settings, key), this))
                .clock(FastClock.since(settings.clock()))
                .httpClient(through(settings.door()))
                .build();
    }

    private static ConnectionStore store(Settings settings, Secret key) {
        ConnectionStore store = Stores.open(settings.store(), key);
        return settings.locks() ? store : BrokenStore.withoutLock(store);
    }

    /** Returns a client that leaves by one of the server's doors. */
    static OkHttpClient through(int door) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), door);
        return new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, address))
                .build();
    }

    /** Runs a worker; the first line of its input is the store's key. */
    public static void main(String[] arguments) throws IOException {
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var worker = new Worker(Settings.ofThisProcess(), Secret.of(commands.readLine()));
        daemon("watch", worker::watch);
        Report.ready();
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            worker.obey(line.split(" "));
        }
        Runtime.getRuntime().halt(1); // the parent is gone
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "run" -> run(Integer.parseInt(words[1]), words[2].split(","));
            case "get" -> daemon("get", () -> ask(connections, words[1]));
            case "go" -> gate.release();
            case "stop" -> stop();
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void run(int threads, String[] links) {
        for (int i = 0; i < threads; i++) {
            SplittableRandom own = random.split();
            runners.add(daemon("runner-" + i, () -> run(own, links)));
        }
    }

    private void run(SplittableRandom own, String[] links) {
        while (!stopped) {
            ask(connections, links[own.nextInt(links.length)]);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(own.nextLong(SHORTEST_REST_MS, LONGEST_REST_MS)));
        }
    }

    private void stop() {
        stopped = true;
        for (Thread runner : runners) {
            joined(runner);
        }
        connections.close();
        Runtime.getRuntime().halt(0);
    }

    private static void joined(Thread runner) {
        try {
            runner.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a worker", e);
        }
    }

    /** Tells when the machine let this process stand still: a lease may have run out meanwhile. */
    private void watch() {
        long before = Wall.micros();
        while (!stopped) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WATCH_EVERY_MS));
            long now = Wall.micros();
            if (now - before > TimeUnit.MILLISECONDS.toMicros(STOOD_STILL_MS)) {
                Report.stood(before, now);
            }
            before = now;
        }
    }

    @Override
    public void leased(ConnectionStore.Key key) {
        Report.leased(key.id());
    }

    @Override
    public void at(Point point) {
        if (settings.holds(point)) {
            Report.held(point);
            gate.acquireUninterruptibly();
        } else if (point == Point.AFTER_RELEASE) {
            Report.released();
        } else if (drawn() < likely(point)) {
            Report.dying(point);
            Runtime.getRuntime().halt(137); // as after kill -9: nothing is closed
        }
    }

    /** Whoever waits for a lease comes to its point again and again. */
    private double likely(Point point) {
        return point == Point.BEFORE_LEASE ? settings.crash() / TRIES_FOR_A_LEASE : settings.crash();
    }

    private synchronized double drawn() {
        return random.nextDouble();
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void got(String link, String token, long askedAt) {
        Report.got(link, token, askedAt);
    }

    @Override
    public void failed(String link, String kind, String code, String detail) {
        Report.failed(link, kind, code, detail);
    }
}
