package dev.connections.internal;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The name somebody may have meant: the one with the fewest letters to change, if a third of them at most differ. */
final class Nearest {
    private static final int LONGEST = 50;

    private record Candidate(String name, int distance) {}

    private Nearest() {}

    static Optional<String> of(String typed, Stream<String> names) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        return names.map(name -> new Candidate(name, distance(typed, name)))
                .filter(candidate -> candidate.distance() <= Math.max(1, (typed.length() + 1) / 3))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** How many letters must be put in, left out or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
