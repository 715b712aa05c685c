package dev.connections.catalog.internal;

import dev.connections.ConnectionConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalogue file of the user's own. */
final class CatalogFile {
    private static final int FORMAT = 1;
    private static final int LONGEST = 8 << 20;

    private final Path file;
    private final Source source;

    CatalogFile(Path file) {
        this.file = file;
        source = new Source(file.toString());
    }

    /** Reads all entries, which may extend those before, and take their places if they say so. */
    List<Blueprint> read(OpenCatalog before) {
        var members = new Members(tree(), source);
        int format = members.number("format");
        if (format != FORMAT) {
            throw source.malformed(members.at(), "has format " + format + ", but this release reads " + FORMAT);
        }
        members.required("services");
        List<Node> services = members.elements("services");
        Optional<Node> unused = members.node("$schema"); // for editors
        members.requireNoOthers();
        return entries(services, before);
    }

    /** Reads the file as JSON, whatever it says. */
    Node tree() {
        return JsonTree.read(bytes(), source);
    }

    private List<Blueprint> entries(List<Node> services, OpenCatalog before) {
        var entries = new ArrayList<Blueprint>();
        Set<String> names = new HashSet<>();
        var derivations = new Derivations(source, services, before);
        for (Node each : services) {
            Blueprint entry = new BlueprintReader(source).read(derivations.whole(each));
            SchemaNames.check(entry.document(), source);
            String name = entry.heading().linkName();
            if (!names.add(name) || (before.has(name) && !entry.details().replaces())) {
                throw Refusal.of(
                        "link_name_taken",
                        source.name() + ":" + each.at() + " defines \"" + name + "\", which there is already; give it a"
                                + " link name of its own, or say \"replace\": true to take the other one's place");
            }
            entries.add(entry);
        }
        return entries;
    }

    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw unreadable("is longer than 8 MiB; split it", null);
            }
            return bytes;
        } catch (IOException failure) {
            throw unreadable(
                    "cannot be read (" + failure.getClass().getSimpleName() + "); check path and rights", failure);
        }
    }

    private ConnectionConfigurationException unreadable(String problem, @Nullable IOException cause) {
        return new ConnectionConfigurationException(
                "catalogue_unreadable", "the catalogue file " + source.name() + " " + problem, cause);
    }
}
