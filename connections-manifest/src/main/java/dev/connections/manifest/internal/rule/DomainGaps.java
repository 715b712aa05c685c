package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Pointer;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hosts of connectors that the white list lacks. Only a hint, and only in the strict profile: Zoho exempts calls through a
 * connection, so a gap matters only to code that calls the host by itself.
 */
final class DomainGaps implements ManifestRule {
    /** API hosts of services that were seen in public manifests and have one for everybody. */
    private static final Map<String, String> HOSTS = Map.of(
            "dropbox", "api.dropboxapi.com",
            "github", "api.github.com",
            "typeform", "api.typeform.com",
            "bitly", "api-ssl.bitly.com");

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Optional<Located> list = Located.top(manifest, "whiteListedDomains").filter(value -> value.is(Kind.ARRAY));
        if (list.isEmpty()) {
            return;
        }
        Set<String> listed = new HashSet<>();
        list.get().forEachItem(domain -> listed.add(host(domain.node().text())));
        for (Placed placed : manifest.entries()) {
            checkEntry(placed, listed, found);
        }
    }

    private static void checkEntry(Placed placed, Set<String> listed, Diagnoses found) {
        String endpoint = placed.fields().text(Key.AUTHORIZATION_URL);
        Key key = endpoint.isEmpty() ? Key.SERVICE : Key.AUTHORIZATION_URL;
        String host = endpoint.isEmpty() ? HOSTS.getOrDefault(placed.fields().text(Key.SERVICE), "") : host(endpoint);
        if (!host.isEmpty() && !listed.contains(host)) {
            placed.fields()
                    .value(key)
                    .ifPresent(value -> found.add(Diagnosis.hint(
                            "domain_gap",
                            new Place(Pointer.below(placed.pointer(), key.json()), value.range()),
                            "\"whiteListedDomains\" lacks the host " + host,
                            "add \"https://" + host + "\" if code calls it without the connection")));
        }
    }

    /** What stands between the scheme and the next slash or colon, in plain ASCII; empty if nothing does. */
    private static String host(String address) {
        int start = address.indexOf("://") + 3;
        int end = start;
        while (end < address.length() && hostCharacter(address.charAt(end))) {
            end++;
        }
        return start < 3 ? "" : address.substring(start, end);
    }

    private static boolean hostCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
}
