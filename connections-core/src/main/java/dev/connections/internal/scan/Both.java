package dev.connections.internal.scan;

import dev.connections.Reference;
import dev.connections.spi.ReferenceScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what either of two scanners finds. */
public record Both(ReferenceScanner one, ReferenceScanner other) implements ReferenceScanner {
    @Override
    public Map<String, List<Reference>> scan(Path root) {
        Map<String, List<Reference>> found = new TreeMap<>(one.scan(root));
        other.scan(root).forEach((linkName, places) -> found.merge(linkName, places, Both::merged));
        return Collections.unmodifiableMap(found);
    }

    private static List<Reference> merged(List<Reference> first, List<Reference> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(new LinkedHashSet<>(all));
    }
}
