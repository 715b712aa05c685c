package dev.connections.manifest.internal.entry;

import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text as a plugin manifest. Immutable; reads a changed text only when asked about it. */
public final class Manifest {
    /** The key that makes a JSON object a plugin manifest. */
    public static final String SERVICE = "service";

    private static final List<Section> SECTIONS = List.of(Section.values());

    private final byte[] text;
    private final int maxDepth;
    private volatile @Nullable Document document;

    /** A text that has been read. */
    public Manifest(Document document) {
        this(document.text(), document.maxDepth());
        this.document = document;
    }

    private Manifest(byte[] text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /** The same manifest with another text, under the same limit. */
    public Manifest changed(byte[] utf8) {
        return new Manifest(utf8, maxDepth);
    }

    /** The bytes themselves, not a copy. */
    public byte[] text() {
        return text;
    }

    /** The text with its index. */
    public Document document() {
        Document read = document;
        if (read == null) {
            read = Document.scan(text, maxDepth);
            document = read; // two threads may both read it, and get the same
        }
        return read;
    }

    /** The outermost object, if the outermost value is one. */
    public Optional<Node> object() {
        return document().root().filter(root -> root.is(Kind.OBJECT));
    }

    /** The value of a top-level key. */
    public Optional<Node> value(String key) {
        return object().flatMap(root -> root.value(key));
    }

    /** Upper-case code of the product the manifest is for; empty if it does not say. */
    public String product() {
        return value(SERVICE)
                .filter(service -> service.is(Kind.STRING))
                .map(service -> service.text().strip().toUpperCase(Locale.ROOT))
                .orElse("");
    }

    public Dialect dialect() {
        return Dialect.of(product());
    }

    /** The value of a section, if it is there. */
    public Optional<Node> value(Section section) {
        return value(section.json());
    }

    /** The entries of a section, whatever they are; read anew each time. */
    public Iterable<Placed> entries(Section section) {
        return () -> new PlacedIterator(this, List.of(section));
    }

    /** The entries of all sections, whatever they are; read anew each time. */
    public Iterable<Placed> entries() {
        return () -> new PlacedIterator(this, SECTIONS);
    }

    /** The entries of all sections but those that start with this key and another plain text. */
    List<Placed> entriesThatMaySay(Key key, String text) {
        List<Placed> entries = new ArrayList<>();
        for (Section section : SECTIONS) {
            if (section.kind() == Kind.ARRAY) {
                value(section)
                        .ifPresent(list -> list.elementsThatMaySay(key.json(), text)
                                .forEach((index, node) -> entries.add(new Placed(section, index, node))));
            } else {
                entries(section).forEach(entries::add);
            }
        }
        return entries;
    }
}
