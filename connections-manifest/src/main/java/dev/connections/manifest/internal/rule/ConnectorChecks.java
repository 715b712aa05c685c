package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Dialect;
import dev.connections.manifest.internal.entry.Entry;
import dev.connections.manifest.internal.entry.EntryDraft;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.KnownServices;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.entry.Shape;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;
import dev.connections.manifest.internal.text.Quote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one entry as a product's JSON tab would print it, and what only its connection knows. */
public final class ConnectorChecks {
    private static final int DEPTH = 4;

    private final Entry entry;
    private final Doubts doubts;
    private final Node printed;
    private final Shape shape;
    private final Section section;
    private final String product;

    /**
     * What may be wrong although the entry does not show it.
     *
     * @param notAuthorized nobody has authorized the connection
     * @param serviceUnstated nobody has said that Sigma lists the service under this name
     */
    public record Doubts(boolean notAuthorized, boolean serviceUnstated) {
        /** An entry of a manifest, or copied from Sigma. */
        public static final Doubts NONE = new Doubts(false, false);
    }

    /** Prepares to check an entry for a product, given by its upper-case code. */
    public ConnectorChecks(Entry entry, Doubts doubts, String product) {
        Dialect dialect = Dialect.of(product);
        this.entry = dialect.written(entry);
        this.doubts = doubts;
        this.section = dialect.section(entry);
        this.shape = dialect.shape(entry, Optional.empty());
        this.product = product;
        this.printed = Document.scan(json().getBytes(StandardCharsets.UTF_8), DEPTH)
                .root()
                .orElseThrow();
    }

    /** The text that positions are in. */
    public String json() {
        return EntryDraft.print(entry, shape, section);
    }

    /** Returns what was found. */
    public List<Diagnosis> check() {
        Inspected inspected = new Inspected(new Placed(section, 0, printed), product, true);
        List<Diagnosis> found = new ArrayList<>(Rulebook.of(product).check(inspected));
        found.removeIf(diagnosis -> inputMissing() && urlPlaceholder(diagnosis));
        checkWriter(inspected, found);
        checkConnection(inspected, found);
        return found;
    }

    private boolean inputMissing() {
        return shape == Shape.WRITER && entry.writer().authorizationUrl().contains("{");
    }

    private static boolean urlPlaceholder(Diagnosis diagnosis) {
        return diagnosis.code().equals("placeholder_left")
                && diagnosis.place().pointer().equals(Pointer.below("", Key.AUTHORIZATION_URL.json()));
    }

    private void checkWriter(Inspected inspected, List<Diagnosis> found) {
        if (inputMissing()) {
            found.add(Diagnosis.error(
                    "input_missing",
                    inspected.place(Key.AUTHORIZATION_URL, field(inspected, Key.AUTHORIZATION_URL)),
                    "the authorization endpoint " + Quote.of(entry.writer().authorizationUrl())
                            + " still has an open input",
                    "give the service its inputs before its connection is declared"));
        }
        boolean undocumented = !entry.writer().documented()
                || entry.writer().authorizationUrl().isEmpty();
        if (shape == Shape.WRITER && undocumented) {
            found.add(Diagnosis.hint(
                    "writer_type_undocumented",
                    inspected.place(Key.TYPE, field(inspected, Key.TYPE)),
                    "Writer's help pages show only \"type\": \"OAuth\" with an authorization URL",
                    "compare the entry with the connection's JSON tab"));
        }
    }

    private void checkConnection(Inspected inspected, List<Diagnosis> found) {
        if (doubts.notAuthorized()) {
            found.add(
                    Diagnosis.warning(
                            "not_authorized",
                            inspected.place(),
                            "nobody has authorized the connection " + Quote.of(entry.linkName()),
                            "authorize it; until then calls through it fail, and Zoho's own JSON tab shows an incomplete entry"));
        }
        String service = entry.service().value();
        boolean unverified = doubts.serviceUnstated() && !entry.service().userDefined() && !KnownServices.seen(service);
        if (unverified && inspected.fields().has(Key.SERVICE)) {
            found.add(Diagnosis.hint(
                    "service_name_unverified",
                    inspected.place(Key.SERVICE, field(inspected, Key.SERVICE)),
                    Quote.of(service) + " was not seen among Zoho's default services",
                    "compare it with Sigma's list, then say withServiceName(…) or asUserDefinedService(…)"));
        }
    }

    private static Node field(Inspected inspected, Key key) {
        return inspected.fields().value(key).orElse(inspected.placed().node());
    }
}
