package dev.connections.examples.benchmarks.stampede;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets threads ask for expired tokens at one moment, twice: the second time shows who kept the rotated refresh token. */
final class Stampede {
    private static final int ROUNDS = 2;

    private final Scenario scenario;

    Stampede(Scenario scenario) {
        this.scenario = scenario;
    }

    /** What came of it; waits in nanoseconds, of the callers that got a token. */
    record Outcome(int mostRequests, int failedCallers, int lostGrants, List<Long> waits) {
        Outcome {
            waits = waits.stream().sorted().toList();
        }

        /** {@return how long the slowest but one in a hundred waited; 0 if nobody got anything} */
        long slowest() {
            return waits.isEmpty() ? 0 : waits.get((waits.size() - 1) * 99 / 100);
        }

        /** {@return refresh requests for one grant at the worst, of which one for each round is needed} */
        double requestsEachTime() {
            return (double) mostRequests / ROUNDS;
        }
    }

    Outcome by(Library library) throws InterruptedException {
        List<Long> waits = new ArrayList<>();
        int failed = 0;
        try (RotatingServer server = RotatingServer.start(scenario.latency());
                Client client = library.client(server.tokenEndpoint(), scenario.grants())) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Long> got = round(client);
                failed += scenario.threads() - got.size();
                waits.addAll(got);
                client.expire();
            }
            return new Outcome(server.mostRequests(), failed, server.lost(), waits);
        }
    }

    private List<Long> round(Client client) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(scenario.threads());
        try {
            var ready = new CountDownLatch(scenario.threads());
            var gate = new CountDownLatch(1);
            List<Future<Long>> callers = new ArrayList<>();
            for (int i = 0; i < scenario.threads(); i++) {
                int grant = i % scenario.grants();
                callers.add(threads.submit(() -> {
                    ready.countDown();
                    gate.await();
                    return nanoseconds(client, grant);
                }));
            }
            ready.await();
            gate.countDown();
            return ended(callers);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long nanoseconds(Client client, int grant) throws Exception {
        long start = System.nanoTime();
        String token = client.token(grant);
        if (token.contains("expired")) {
            throw new IllegalStateException("an expired token was given out");
        }
        return System.nanoTime() - start;
    }

    private static List<Long> ended(List<Future<Long>> callers) throws InterruptedException {
        List<Long> waits = new ArrayList<>();
        for (Future<Long> caller : callers) {
            try {
                waits.add(caller.get());
            } catch (ExecutionException failed) {
                // counted by its absence
            }
        }
        return waits;
    }
}
