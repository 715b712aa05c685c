package dev.connections.examples.quickstart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that differ between two texts, from the first to the last of them. */
final class Diff {
    private Diff() {}

    static String of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int same = 0;
        while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
            same++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - same
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        String at = "@@ line " + (same + 1) + " @@";
        Stream<String> gone = old.subList(same, old.size() - end).stream().map(line -> "-" + line);
        Stream<String> come = now.subList(same, now.size() - end).stream().map(line -> "+" + line);
        return at + "\n" + Stream.concat(gone, come).collect(Collectors.joining("\n"));
    }
}
