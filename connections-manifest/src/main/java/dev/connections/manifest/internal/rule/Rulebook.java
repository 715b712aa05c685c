package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The rules of one product: those of all products, then its own.
 *
 * @param manifest rules about a manifest as a whole
 * @param entry rules about one entry, made anew for each manifest: some remember the entries before
 */
public record Rulebook(List<ManifestRule> manifest, List<Supplier<EntryRule>> entry) {
    private static final Rulebook ALL = new Rulebook(
            List.of(new ServiceKey(), new SectionKinds()),
            List.of(
                    LinkNames::new,
                    DistinctEntries::linkNames,
                    Texts::new,
                    Placeholders::new,
                    Flags::new,
                    SharedBy::new,
                    Scopes::new,
                    SecretsInside::new));

    private static final Rulebook OTHERS = ALL.and(List.of(Completeness::new));

    private static final Map<String, Rulebook> BY_PRODUCT = Map.of(
            "DESK",
            ALL.and(List.of(
                    Completeness::new,
                    DisplayNames::new,
                    DistinctEntries::displayNames,
                    DistinctEntries::services,
                    ZohoApart::new)),
            "PROJECTS",
            ALL.and(List.of(
                    () -> new Completeness(Key.USER_ACCESS, Key.USER_DEFINED),
                    DisplayNames::new,
                    DistinctEntries::displayNames)));

    /** Copies the lists. */
    public Rulebook {
        manifest = List.copyOf(manifest);
        entry = List.copyOf(entry);
    }

    /** The rules of a product, by its upper-case code; those of all products for any other. */
    public static Rulebook of(String product) {
        return BY_PRODUCT.getOrDefault(product, OTHERS);
    }

    private Rulebook and(List<Supplier<EntryRule>> more) {
        List<Supplier<EntryRule>> rules = new ArrayList<>(entry);
        rules.addAll(more);
        return new Rulebook(manifest, rules);
    }

    /** Returns what keeps a text from being JSON, in order of the text. */
    public static List<Diagnosis> syntax(Document document) {
        Diagnoses found = new Diagnoses(document.json());
        Syntax.check(document, found);
        return found.inOrder();
    }

    /** Returns everything that is wrong with a text as a manifest, in order of the text. */
    public static List<Diagnosis> check(Document document) {
        Diagnoses found = new Diagnoses(document.json());
        Syntax.check(document, found);
        new DistinctNames(document).check(found);
        Manifest manifest = new Manifest(document);
        if (manifest.object().isPresent()) {
            of(manifest.product()).check(manifest, found);
        } else {
            document.root().ifPresent(root -> found.add(notAnObject(root)));
        }
        return found.inOrder();
    }

    private static Diagnosis notAnObject(Node root) {
        return Diagnosis.error(
                "not_a_manifest",
                new Place("", new Range(root.start(), Math.min(root.start() + 1, root.end()))),
                "the file holds " + Words.kind(root),
                "a plugin manifest is one JSON object with at least \"service\" in it");
    }

    private void check(Manifest checked, Diagnoses found) {
        String product = checked.product();
        List<EntryRule> rules = entryRules();
        manifest.forEach(rule -> rule.check(checked, found));
        for (Placed placed : checked.entries()) {
            if (placed.node().is(Kind.OBJECT)) {
                Inspected inspected = new Inspected(placed, product, false);
                rules.forEach(rule -> rule.check(inspected, found));
            } else {
                found.add(notAnEntry(placed));
            }
        }
    }

    private static Diagnosis notAnEntry(Placed placed) {
        return Diagnosis.error(
                "connector_type",
                new Place(placed.pointer(), placed.node().range()),
                "the entry is " + Words.kind(placed.node()),
                "write an object with \"connectionLinkName\" and the other keys, or remove it");
    }

    private List<EntryRule> entryRules() {
        return entry.stream().map(Supplier::get).toList();
    }

    /** Returns everything that is wrong with one entry that is printed on its own. */
    public List<Diagnosis> check(Inspected printed) {
        Diagnoses found = new Diagnoses(true);
        entryRules().forEach(rule -> rule.check(printed, found));
        return found.inOrder();
    }
}
