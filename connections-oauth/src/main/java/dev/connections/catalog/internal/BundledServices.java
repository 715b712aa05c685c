package dev.connections.catalog.internal;

import dev.connections.catalog.internal.BundledIndex.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The services in the jar. Each is read when it is used, and again when it is used again: that is rare and short. */
final class BundledServices {
    static final String RESOURCE = "/dev/connections/catalog/services.json";

    private BundledServices() {}

    static Optional<CatalogEntry> find(String linkName) {
        return BundledIndex.bundled().find(linkName).map(BundledServices::entry);
    }

    static List<CatalogEntry> all() {
        return BundledIndex.bundled().all().stream().map(BundledServices::entry).toList();
    }

    /** Returns an entry that a constant names. */
    static Blueprint require(String linkName) {
        return BundledIndex.bundled()
                .find(linkName)
                .map(BundledServices::read)
                .orElseThrow(() -> new IllegalStateException("no bundled service is named " + linkName));
    }

    private static CatalogEntry entry(Line line) {
        return new CatalogEntry(line.heading(), () -> read(line));
    }

    private static Blueprint read(Line line) {
        return new BlueprintReader(Source.BUNDLED).read(JsonTree.read(bytes(line), Source.BUNDLED));
    }

    private static byte[] bytes(Line line) {
        try (InputStream in = BundledServices.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE + "; use the published one");
            }
            in.skipNBytes(line.offset());
            return in.readNBytes(line.length());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
