package dev.connections.manifest;

import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.json.Duplicates;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.text.Quote;
import java.util.List;

/** Whether a text can be changed so that everybody reads the change, and by what. */
final class Changeable {
    private Changeable() {}

    /** Throws if the text is not JSON, no object, or has one of the keys concerned twice. */
    static void check(PluginManifest manifest) {
        if (!manifest.document().json()) {
            throw manifest.notJson();
        }
        Node root = new Manifest(manifest.document())
                .object()
                .orElseThrow(() -> new ManifestException(
                        "not_a_manifest",
                        "the text is no JSON object; a plugin manifest is one, with at least \"service\" in it",
                        null));
        Duplicates.each(root, duplicate -> refuse(duplicate.again().name()));
    }

    /** Throws if a connector has an error that keeps it out of a manifest of this product. */
    static void check(Connector connector, PluginManifest.Product product) {
        List<Finding> errors = Findings.errorsIn(connector.validate(product));
        if (!errors.isEmpty()) {
            throw new ManifestException(
                    errors.get(0).code(),
                    "the connector " + Quote.of(connector.linkName()) + " is not fit for a manifest of "
                            + Quote.of(product.code()) + ":\n" + Findings.lines(errors),
                    null);
        }
    }

    private static void refuse(Node name) {
        boolean concerned = name.says(Manifest.SERVICE);
        for (Section section : Section.values()) {
            concerned |= name.says(section.json());
        }
        if (concerned) {
            throw new ManifestException(
                    "duplicate_key",
                    "the key \"" + name.text()
                            + "\" stands twice in the manifest, and readers keep only one of the two;"
                            + " remove one, then change the manifest",
                    null);
        }
    }
}
