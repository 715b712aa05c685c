package dev.connections.manifest.internal.rule;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Reference;
import dev.connections.manifest.ManifestException;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Range;
import dev.connections.manifest.internal.text.Quote;
import dev.connections.spi.SourceReferences;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Connections that source files name and no entry declares. A warning: the name may belong to a connection that the product
 * knows from elsewhere.
 */
final class UndeclaredConnections implements ManifestRule {
    /** Its entries have no link names. */
    private static final String WITHOUT_LINK_NAMES = "MAIL";

    private final Path folder;

    UndeclaredConnections(Path folder) {
        this.folder = folder;
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        if (manifest.product().equals(WITHOUT_LINK_NAMES)) {
            return;
        }
        Map<String, List<Reference>> uses = uses();
        uses.keySet().removeAll(declared(manifest));
        Place place = place(manifest);
        uses.forEach((linkName, places) -> found.add(undeclared(place, linkName, places)));
    }

    private Map<String, List<Reference>> uses() {
        try {
            return new TreeMap<>(SourceReferences.of("the extension").scan(folder));
        } catch (ConnectionConfigurationException unusable) {
            throw new ManifestException(unusable.code(), unusable.getMessage(), unusable);
        }
    }

    private static Set<String> declared(Manifest manifest) {
        Set<String> declared = new HashSet<>();
        for (Placed placed : manifest.entries()) {
            declared.add(manifest.dialect().identity(placed));
        }
        return declared;
    }

    private static Diagnosis undeclared(Place place, String linkName, List<Reference> places) {
        String more = places.size() > 1 ? " and " + (places.size() - 1) + " more" : "";
        return Diagnosis.warning(
                "connection_undeclared",
                place,
                places.get(0).location() + more + " uses the connection " + Quote.of(linkName)
                        + ", which no entry declares",
                "add its entry, for example by upsert or from its JSON tab, or mend the name in the code");
    }

    /** The first list of entries that there is; else the brace that opens the manifest. */
    private static Place place(Manifest manifest) {
        for (Section section : Section.values()) {
            Optional<Located> list = Located.top(manifest, section.json());
            if (list.isPresent()) {
                return start(list.get().pointer(), list.get().node());
            }
        }
        return start("", manifest.object().orElseThrow());
    }

    private static Place start(String pointer, Node node) {
        return new Place(pointer, new Range(node.start(), Math.min(node.start() + 1, node.end())));
    }
}
