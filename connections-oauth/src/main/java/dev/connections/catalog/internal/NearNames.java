package dev.connections.catalog.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
final class NearNames {
    private static final int ENOUGH = 3;
    private static final int LONGEST = 50; // of a link name; a longer text means none

    private NearNames() {}

    static List<String> of(String wanted, List<String> names) {
        if (wanted.length() > LONGEST) {
            return List.of();
        }
        String folded = wanted.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        int near = Math.max(1, folded.length() / 4);
        return names.stream()
                .filter(name -> distance(folded, name) <= near || (folded.length() > 2 && name.contains(folded)))
                .sorted(Comparator.comparingInt(name -> distance(folded, name)))
                .limit(ENOUGH)
                .toList();
    }

    /** How many characters must be put in, taken out or changed (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
