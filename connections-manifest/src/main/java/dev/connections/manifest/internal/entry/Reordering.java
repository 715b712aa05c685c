package dev.connections.manifest.internal.entry;

import dev.connections.manifest.ManifestException;
import dev.connections.manifest.internal.edit.Splice;
import dev.connections.manifest.internal.edit.Splices;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.text.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts entries into another order: each moves as it is written, and what stands between them stays. */
public final class Reordering {
    private final Manifest manifest;
    private final Dialect dialect;
    private final Map<String, Integer> ranks = new HashMap<>();

    private Reordering(Manifest manifest, List<String> identities) {
        this.manifest = manifest;
        this.dialect = manifest.dialect();
        identities.forEach(identity -> ranks.putIfAbsent(identity, ranks.size()));
    }

    /**
     * Returns the manifest whose lists begin with these entries; the others follow as they stood.
     *
     * @throws ManifestException if there is no entry of one of these identities ({@code connector_unknown})
     */
    public static Manifest first(Manifest manifest, List<String> identities) {
        return new Reordering(manifest, identities).reordered();
    }

    private Manifest reordered() {
        List<Splice> splices = new ArrayList<>();
        Set<String> missing = new HashSet<>(ranks.keySet());
        for (Section section : Section.values()) {
            List<Placed> entries = new ArrayList<>();
            manifest.entries(section).forEach(entries::add);
            entries.forEach(entry -> missing.remove(dialect.identity(entry)));
            if (section.kind() == Kind.ARRAY) {
                splices.addAll(moves(entries));
            }
        }
        if (!missing.isEmpty()) {
            throw unknown(missing.stream().sorted().findFirst().orElseThrow());
        }
        return splices.isEmpty() ? manifest : manifest.changed(Splices.apply(manifest.text(), splices));
    }

    private List<Splice> moves(List<Placed> present) {
        List<Placed> wanted = new ArrayList<>(present);
        wanted.sort(Comparator.comparingInt(this::rank));
        List<Splice> moves = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            if (!wanted.get(i).equals(present.get(i))) {
                moves.add(new Splice(
                        present.get(i).node().range(), wanted.get(i).node().raw()));
            }
        }
        return moves;
    }

    private int rank(Placed entry) {
        return ranks.getOrDefault(dialect.identity(entry), Integer.MAX_VALUE);
    }

    private static ManifestException unknown(String identity) {
        return new ManifestException(
                "connector_unknown",
                "the manifest declares no connector " + Quote.of(identity)
                        + "; name those that connectors() shows, or upsert it first",
                null);
    }
}
