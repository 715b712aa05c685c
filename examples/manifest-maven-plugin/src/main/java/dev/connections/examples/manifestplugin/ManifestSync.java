package dev.connections.examples.manifestplugin;

import dev.connections.manifest.Connector;
import dev.connections.manifest.ManifestDiff;
import dev.connections.manifest.ManifestException;
import dev.connections.manifest.PluginManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a manifest declare exactly the connections of a file. */
final class ManifestSync {
    private ManifestSync() {}

    /** Changes the manifest if it must, and returns what differed. */
    static ManifestDiff sync(Path declarations, Path file) throws IOException {
        List<Connector> declared = Declaration.read(declarations).stream()
                .map(Declaration::connector)
                .toList();
        refuseRepeats(declared);
        ManifestDiff diff = PluginManifest.read(file).diff(declared);
        if (!diff.isEmpty()) {
            diff.applied().writeTo(file);
        }
        return diff;
    }

    private static void refuseRepeats(List<Connector> declared) {
        Set<String> names = new HashSet<>();
        for (Connector connector : declared) {
            if (!names.add(connector.linkName())) {
                throw new ManifestException(
                        "link_name_duplicate",
                        "two connections are declared with the link name \"" + connector.linkName()
                                + "\"; give one of them a \"linkName\" of its own",
                        null);
            }
        }
    }
}
