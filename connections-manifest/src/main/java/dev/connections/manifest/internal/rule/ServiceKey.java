package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.edit.Editor;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.text.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The key "service" names the product; without it a file of this name is no Zoho manifest. */
final class ServiceKey implements ManifestRule {
    /** The official CLI's list, and the products whose help pages show a manifest. */
    private static final Set<String> PRODUCTS = Set.of(
            "BIGIN",
            "BILLING",
            "BUGTRACKER",
            "CATALYST",
            "CREATOR",
            "CRM",
            "DESK",
            "EXPENSE",
            "FINANCE",
            "FSM",
            "INVENTORY",
            "IOT",
            "LOGS360CLOUD",
            "MAIL",
            "ORCHESTLY",
            "PEOPLE",
            "PROJECTS",
            "QNTRL",
            "RECRUIT",
            "SDP",
            "SPRINTS",
            "TEAMINBOX",
            "WRITER");

    private static final List<String> TELLTALE = List.of(
            "connectors",
            "zohoAuthorisation",
            "usedConnections",
            "modules",
            "locale",
            "cspDomains",
            "whiteListedDomains",
            "moduleSupport");

    private static final String ADVICE =
            "write \"service\": with the product's code in upper case, for example \"DESK\" or \"WRITER\"";

    /** Tells whether this is the upper-case code of a product with a known manifest. */
    static boolean known(String product) {
        return PRODUCTS.contains(product);
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Optional<Node> service = manifest.value(Manifest.SERVICE);
        if (service.isPresent()) {
            checkValue(manifest, service.get(), found);
        } else if (!manifest.document().fragment()) {
            found.add(missing(manifest));
        }
    }

    private static Diagnosis missing(Manifest manifest) {
        Place place = new Place("", manifest.object().orElseThrow().range());
        if (manifest.value("plugin-manifest").isPresent()) {
            String problem = "the manifest stands inside a member \"plugin-manifest\"";
            return Diagnosis.error("not_a_manifest", place, problem, "take the object out of it");
        }
        if (entry(manifest)) {
            String problem = "this is one entry of a manifest, as a connection's JSON tab shows it";
            String advice = "put it among the \"connectors\" of a plugin-manifest.json, or give it to Connector.parse";
            return Diagnosis.error("not_a_manifest", place, problem, advice);
        }
        if (TELLTALE.stream().noneMatch(key -> manifest.value(key).isPresent())) {
            String problem = "nothing here is a key of a Zoho plugin manifest";
            return Diagnosis.error("not_a_manifest", place, problem, "if it is one, " + ADVICE);
        }
        return Diagnosis.error("service_missing", place, "the key \"service\" is missing", ADVICE);
    }

    private static boolean entry(Manifest manifest) {
        boolean writers = has(manifest, Key.AUTHORIZATION_URL) || has(manifest, Key.WRITER_SCOPES);
        return has(manifest, Key.LINK_NAME) || (has(manifest, Key.WRITER_NAME) && writers);
    }

    private static boolean has(Manifest manifest, Key key) {
        return manifest.value(key.json()).isPresent();
    }

    private static void checkValue(Manifest manifest, Node service, Diagnoses found) {
        Place place = new Place("/service", service.range());
        if (!service.is(Kind.STRING)) {
            found.add(Diagnosis.error("service_type", place, "\"service\" is " + Words.kind(service), ADVICE));
            return;
        }
        String written = service.text();
        String code = written.strip().toUpperCase(Locale.ROOT);
        if (!PRODUCTS.contains(code)) {
            found.add(Diagnosis.warning(
                    "service_unknown", place, Quote.of(written) + " is no product with a known manifest", ADVICE));
        } else if (!written.equals(code)) {
            Fix fix = () -> {
                Editor editor = new Editor(manifest.document());
                editor.replace(service, new Draft.Text(code), Optional.empty());
                return editor.splices();
            };
            found.add(Diagnosis.warning(
                            "service_case",
                            place,
                            Quote.of(written) + " is not written as the product's code",
                            "write \"" + code + "\"")
                    .fixedBy(fix));
        }
    }
}
