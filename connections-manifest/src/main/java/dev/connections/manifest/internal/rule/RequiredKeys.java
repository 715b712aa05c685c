package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that the product's manifest must have, if only with an empty value. */
final class RequiredKeys implements ManifestRule {
    /** What a key says where there is nothing to say; of the others nobody but the author knows. */
    private static final Map<String, Draft> EMPTY = Map.of(
            "connectors", new Draft.Raw("[]"),
            "config", new Draft.Raw("[]"),
            "whiteListedDomains", new Draft.Raw("[]"),
            "storage", new Draft.Flag(false),
            "locale", new Draft.Texts(List.of("en")));

    private final Severity severity;
    private final List<String> keys;

    RequiredKeys(Severity severity, String... keys) {
        this.severity = severity;
        this.keys = List.of(keys);
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Located root = Located.root(manifest);
        int start = root.node().start();
        Place place =
                new Place("", new Range(start, Math.min(start + 1, root.node().end())));
        for (String key : keys) {
            if (root.member(key).isEmpty()) {
                found.add(new Diagnosis(
                        "key_missing",
                        severity,
                        place,
                        "the key \"" + key + "\" is missing",
                        "a manifest of " + manifest.product() + " has it, if only with an empty value",
                        fix(root, key)));
            }
        }
    }

    private static Fix fix(Located root, String key) {
        Draft empty = EMPTY.get(key);
        return empty == null ? Fix.NONE : root.fix(editor -> editor.insert(root.node(), last(root), key, empty));
    }

    private static Optional<Member> last(Located root) {
        Optional<Member> last = Optional.empty();
        for (Member member : root.node().members()) {
            last = Optional.of(member);
        }
        return last;
    }
}
