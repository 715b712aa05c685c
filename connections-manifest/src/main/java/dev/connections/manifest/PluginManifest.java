package dev.connections.manifest;

import dev.connections.CheckReturnValue;
import dev.connections.ConnectionsView;
import dev.connections.manifest.internal.edit.Splice;
import dev.connections.manifest.internal.edit.Splices;
import dev.connections.manifest.internal.entry.Entry;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.entry.Reordering;
import dev.connections.manifest.internal.entry.Upsert;
import dev.connections.manifest.internal.file.AtomicFile;
import dev.connections.manifest.internal.file.BoundedReader;
import dev.connections.manifest.internal.file.Lineage;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.rule.Diagnosis;
import dev.connections.manifest.internal.rule.Profile;
import dev.connections.manifest.internal.rule.Rulebook;
import dev.connections.manifest.internal.text.Quote;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * The text of a {@code plugin-manifest.json}: what it declares, what is wrong with it, and the same with a connector put in,
 * changed or taken out.
 *
 * <p>Immutable and thread-safe. Changes return a new manifest in which only the bytes of what changed differ: key order,
 * indentation, line ends, number forms, escapes, unknown keys and a byte order mark stay as they are. Text that is not JSON
 * can be read and {@linkplain #validate() validated}, but not changed or written.
 */
public final class PluginManifest {
    private static final String UNNAMED = "the manifest";

    private final String label;
    private final Manifest manifest;
    private final Lineage lineage;

    /**
     * How much is read before the text is refused.
     *
     * @param maxBytes length of the text in bytes, at least 1
     * @param maxDepth nesting of arrays and objects, at least 1
     */
    public record ReadLimits(long maxBytes, int maxDepth) {
        private static final ReadLimits STANDARD = new ReadLimits(8L << 20, 64);

        /**
         * Checks the limits.
         *
         * @param maxBytes length of the text in bytes, at least 1
         * @param maxDepth nesting of arrays and objects, at least 1
         * @throws IllegalArgumentException if one is not positive
         */
        public ReadLimits {
            if (maxBytes < 1 || maxDepth < 1) {
                throw new IllegalArgumentException(
                        "limits are positive, not " + maxBytes + " bytes, depth " + maxDepth);
            }
        }

        /**
         * Returns the limits that hold unless others are given.
         *
         * @return 8 MiB and 64 levels
         */
        public static ReadLimits standard() {
            return STANDARD;
        }
    }

    /**
     * The product a manifest is for. The constants are those with rules or places of their own for connections; any other
     * code works too.
     *
     * @param code as in the manifest's {@code service}; kept in upper case
     * @see <a href="https://help.zoho.com/portal/en/kb/sigma/configuration/articles/configure-plugin-manifest-json">Zoho
     *     Sigma, plugin-manifest.json (read November 2026)</a>
     */
    public record Product(String code) {
        /** Zoho Desk. */
        public static final Product DESK = new Product("DESK");
        /** Zoho Writer. */
        public static final Product WRITER = new Product("WRITER");
        /** Zoho Projects. */
        public static final Product PROJECTS = new Product("PROJECTS");
        /** Zoho Mail. */
        public static final Product MAIL = new Product("MAIL");
        /** Zoho Books. */
        public static final Product FINANCE = new Product("FINANCE");
        /** Zoho Inventory. */
        public static final Product INVENTORY = new Product("INVENTORY");
        /** Zoho Expense. */
        public static final Product EXPENSE = new Product("EXPENSE");
        /** Zoho Billing. */
        public static final Product BILLING = new Product("BILLING");

        /**
         * Puts the code into upper case.
         *
         * @param code as in the manifest's {@code service}
         * @throws ManifestException if the code is blank ({@code service_missing})
         */
        public Product {
            code = code.strip().toUpperCase(Locale.ROOT);
            if (code.isEmpty()) {
                throw new ManifestException(
                        "service_missing", "a product has a code; give one such as \"DESK\" or \"WRITER\"", null);
            }
        }
    }

    private PluginManifest(String label, Manifest manifest, Lineage lineage) {
        this.label = label;
        this.manifest = manifest;
        this.lineage = lineage;
    }

    /**
     * Reads a file, within {@link ReadLimits#standard()}. Follows symbolic links. Blocks while the file is read.
     *
     * @param file a regular file in UTF-8
     * @return the manifest; {@link #writeTo} to the same file refuses if the file has changed by then
     * @throws ManifestException {@code not_found}, {@code not_a_file}, {@code read_failed}, {@code too_large}, {@code
     *     not_utf8}, {@code too_deep}, {@code too_many_values}
     */
    public static PluginManifest read(Path file) {
        ReadLimits limits = ReadLimits.standard();
        byte[] content = BoundedReader.read(file, limits.maxBytes());
        Document document = Utf8Text.document(file.toString(), content, limits);
        return new PluginManifest(file.toString(), new Manifest(document), Lineage.read(file, content));
    }

    /**
     * Reads a stream to its end and leaves closing it to the caller. Blocks while the stream does.
     *
     * @param in text in UTF-8
     * @param limits how much is read
     * @return the manifest
     * @throws ManifestException {@code read_failed}, {@code too_large}, {@code not_utf8}, {@code too_deep},
     *     {@code too_many_values}
     */
    public static PluginManifest read(InputStream in, ReadLimits limits) {
        byte[] content = BoundedReader.read(in, limits.maxBytes(), UNNAMED);
        return new PluginManifest(UNNAMED, new Manifest(Utf8Text.document(UNNAMED, content, limits)), Lineage.none());
    }

    /**
     * Reads text, within {@link ReadLimits#standard()}.
     *
     * @param text the manifest
     * @return the manifest
     * @throws ManifestException {@code too_large}, {@code not_utf8} (half a surrogate pair), {@code too_deep},
     *     {@code too_many_values} (more than a million, with hardly any text between them)
     */
    public static PluginManifest parse(String text) {
        ReadLimits limits = ReadLimits.standard();
        byte[] content = Utf8Text.bytes(UNNAMED, text, limits);
        return new PluginManifest(UNNAMED, new Manifest(Utf8Text.document(UNNAMED, content, limits)), Lineage.none());
    }

    /** The file it was read from; empty if it was none. */
    String file() {
        return label.equals(UNNAMED) ? "" : label;
    }

    Document document() {
        return manifest.document();
    }

    /**
     * Returns the connectors that the manifest declares, wherever the product keeps them, in order of the file within each
     * place.
     *
     * @return immutable; entries that are no objects are left out, {@link #validate()} names them
     */
    public List<Connector> connectors() {
        List<Connector> connectors = new ArrayList<>();
        for (Placed placed : manifest.entries()) {
            if (placed.node().is(Kind.OBJECT)) {
                connectors.add(Connector.of(Entry.of(placed.fields())));
            }
        }
        return List.copyOf(connectors);
    }

    /**
     * Returns the product the manifest is for.
     *
     * @return what its {@code service} says, in upper case
     * @throws ManifestException if it does not say ({@code service_missing}); {@link #validate()} says more
     */
    public Product product() {
        if (manifest.product().isEmpty()) {
            throw new ManifestException(
                    "service_missing",
                    label
                            + " does not say which product it is for; write \"service\": with the product's code, for example"
                            + " \"DESK\" or \"WRITER\"",
                    null);
        }
        return new Product(manifest.product());
    }

    /**
     * Puts a connector in where the product keeps it, or makes the entry with its link name say the same. Doing it twice
     * equals doing it once.
     *
     * <p>A new entry looks like its neighbours: indentation, line ends, order of keys. An existing one keeps what it says
     * already, {@code sharedBy} and unknown keys included. For DESK a connection to any of Zoho's own services goes to {@code
     * zohoAuthorisation}. Entries are matched by link name; in a MAIL manifest, whose entries have none, by service name.
     *
     * @param connector the connector
     * @return the changed manifest, this one if it says all of it already
     * @throws ManifestException if the text cannot be changed ({@code not_json}, {@code not_a_manifest}, {@code
     *     service_missing}, {@code duplicate_key}, {@code section_type}, {@code link_name_duplicate}), there is no room for
     *     the connector ({@code zoho_authorisation_taken}, {@code service_repeated}), or {@link Connector#validate} finds an
     *     error (the code of the first one)
     */
    @CheckReturnValue
    public PluginManifest upsert(Connector connector) {
        return put(connector, Upsert::upsert);
    }

    /**
     * Puts a connector in as DESK's one connection to Zoho's own services, whatever was there before.
     *
     * @param connector a connector of a service of the Zoho family
     * @return the changed manifest
     * @throws ManifestException as {@link #upsert}, and if the connector does not go there ({@code
     *     zoho_authorisation_unfit})
     */
    @CheckReturnValue
    public PluginManifest replaceZohoAuthorisation(Connector connector) {
        return put(connector, Upsert::replaceZohoAuthorisation);
    }

    private PluginManifest put(Connector connector, BiFunction<Manifest, Entry, Manifest> change) {
        Changeable.check(this);
        Changeable.check(connector, product());
        return changed(change.apply(manifest, connector.entry()));
    }

    /**
     * Takes connectors out; DESK's {@code zohoAuthorisation} becomes {@code {}}.
     *
     * @param linkName link name; in a MAIL manifest the service name
     * @return the changed manifest, this one if it declares no such connector
     * @throws ManifestException if the text cannot be changed ({@code not_json}, {@code not_a_manifest}, {@code
     *     duplicate_key})
     */
    @CheckReturnValue
    public PluginManifest remove(String linkName) {
        Changeable.check(this);
        return linkName.isEmpty() ? this : changed(Upsert.remove(manifest, linkName));
    }

    /**
     * Puts connectors into another order: each list begins with those named, the others follow as they stood. Every entry
     * moves as it is written.
     *
     * @param linkNames link names; in a MAIL manifest service names
     * @return the changed manifest, this one if the order is the same
     * @throws ManifestException if the text cannot be changed ({@code not_json}, {@code not_a_manifest}, {@code
     *     duplicate_key}), or declares no such connector ({@code connector_unknown})
     */
    @CheckReturnValue
    public PluginManifest reorder(List<String> linkNames) {
        Changeable.check(this);
        return changed(Reordering.first(manifest, linkNames));
    }

    /**
     * Compares the entries with the connections that there are.
     *
     * @param connections whose connections are compared: all that it shows
     * @return what is missing, stale or different
     */
    public ManifestDiff diff(ConnectionsView connections) {
        return diff(connections.all().stream().map(Connector::from).toList());
    }

    /**
     * Compares the entries with connectors.
     *
     * @param wanted all that the manifest shall declare
     * @return what is missing, stale or different
     */
    public ManifestDiff diff(List<Connector> wanted) {
        return ManifestDiff.of(this, manifest, wanted);
    }

    /**
     * Makes the manifest declare exactly the connections that there are; {@link #diff} shows beforehand what changes.
     *
     * @param connections whose connections are declared: all that it shows
     * @return {@link ManifestDiff#applied()}
     * @throws ManifestException as {@link #upsert}
     */
    @CheckReturnValue
    public PluginManifest sync(ConnectionsView connections) {
        return diff(connections).applied();
    }

    private PluginManifest changed(Manifest other) {
        return other.equals(manifest) ? this : new PluginManifest(label, other, lineage.child());
    }

    /**
     * Checks the text as JSON, as a plugin manifest, and by the rules of its product. {@link Validation} has other measures
     * and prints reports.
     *
     * @return what was found, in order of the text; immutable, at most a thousand and one that counts the others
     */
    public List<Finding> validate() {
        return findings(Rulebook.check(document(), Profile.STANDARD));
    }

    List<Finding> findings(List<Diagnosis> diagnoses) {
        return Findings.of(document().text(), diagnoses, this::mended);
    }

    private PluginManifest mended(List<Splice> splices) {
        return changed(manifest.changed(Splices.apply(manifest.text(), splices)));
    }

    /**
     * Returns this manifest if {@link #validate()} finds no error.
     *
     * @return this manifest
     * @throws ManifestException if it does ({@code manifest_invalid}); the message holds the findings, one on a line
     */
    public PluginManifest requireValid() {
        List<Finding> errors = Findings.errorsIn(validate());
        if (!errors.isEmpty()) {
            throw new ManifestException(
                    "manifest_invalid",
                    label + " has " + errors.size() + (errors.size() == 1 ? " error" : " errors")
                            + "; mend what each line names, or apply its fix():\n" + Findings.lines(errors),
                    null);
        }
        return this;
    }

    /**
     * Replaces a file by this text, as a whole or not at all: a reader sees the old text or the new one. Blocks while the
     * text is written to the disk. Does nothing if the file holds the text already.
     *
     * <p>A file that this manifest, or one that it was made from, was read from must still hold what was read, or what one of
     * them wrote since. Any other file is overwritten. Rights and owner of an existing file stay. A symbolic link stays one:
     * the file it leads to is replaced if that is below the link's own directory.
     *
     * @param file the file; its directory must exist
     * @throws ManifestException {@code not_json} if the text is not JSON, which is then for a person to mend; {@code
     *     changed_since_read}; {@code not_a_file}, {@code symlink_outside}, {@code symlink_dangling}, {@code symlink_loop},
     *     {@code manifest_busy}, {@code write_failed}. The file is as it was.
     */
    public void writeTo(Path file) {
        if (!document().json()) {
            throw notJson();
        }
        AtomicFile.write(file, manifest.text(), lineage);
    }

    /** Says what keeps the text from being JSON. */
    ManifestException notJson() {
        List<Finding> syntax = findings(Rulebook.syntax(document()));
        return new ManifestException(
                "not_json",
                label + " is not JSON, so it is not rewritten; mend what each line names, or apply the fix() of its"
                        + " finding:\n" + Findings.lines(syntax),
                null);
    }

    /**
     * Returns the text as {@link #writeTo} writes it.
     *
     * @return the whole text, a byte order mark included
     */
    public String toJson() {
        return new String(manifest.text(), StandardCharsets.UTF_8);
    }

    /**
     * Returns where the text is from, for logs; not the text.
     *
     * @return file and product
     */
    @Override
    public String toString() {
        return "PluginManifest[" + label + ", service " + Quote.of(manifest.product()) + "]";
    }
}
