package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Pointer;
import java.util.Optional;
import java.util.Set;

/** The addresses DESK calls when something happens to an extension; with them it wants a secret to sign the calls. */
final class Callbacks implements ManifestRule {
    private static final Set<String> EVENTS = Set.of(
            "onDeskAuthorise", "onTPAAuthorise", "onTPARevoke", "onUpdate", "onConfigParamChange", "onUninstall");

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Verdicts verdicts = new Verdicts(Severity.ERROR, found);
        Optional<Located> listener = Located.top(manifest, "callbackListener")
                .filter(value -> verdicts.expect(Kind.OBJECT, value, "write an object of addresses"));
        if (listener.isEmpty()) {
            return;
        }
        Optional<Located> secret = Located.top(manifest, "secret");
        if (secret.isEmpty() || !secret.get().saysSomething()) {
            verdicts.add(
                    "callback_secret_missing",
                    listener.get(),
                    "\"callbackListener\" stands without \"secret\"",
                    "add the top-level key \"secret\", which DESK signs its calls with");
        }
        for (Member member : listener.get().node().members()) {
            String event = member.name().text();
            check(new Located(Pointer.below(listener.get().pointer(), event), member.value()), event, verdicts);
        }
    }

    private static void check(Located address, String event, Verdicts verdicts) {
        boolean url = address.is(Kind.STRING) && Urls.page(address.node().text());
        if (!EVENTS.contains(event)) {
            verdicts.found()
                    .add(
                            Diagnosis.warning(
                                    "callback_unknown",
                                    address.place(),
                                    "DESK has no such event",
                                    "use onUpdate, onUninstall, onConfigParamChange, onDeskAuthorise, onTPAAuthorise or onTPARevoke"));
        } else if (!url) {
            verdicts.add(
                    "callback_url",
                    address,
                    address.quoted() + " is no address",
                    "write one that starts with https://");
        }
    }
}
