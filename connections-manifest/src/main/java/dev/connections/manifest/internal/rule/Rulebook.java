package dev.connections.manifest.internal.rule;

import static dev.connections.manifest.Finding.Severity.ERROR;
import static dev.connections.manifest.Finding.Severity.WARNING;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Range;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rules of one product: those of all products, then its own.
 *
 * @param manifest rules about a manifest as a whole
 * @param entry rules about one entry
 * @param across rules that compare entries, and what each must have
 */
public record Rulebook(List<ManifestRule> manifest, List<Supplier<EntryRule>> entry, Across across) {
    private static final int ANY_NUMBER = Integer.MAX_VALUE;
    private static final int MOST_OF_PROJECTS = 5;

    /** What a manifest of any product is checked for. */
    private static final Rulebook ALL = new Rulebook(
            List.of(new ServiceKey(), new SectionKinds(), new KnownKeys(), new WidgetPaths(), new SecretsOutside()),
            List.of(
                    LinkNames::new,
                    Texts::new,
                    Placeholders::new,
                    Flags::new,
                    SharedBy::new,
                    Scopes::new,
                    ForeignScopes::new,
                    SecretsInside::new),
            Across.LINK_NAMES);

    private static final Rulebook DESK = ALL.with(
                    new EntryPlaces(ANY_NUMBER),
                    new RequiredKeys(
                            ERROR, "locale", "storage", "modules", "connectors", "config", "whiteListedDomains"),
                    new TopLevelKinds(ERROR),
                    new Locales(ERROR),
                    new WhiteList(ERROR),
                    new CspDomains(ERROR),
                    new Config(ERROR, ConfigShape.DESK),
                    new Callbacks(),
                    new FormerOAuth())
            .and(List.of(Completeness::new, DisplayNames::new, ZohoApart::new))
            .with(new Across(
                    List.of(DistinctEntries::linkNames, DistinctEntries::displayNames, DistinctEntries::services),
                    Set.of(Key.LINK_NAME, Key.NAME, Key.SERVICE, Key.SHARED_BY)));

    private static final Rulebook PROJECTS = ALL.with(
                    new EntryPlaces(MOST_OF_PROJECTS),
                    new RequiredKeys(ERROR, "locale", "storage", "modules", "whiteListedDomains"),
                    new TopLevelKinds(ERROR),
                    new Locales(ERROR),
                    new WhiteList(ERROR),
                    new CspDomains(ERROR),
                    new Config(ERROR, ConfigShape.PROJECTS))
            .and(List.of(() -> new Completeness(Key.USER_ACCESS, Key.USER_DEFINED), DisplayNames::new))
            .with(new Across(
                    List.of(DistinctEntries::linkNames, DistinctEntries::displayNames),
                    Set.of(Key.LINK_NAME, Key.NAME, Key.SERVICE, Key.USER_ACCESS, Key.USER_DEFINED)));

    /** Mail's pages and the official CLI name these; the rest of its manifest is as in the others. */
    private static final Rulebook MAIL =
            others(new WhiteList(ERROR), new CspDomains(ERROR), new Config(ERROR, ConfigShape.MAIL));

    private static final Rulebook CREATOR =
            others(new WhiteList(WARNING), new CspDomains(ERROR), new Config(ERROR, ConfigShape.CREATOR));

    private static final Rulebook BIGIN =
            others(new WhiteList(WARNING), new CspDomains(ERROR), new Config(WARNING, ConfigShape.ANY));

    private static final Rulebook OTHERS =
            others(new WhiteList(WARNING), new CspDomains(WARNING), new Config(WARNING, ConfigShape.ANY));

    /** Its pages show the key; nothing is known to refuse a manifest without it. */
    private static final Rulebook FINANCE = OTHERS.with(new RequiredKeys(WARNING, "locale"));

    private static final Map<String, Rulebook> BY_PRODUCT = Map.of(
            "DESK", DESK,
            "PROJECTS", PROJECTS,
            "MAIL", MAIL,
            "CREATOR", CREATOR,
            "BIGIN", BIGIN,
            "FINANCE", FINANCE,
            "EXPENSE", FINANCE);

    /**
     * Rules that compare entries.
     *
     * @param rules made anew for each manifest: they remember the entries before
     * @param required the keys without which something is said of an entry
     */
    record Across(List<Supplier<EntryRule>> rules, Set<Key> required) {
        static final Across LINK_NAMES =
                new Across(List.of(DistinctEntries::linkNames), Set.of(Key.LINK_NAME, Key.NAME, Key.SERVICE));

        /** Copies the collections. */
        Across {
            rules = List.copyOf(rules);
            required = Set.copyOf(required);
        }

        boolean linkNamesOnly() {
            return rules.size() == 1;
        }
    }

    /** Copies the lists. */
    public Rulebook {
        manifest = List.copyOf(manifest);
        entry = List.copyOf(entry);
    }

    /** The rules of a product, by its upper-case code; those of all products for any other. */
    public static Rulebook of(String product) {
        return BY_PRODUCT.getOrDefault(product, OTHERS);
    }

    private static Rulebook others(ManifestRule... own) {
        return ALL.with(new EntryPlaces(ANY_NUMBER), new TopLevelKinds(WARNING), new Locales(WARNING))
                .with(own)
                .and(List.of(Completeness::new));
    }

    private Rulebook with(ManifestRule... more) {
        List<ManifestRule> rules = new ArrayList<>(manifest);
        rules.addAll(List.of(more));
        return new Rulebook(rules, entry, across);
    }

    private Rulebook with(Across other) {
        return new Rulebook(manifest, entry, other);
    }

    private Rulebook and(Extension extension) {
        return with(extension.rules().toArray(ManifestRule[]::new));
    }

    private Rulebook and(List<Supplier<EntryRule>> more) {
        List<Supplier<EntryRule>> rules = new ArrayList<>(entry);
        rules.addAll(more);
        return new Rulebook(manifest, rules, across);
    }

    /** Returns what keeps a text from being JSON, in order of the text. */
    public static List<Diagnosis> syntax(Document document) {
        Diagnoses found = new Diagnoses(document.json());
        Syntax.check(document, found);
        return found.inOrder();
    }

    /** Returns everything that is wrong with a text as a manifest and counts in a profile, in order of the text. */
    public static List<Diagnosis> check(Document document, Profile profile) {
        Manifest manifest = new Manifest(document);
        String product = manifest.product();
        Diagnoses found = new Diagnoses(document.json(), diagnosis -> profile.judge(product, diagnosis));
        Syntax.check(document, found);
        if (manifest.object().isPresent()) {
            of(product).with(more(profile)).and(profile.extension()).check(manifest, found);
        } else {
            new DistinctNames(document).check(new BitSet(), found);
            document.root().ifPresent(root -> found.add(notAnObject(root)));
        }
        return profile.settle(found.inOrder());
    }

    private static ManifestRule[] more(Profile profile) {
        return switch (profile.mode()) {
            case PRODUCT -> new ManifestRule[0];
            case STRICT -> new ManifestRule[] {new DomainGaps()};
            case OFFICIAL_CLI -> new ManifestRule[] {new OfficialCli()};
        };
    }

    private static Diagnosis notAnObject(Node root) {
        return Diagnosis.error(
                "not_a_manifest",
                new Place("", new Range(root.start(), Math.min(root.start() + 1, root.end()))),
                "the file holds " + Words.kind(root),
                "a plugin manifest is one JSON object with at least \"service\" in it");
    }

    private void check(Manifest checked, Diagnoses found) {
        PlainEntries plain = PlainEntries.of(checked, across.required());
        new DistinctNames(checked.document()).check(plain.slots(), found);
        manifest.forEach(rule -> rule.check(checked, found));
        if (!plain.all()) {
            checkEntries(checked, plain, found);
        }
        if (!(plain.distinct() && across.linkNamesOnly())) {
            compareEntries(checked, found);
        }
    }

    private void checkEntries(Manifest checked, PlainEntries plain, Diagnoses found) {
        String product = checked.product();
        List<EntryRule> rules = made(entry);
        for (Placed placed : checked.entries()) {
            if (plain.contains(placed.node())) {
                continue;
            }
            if (placed.node().is(Kind.OBJECT)) {
                Inspected inspected = new Inspected(placed, product, false);
                rules.forEach(rule -> rule.check(inspected, found));
            } else {
                found.add(notAnEntry(placed));
            }
        }
    }

    private void compareEntries(Manifest checked, Diagnoses found) {
        String product = checked.product();
        List<EntryRule> rules = made(across.rules());
        for (Placed placed : checked.entries()) {
            Inspected inspected = new Inspected(placed, product, false);
            rules.forEach(rule -> rule.check(inspected, found));
        }
    }

    private static Diagnosis notAnEntry(Placed placed) {
        return Diagnosis.error(
                "connector_type",
                new Place(placed.pointer(), placed.node().range()),
                "the entry is " + Words.kind(placed.node()),
                "write an object with \"connectionLinkName\" and the other keys, or remove it");
    }

    private static List<EntryRule> made(List<Supplier<EntryRule>> rules) {
        return rules.stream().map(Supplier::get).toList();
    }

    /** Returns everything that is wrong with one entry that is printed on its own. */
    public List<Diagnosis> check(Inspected printed) {
        Diagnoses found = new Diagnoses(true);
        made(entry).forEach(rule -> rule.check(printed, found));
        return found.inOrder();
    }
}
