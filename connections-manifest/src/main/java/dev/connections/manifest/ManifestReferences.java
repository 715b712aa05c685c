package dev.connections.manifest;

import dev.connections.manifest.PluginManifest.ReadLimits;
import dev.connections.manifest.internal.entry.Fields;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.entry.Shape;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.spi.SourceReferences;
import dev.connections.spi.SourceReferences.Occurrence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the connections that plugin manifests name. */
public final class ManifestReferences {
    private static final String FILE = "plugin-manifest.json";

    private ManifestReferences() {}

    /**
     * Returns a scanner that finds the entries of every {@code plugin-manifest.json} below a root, wherever the product keeps
     * them and in whatever shape; entries without a link name, as Mail's, are none. A location is the line of the link name.
     *
     * @param application the application's stable id or name, as in {@link dev.connections.Reference}
     * @return the scanner; combine it with one of source files by {@link SourceReferences#and}
     * @throws dev.connections.ConnectionConfigurationException if the name cannot be used ({@code reference_malformed})
     */
    public static SourceReferences of(String application) {
        return SourceReferences.of(application, FILE, ManifestReferences::find);
    }

    private static List<Occurrence> find(String file, String text) {
        try {
            ReadLimits limits = ReadLimits.standard();
            byte[] utf8 = Utf8Text.bytes(file, text, limits);
            return inCharacters(utf8, linkNames(new Manifest(Utf8Text.document(file, utf8, limits))));
        } catch (ManifestException e) { // too deep
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static List<Node> linkNames(Manifest manifest) {
        List<Node> names = new ArrayList<>();
        for (Placed entry : manifest.entries()) {
            linkName(entry.fields()).ifPresent(names::add);
        }
        names.sort(Comparator.comparing(Node::start));
        return names;
    }

    private static Optional<Node> linkName(Fields fields) {
        Key key = Shape.of(fields) == Shape.WRITER ? Key.WRITER_NAME : Key.LINK_NAME;
        return fields.value(key).filter(node -> node.is(Kind.STRING));
    }

    /** The offsets count bytes, in ascending order; those of occurrences count characters. */
    private static List<Occurrence> inCharacters(byte[] utf8, List<Node> names) {
        List<Occurrence> occurrences = new ArrayList<>();
        int bytes = 0;
        int characters = 0;
        for (Node name : names) {
            characters += new String(utf8, bytes, name.start() - bytes, StandardCharsets.UTF_8).length();
            bytes = name.start();
            occurrences.add(new Occurrence(name.text(), characters));
        }
        return occurrences;
    }
}
