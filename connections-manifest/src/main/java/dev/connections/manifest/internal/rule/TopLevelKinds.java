package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import java.util.List;
import java.util.Set;

/** What kind of value some top-level keys have. */
final class TopLevelKinds implements ManifestRule {
    private static final List<String> FLAGS = List.of("storage", "moduleSupport");
    private static final String PERSONAL = "personal";
    private static final Set<String> TYPES = Set.of(PERSONAL, "org");
    private static final String SERVICE_DESK_PLUS = "SDP";

    private final Severity severity;

    TopLevelKinds(Severity severity) {
        this.severity = severity;
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Verdicts verdicts = new Verdicts(severity, found);
        for (String key : FLAGS) {
            Located.top(manifest, key).ifPresent(verdicts::expectFlag);
        }
        Located.top(manifest, "modules")
                .ifPresent(modules ->
                        verdicts.expect(Kind.OBJECT, modules, "write an object, for example {\"widgets\": []}"));
        Located.top(manifest, "type")
                .filter(type -> !manifest.product().isEmpty()) // else it may be an entry's
                .ifPresent(type -> checkType(manifest.product(), type, verdicts));
    }

    private static void checkType(String product, Located type, Verdicts verdicts) {
        boolean personal = product.equals(SERVICE_DESK_PLUS);
        boolean known = type.is(Kind.STRING) && TYPES.contains(type.node().text());
        if (!known || (personal && !type.node().says(PERSONAL))) {
            verdicts.add(
                    "extension_type",
                    type,
                    "\"type\" is " + type.quoted(),
                    personal ? "SDP takes \"personal\" only" : "write \"personal\" or \"org\"");
        }
    }
}
