package dev.connections.testing.internal.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was said in one place since it was last looked through. Thread-safe: the monitor guards the text. */
final class Transcript {
    /** Long output is looked through early, so that a verbose test does not fill the memory. */
    private static final int LONGEST = 4 << 20;

    /** Kept when that happens, in case a secret lies across the cut. */
    private static final int TAIL = 4096;

    private final String where;
    private final StringBuilder text = new StringBuilder();
    private final List<String> leaks = new ArrayList<>();

    Transcript(String where) {
        this.where = where;
    }

    synchronized void add(String more, Set<String> planted) {
        text.append(more);
        if (text.length() > LONGEST) {
            String tail = text.substring(text.length() - TAIL);
            leaks.addAll(new Sieve(planted).sift(where, text.toString()));
            text.setLength(0);
            text.append(tail);
        }
    }

    synchronized List<String> sift(Set<String> planted) {
        var found = new ArrayList<>(leaks);
        found.addAll(new Sieve(planted).sift(where, text.toString()));
        leaks.clear();
        text.setLength(0);
        return found;
    }
}
