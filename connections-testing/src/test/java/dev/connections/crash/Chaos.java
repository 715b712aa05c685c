package dev.connections.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.AuthorizationStatus.Reason;
import dev.connections.crash.Call.Answer;
import dev.connections.crash.Evidence.Failure;
import dev.connections.crash.StrictServer.Moment;
import dev.connections.crash.StrictServer.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Lets workers use connections while they are killed, and replaces them. */
final class Chaos {
    private static final long SHORTEST_PEACE_MS = 300;
    private static final long LONGEST_PEACE_MS = 1_500;
    private static final long TICK = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_DELAY = Duration.ofMinutes(2).toNanos();
    private static final int FEWEST_TOKENS = 50;
    private static final int FEWEST_CALLS = 2 * Plan.CONNECTIONS;
    private static final int FEWEST_DEATHS = 4;
    private static final Duration CALL = Duration.ofMillis(10);

    private final Plan plan;
    private final SplittableRandom random;
    private final SplittableRandom drawn;
    private final Site site;
    private final Map<String, WorkerProcess> working = new ConcurrentHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private int failuresSeen;
    private int started;
    private String task = "";

    /**
     * What a run does.
     *
     * @param seed of every random choice of the run
     * @param length how long it lasts
     * @param grace the server's
     * @param crash how likely a worker dies at each point of a refresh, 0 to 1
     * @param kills whether a worker is killed now and then, wherever it is
     * @param workers how many processes
     * @param locks whether their store gives a lease to one owner at a time
     */
    record Plan(long seed, Duration length, Duration grace, double crash, boolean kills, int workers, boolean locks) {
        static final int THREADS = 8;
        static final int CONNECTIONS = 20;

        private static final int WORKERS = 4;
        private static final double SELDOM = 0.01;

        /** Kills a random worker now and then, at a server that forgives nothing. */
        static Plan killing(Duration length) {
            return new Plan(chosenSeed(), length, Duration.ZERO, 0, true, WORKERS, true);
        }

        /** Lets workers die at the named points of a refresh. */
        static Plan dying(Duration length, Duration grace) {
            return new Plan(chosenSeed(), length, grace, SELDOM, false, WORKERS, true);
        }

        /** Lets everybody live, and have every lease. */
        static Plan withoutLock(Duration length) {
            return new Plan(chosenSeed(), length, Duration.ZERO, 0, false, WORKERS, false);
        }

        private boolean isDeadly() {
            return kills || crash > 0;
        }

        /** Returns the seed that {@code -Dconnections.crash.seed} gives, or a new one. */
        private static long chosenSeed() {
            return Long.getLong("connections.crash.seed", System.nanoTime());
        }

        Plan withCrash(double likely) {
            return new Plan(seed, length, grace, likely, kills, workers, locks);
        }

        Plan withWorkers(int count) {
            return new Plan(seed, length, grace, crash, kills, count, locks);
        }
    }

    private Chaos(Plan plan, Site site) {
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
        this.drawn = random.split();
        this.site = site;
    }

    /** Runs a plan against a store and finds nothing wrong. */
    static void run(Plan plan, Place place, Path directory) {
        assertThat(findings(plan, place, directory)).as(plan.toString()).isEmpty();
    }

    /** Runs a plan against a store; returns what was wrong. */
    static List<String> findings(Plan plan, Place place, Path directory) {
        System.out.println(plan);
        try (Site site = Site.open(place, new Terms(plan.grace(), CALL), directory)) {
            var chaos = new Chaos(plan, site);
            chaos.run();
            System.out.println(chaos.summary());
            assertThat(chaos.tooLittle()).as("%s proves too little", plan).isFalse();
            return site.findings();
        }
    }

    private void run() {
        List<String> links = site.connect(Plan.CONNECTIONS);
        task = "run " + Plan.THREADS + " " + String.join(",", links);
        site.server().watchedBy(this::mayDie);
        for (int i = 0; i < plan.workers(); i++) {
            startOne();
        }
        long end = System.nanoTime() + plan.length().toNanos();
        long nextKill = peace();
        while (System.nanoTime() < end || (tooLittle() && System.nanoTime() < end + LONGEST_DELAY)) {
            LockSupport.parkNanos(TICK);
            replaceTheDead();
            reconnectTheLost();
            if (plan.kills() && System.nanoTime() > nextKill) {
                killOne();
                nextKill = peace();
            }
        }
        calm();
    }

    /** Lets everybody end what they do, and looks what is left. */
    private void calm() {
        site.server().watchedBy((moment, caller) -> {});
        site.dismissAll();
        site.look();
    }

    private void startOne() {
        String name = "w" + started++;
        long seed = random.nextLong();
        WorkerProcess worker = site.start(
                name, settings -> settings.withCrash(seed, plan.crash()).locking(plan.locks()));
        worker.say(task);
        working.put(name, worker);
    }

    private long peace() {
        return System.nanoTime()
                + Duration.ofMillis(random.nextLong(SHORTEST_PEACE_MS, LONGEST_PEACE_MS))
                        .toNanos();
    }

    /** Kills one of those that have begun: a start alone proves little. */
    private void killOne() {
        List<WorkerProcess> ready =
                working.values().stream().filter(WorkerProcess::isReady).toList();
        if (!ready.isEmpty()) {
            ready.get(random.nextInt(ready.size())).kill();
        }
    }

    private void replaceTheDead() {
        for (WorkerProcess worker : List.copyOf(working.values())) {
            if (!worker.isAlive()) {
                working.remove(worker.name());
                site.dismiss(worker);
                startOne();
            }
        }
    }

    /** A user authorizes again what no grace could save. */
    private void reconnectTheLost() {
        List<Failure> failures = site.evidence().failures();
        failures.subList(failuresSeen, failures.size()).stream()
                .filter(failure -> failure.detail().equals(Reason.LOST_ROTATION.name()))
                .forEach(failure -> lost.add(failure.link()));
        failuresSeen = failures.size();
        lost.forEach(site::reconnect);
        lost.clear();
    }

    /** Kills a caller while its request is in flight: before the grant changes, or after, before the answer. */
    private void mayDie(Moment moment, String caller) {
        WorkerProcess worker = working.get(caller);
        if (worker != null && drawn() < plan.crash()) {
            worker.kill();
        }
    }

    private synchronized double drawn() {
        return drawn.nextDouble();
    }

    /** A run in which nothing happened proves nothing: on a slow machine it takes longer. */
    private boolean tooLittle() {
        Evidence evidence = site.evidence();
        return evidence.gets() < FEWEST_TOKENS
                || evidence.calls().size() < FEWEST_CALLS
                || (plan.isDeadly() && evidence.deaths() < FEWEST_DEATHS)
                || (!plan.grace().isZero() && !evidence.answers().containsKey(Answer.REPLAYED));
    }

    private String summary() {
        Evidence evidence = site.evidence();
        return evidence.gets() + " tokens served, " + evidence.calls().size() + " refresh calls " + evidence.answers()
                + ", " + evidence.deaths() + " of " + started + " workers killed";
    }
}
