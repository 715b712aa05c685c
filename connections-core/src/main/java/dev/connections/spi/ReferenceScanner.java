package dev.connections.spi;

import dev.connections.CheckReturnValue;
import dev.connections.Reference;
import dev.connections.internal.scan.Both;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Finds the places of an application that use connections, so that they can be recorded with
 * {@link dev.connections.ConnectionsView#replaceReferences}. Thread-safe.
 *
 * <p>{@link SourceReferences} reads source files; a manifest's connectors are found by {@code ManifestReferences} of
 * connections-manifest.
 */
@FunctionalInterface
public interface ReferenceScanner {
    /**
     * Scans a folder. Blocks while files are read.
     *
     * @param root the folder
     * @return the places by link name; the names sorted, the places of each in order of files and lines
     * @throws dev.connections.ConnectionConfigurationException if it cannot be scanned as a whole ({@code
     *     scan_root_unusable}, {@code scan_too_large})
     */
    Map<String, List<Reference>> scan(Path root);

    /**
     * Returns a scanner that finds what either finds, a place once.
     *
     * @param other another scanner
     * @return both
     */
    @CheckReturnValue
    default ReferenceScanner and(ReferenceScanner other) {
        return new Both(this, other);
    }
}
