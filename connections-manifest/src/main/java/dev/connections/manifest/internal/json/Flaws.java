package dev.connections.manifest.internal.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects flaws while a text is scanned; counts on when there are too many to list. */
final class Flaws {
    /** A person mends some, then looks again; more would only cost memory. */
    private static final int LISTED = 100;

    private final Trail trail;
    private final List<Flaw> listed = new ArrayList<>();
    private final Map<FlawKind, List<Range>> gathered = new EnumMap<>(FlawKind.class);
    private int unlisted;
    private boolean json = true;

    Flaws(Trail trail) {
        this.trail = trail;
    }

    /** Notes a flaw of the innermost open container. */
    void add(FlawKind kind, int start, int end) {
        note(kind, start, end, false);
    }

    /** Notes a flaw of the item that is being read in the innermost open container. */
    void addToItem(FlawKind kind, int start, int end) {
        note(kind, start, end, true);
    }

    private void note(FlawKind kind, int start, int end, boolean item) {
        json &= !kind.breaksJson();
        if (kind.gathers() && gathered.containsKey(kind)) {
            extend(gathered.get(kind), start, end);
        } else if (listed.size() == LISTED) {
            unlisted++;
        } else {
            list(kind, new Range(start, end), trail.pointer(item));
        }
    }

    private void list(FlawKind kind, Range range, String pointer) {
        if (kind.gathers()) {
            gathered.put(kind, new ArrayList<>(List.of(range)));
        }
        listed.add(new Flaw(kind, pointer, List.of(range)));
    }

    private static void extend(List<Range> ranges, int start, int end) {
        Range last = ranges.get(ranges.size() - 1);
        if (last.end() == start) {
            ranges.set(ranges.size() - 1, new Range(last.start(), end));
        } else {
            ranges.add(new Range(start, end));
        }
    }

    /** What was noted, each gathered kind with all its places. */
    Scanned.Flawed result() {
        List<Flaw> whole = listed.stream()
                .map(flaw -> new Flaw(flaw.kind(), flaw.pointer(), gathered.getOrDefault(flaw.kind(), flaw.ranges())))
                .toList();
        return new Scanned.Flawed(whole, unlisted, json);
    }
}
