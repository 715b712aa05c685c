package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import java.util.Optional;

/** The domains that an extension calls without a connection, each with its scheme. */
final class WhiteList implements ManifestRule {
    private final Severity severity;

    WhiteList(Severity severity) {
        this.severity = severity;
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Verdicts verdicts = new Verdicts(severity, found);
        Located.top(manifest, "whiteListedDomains")
                .filter(list -> verdicts.expect(
                        Kind.ARRAY, list, "write an array of addresses, for example [\"https://api.example.com\"]"))
                .ifPresent(list -> list.forEachItem(domain -> check(domain, verdicts)));
    }

    private static void check(Located domain, Verdicts verdicts) {
        String text = domain.node().text();
        if (domain.is(Kind.STRING) && Urls.domain(text)) {
            return;
        }
        boolean bare = domain.is(Kind.STRING) && Urls.bareHost(text);
        Draft whole = new Draft.Text("https://" + text);
        verdicts.addFixed(
                verdicts.diagnosis(
                        "domain_shape",
                        domain,
                        domain.quoted() + " is no address with a scheme",
                        "start with http://, https:// or wss://, for example \"https://"
                                + (bare ? text : "api.example.com") + "\""),
                bare ? domain.fix(editor -> editor.replace(domain.node(), whole, Optional.empty())) : Fix.NONE);
    }
}
