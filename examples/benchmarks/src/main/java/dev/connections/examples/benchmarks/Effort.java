package dev.connections.examples.benchmarks;

import java.time.Duration;

/** How long to measure. */
enum Effort {
    /** Minutes: whether something has gone wrong. */
    QUICK(1, 5, new Rounds(3, 5, Duration.ofMillis(500))),
    /** Most of an hour: numbers to quote. */
    FULL(5, 21, new Rounds(5, 5, Duration.ofSeconds(1)));

    private final int forks;
    private final int starts;
    private final Rounds rounds;

    /** What one JVM does. */
    private record Rounds(int warmups, int iterations, Duration iteration) {}

    Effort(int forks, int starts, Rounds rounds) {
        this.forks = forks;
        this.starts = starts;
        this.rounds = rounds;
    }

    int forks() {
        return forks;
    }

    int warmups() {
        return rounds.warmups();
    }

    int iterations() {
        return rounds.iterations();
    }

    Duration iteration() {
        return rounds.iteration();
    }

    int starts() {
        return starts;
    }
}
