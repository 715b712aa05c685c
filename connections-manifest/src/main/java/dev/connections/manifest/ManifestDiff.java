package dev.connections.manifest;

import dev.connections.CheckReturnValue;
import dev.connections.manifest.internal.entry.Dialect;
import dev.connections.manifest.internal.entry.Differences;
import dev.connections.manifest.internal.entry.Entry;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.text.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What keeps a manifest from declaring exactly the connections that there are.
 *
 * <p>Immutable and thread-safe. Entries that say no name of their own are left out; {@link PluginManifest#validate()} names
 * them.
 */
public final class ManifestDiff {
    private final PluginManifest manifest;
    private final List<Connector> missing;
    private final List<Connector> stale;
    private final List<Difference> different;

    /**
     * An entry that says something else than its connection.
     *
     * @param present what the manifest says
     * @param wanted what the connection is
     * @param keys keys of the entry that differ; also the section's, if the product keeps the entry elsewhere; not empty
     */
    public record Difference(Connector present, Connector wanted, List<String> keys) {
        /**
         * Copies the keys.
         *
         * @param present what the manifest says
         * @param wanted what the connection is
         * @param keys keys of the entry that differ
         */
        public Difference {
            keys = List.copyOf(keys);
        }
    }

    private ManifestDiff(
            PluginManifest manifest, List<Connector> missing, List<Connector> stale, List<Difference> different) {
        this.manifest = manifest;
        this.missing = List.copyOf(missing);
        this.stale = List.copyOf(stale);
        this.different = List.copyOf(different);
    }

    static ManifestDiff of(PluginManifest manifest, Manifest entries, List<Connector> wanted) {
        Dialect dialect = entries.dialect();
        Map<String, Placed> present = present(entries, dialect);
        List<Connector> missing = new ArrayList<>();
        List<Difference> different = new ArrayList<>();
        for (Connector connector : wanted) {
            Placed placed = present.remove(connector.entry().identity(dialect.shape()));
            if (placed == null) {
                missing.add(connector);
            } else {
                List<String> keys = Differences.of(dialect, placed, connector.entry());
                if (!keys.isEmpty()) {
                    different.add(new Difference(connector(placed), connector, keys));
                }
            }
        }
        return new ManifestDiff(
                manifest,
                missing,
                present.values().stream().map(ManifestDiff::connector).toList(),
                different);
    }

    private static Map<String, Placed> present(Manifest manifest, Dialect dialect) {
        Map<String, Placed> present = new LinkedHashMap<>();
        for (Placed placed : manifest.entries()) {
            String identity =
                    placed.node().is(Kind.OBJECT) ? Entry.of(placed.fields()).identity(dialect.shape()) : "";
            if (!identity.isEmpty()) {
                present.putIfAbsent(identity, placed);
            }
        }
        return present;
    }

    private static Connector connector(Placed placed) {
        return Connector.of(Entry.of(placed.fields()));
    }

    /**
     * Returns the connections that have no entry.
     *
     * @return immutable, in the order in which they were given
     */
    public List<Connector> missing() {
        return missing;
    }

    /**
     * Returns the entries of connections that there are not, or not any more.
     *
     * @return immutable, in order of the file
     */
    public List<Connector> stale() {
        return stale;
    }

    /**
     * Returns the entries that say something else than their connections.
     *
     * @return immutable, in the order in which the connections were given
     */
    public List<Difference> different() {
        return different;
    }

    /**
     * Tells whether there is nothing to do.
     *
     * @return true if the manifest declares exactly these connections
     */
    public boolean isEmpty() {
        return missing.isEmpty() && stale.isEmpty() && different.isEmpty();
    }

    /**
     * Returns the manifest that declares exactly these connections: stale entries are taken out, the others put in or changed
     * as {@link PluginManifest#upsert} does.
     *
     * @return the changed manifest, the compared one if {@link #isEmpty()}
     * @throws ManifestException as {@link PluginManifest#upsert}
     */
    @CheckReturnValue
    public PluginManifest applied() {
        PluginManifest changed = manifest;
        for (Connector connector : stale) {
            changed = changed.remove(name(connector));
        }
        for (Difference difference : different) {
            changed = changed.upsert(difference.wanted());
        }
        for (Connector connector : missing) {
            changed = changed.upsert(connector);
        }
        return changed;
    }

    /** Mail's entries have no link name. */
    private static String name(Connector connector) {
        return connector.linkName().isEmpty() ? connector.serviceName() : connector.linkName();
    }

    /**
     * Returns the differences, one on a line: {@code + "crm"} is missing, {@code - "old"} is stale, {@code ~ "box": scope}
     * differs.
     *
     * @return the lines, empty if there are none
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        missing.forEach(connector -> lines.add("+ " + label(connector)));
        stale.forEach(connector -> lines.add("- " + label(connector)));
        different.forEach(one -> lines.add("~ " + label(one.wanted()) + ": " + String.join(", ", one.keys())));
        return String.join("\n", lines);
    }

    private static String label(Connector connector) {
        return Quote.of(name(connector));
    }
}
