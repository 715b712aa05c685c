package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys from before there were connections: DESK still takes them, and the official CLI still checks them. */
final class FormerOAuth implements ManifestRule {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z].*", Pattern.DOTALL);
    /** Names of more clients than these are not compared. */
    private static final int COMPARED = 1000;

    private static final String THIRD_PARTY = "TPAOauth";
    private static final String DESK = "deskOauth";

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Verdicts verdicts = new Verdicts(Severity.ERROR, found);
        Located.top(manifest, THIRD_PARTY).ifPresent(clients -> {
            former(clients, found);
            checkClients(clients, verdicts);
        });
        Located.top(manifest, DESK).ifPresent(client -> {
            former(client, found);
            checkDesk(client, verdicts);
        });
    }

    private static void former(Located value, Diagnoses found) {
        found.add(Diagnosis.warning(
                "oauth_in_manifest",
                value.place(),
                "\"" + value.name() + "\" ships a client secret to everybody who installs the extension",
                "make a connection of it: its secret stays with Zoho, and its entry goes under \"connectors\""));
    }

    private static void checkClients(Located clients, Verdicts verdicts) {
        if (!verdicts.expect(Kind.ARRAY, clients, "write an array of clients")) {
            return;
        }
        Set<String> names = new HashSet<>();
        clients.forEachItem(client -> checkClient(client, names, verdicts));
    }

    private static void checkClient(Located client, Set<String> names, Verdicts verdicts) {
        if (verdicts.expect(Kind.OBJECT, client, "write one client as an object")) {
            checkTexts(client, List.of("name", "clientId", "clientSecret", "authoriseUrl", "tokenUrl"), verdicts);
            List.of("authoriseUrl", "tokenUrl", "revokeUrl").forEach(key -> checkUrl(client, key, verdicts));
            checkName(client, names, verdicts);
            checkParameters(client, verdicts);
        }
    }

    private static void checkDesk(Located client, Verdicts verdicts) {
        if (verdicts.expect(Kind.OBJECT, client, "write one client as an object")) {
            checkTexts(client, List.of("name", "clientId", "clientSecret"), verdicts);
            client.member("scopes")
                    .ifPresent(scopes -> verdicts.expect(Kind.ARRAY, scopes, "write an array of strings"));
            checkParameters(client, verdicts);
        }
    }

    private static void checkTexts(Located client, List<String> keys, Verdicts verdicts) {
        for (String key : keys) {
            client.member(key)
                    .ifPresentOrElse(
                            verdicts::expectText,
                            () -> verdicts.add(
                                    "oauth_incomplete",
                                    client,
                                    "the client lacks \"" + key + "\"",
                                    "write it, or make a connection of the client"));
        }
    }

    private static void checkUrl(Located client, String key, Verdicts verdicts) {
        client.member(key)
                .filter(url -> url.saysSomething() && !Urls.page(url.node().text()))
                .ifPresent(url -> verdicts.add(
                        "oauth_url", url, url.quoted() + " is no address", "write one that starts with https://"));
    }

    private static void checkName(Located client, Set<String> names, Verdicts verdicts) {
        client.member("name").filter(Located::saysSomething).ifPresent(name -> {
            boolean fresh = names.size() == COMPARED || names.add(name.node().text());
            if (!fresh || !NAME.matcher(name.node().text()).matches()) {
                verdicts.add(
                        "oauth_name",
                        name,
                        name.quoted() + (fresh ? " does not start with a letter" : " is the name of another client"),
                        "give each client a name of its own that starts with a letter");
            }
        });
    }

    private static void checkParameters(Located client, Verdicts verdicts) {
        client.member("params")
                .ifPresent(parameters -> verdicts.expect(Kind.OBJECT, parameters, "write an object of parameters"));
    }
}
