package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Pointer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The content security policy of an extension's pages: lists of sources, ten at most to connect to. */
final class CspDomains implements ManifestRule {
    private static final String CONNECT = "connect-src";
    private static final int MOST = 10;
    /** More than these are too many by far, and are not compared. */
    private static final int COMPARED = 1000;

    private static final Set<String> SEEN =
            Set.of(CONNECT, "script-src", "frame-src", "img-src", "style-src", "font-src", "child-src");

    private final Severity severity;

    CspDomains(Severity severity) {
        this.severity = severity;
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Verdicts verdicts = new Verdicts(severity, found);
        Optional<Located> policy = Located.top(manifest, "cspDomains")
                .filter(value -> verdicts.expect(
                        Kind.OBJECT, value, "write an object of arrays, for example {\"connect-src\": []}"));
        if (policy.isPresent()) {
            checkNames(policy.get(), found);
            policy.get()
                    .member(CONNECT)
                    .filter(list -> verdicts.expect(Kind.ARRAY, list, "write an array of addresses"))
                    .ifPresent(list -> checkSources(list, verdicts));
        }
    }

    /** Other directives are in public manifests and unchecked everywhere; what was never seen may be a slip. */
    private static void checkNames(Located policy, Diagnoses found) {
        for (Member member : policy.node().members()) {
            String name = member.name().text();
            if (!SEEN.contains(name)) {
                Place place = new Place(
                        Pointer.below(policy.pointer(), name), member.name().range());
                found.add(Diagnosis.hint(
                        "csp_directive_unknown",
                        place,
                        "\"cspDomains\" was not seen with a list of this name",
                        "compare it with " + CONNECT + ", script-src, frame-src, img-src, style-src, font-src"));
            }
        }
    }

    private static void checkSources(Located list, Verdicts verdicts) {
        int count = list.count();
        if (count > MOST) {
            verdicts.add(
                    "csp_too_many",
                    list,
                    "\"" + CONNECT + "\" has " + count + " sources",
                    "keep " + MOST + " at most; calls through a connection need none");
        }
        Set<String> seen = new HashSet<>();
        list.forEachItem(source -> checkSource(list, source, seen, verdicts));
    }

    private static void checkSource(Located list, Located source, Set<String> seen, Verdicts verdicts) {
        if (!source.is(Kind.STRING) || !Urls.source(source.node().text())) {
            verdicts.add(
                    "csp_source",
                    source,
                    source.quoted() + " is no address with a scheme",
                    "write one such as \"https://api.example.com\", or \"blob:\"");
        } else if (seen.size() < COMPARED && !seen.add(source.node().text())) {
            int index = Integer.parseInt(source.name());
            verdicts.addFixed(repeated(source, verdicts), list.fix(editor -> editor.remove(list.node(), index)));
        }
    }

    private static Diagnosis repeated(Located source, Verdicts verdicts) {
        return verdicts.diagnosis(
                "csp_repeated", source, source.quoted() + " stands here again", "remove it; fix() removes this one");
    }
}
