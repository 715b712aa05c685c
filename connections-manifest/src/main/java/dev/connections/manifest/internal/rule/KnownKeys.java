package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Pointer;
import dev.connections.manifest.internal.text.Quote;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Top-level keys that no help page has: nobody reads them, or they are one of the others in another spelling. */
final class KnownKeys implements ManifestRule {
    private static final Map<String, String> BY_FOLDED = Stream.of(
                    "service",
                    "locale",
                    "defaultLocale",
                    "storage",
                    "type",
                    "whiteListedDomains",
                    "modules",
                    "widgets",
                    "cspDomains",
                    "connectors",
                    "usedConnections",
                    "zohoAuthorisation",
                    "config",
                    "moduleSupport",
                    "updateBefore",
                    "secret",
                    "callbackListener",
                    "deskOauth",
                    "TPAOauth",
                    "oauth",
                    "client",
                    "file_location")
            .collect(Collectors.toUnmodifiableMap(KnownKeys::folded, Function.identity()));

    private static final int LOOKED_AT = 1000;

    private static final Map<String, String> SLIPS = Map.of(
            "whitelistdomains", "whiteListedDomains",
            "zohoauthorization", "zohoAuthorisation",
            "connector", "connectors",
            "connections", "connectors",
            "usedconnection", "usedConnections",
            "cspdomain", "cspDomains",
            "locales", "locale");

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Located root = Located.root(manifest);
        if (root.member(Manifest.SERVICE).isEmpty()) {
            return; // what it is a file of is not known, so neither are its keys
        }
        int looked = 0;
        for (Member member : root.node().members()) {
            String key = member.name().text();
            if (looked++ == LOOKED_AT) {
                return; // whatever this is, the first ones say so
            }
            Optional<String> meant = meant(key);
            if (meant.isEmpty()) {
                unknown(member, key, found);
            } else if (!meant.get().equals(key)) {
                misspelled(root, member, meant.get(), found);
            }
        }
    }

    private static Optional<String> meant(String key) {
        String folded = folded(key);
        return Optional.ofNullable(BY_FOLDED.getOrDefault(folded, SLIPS.get(folded)));
    }

    private static String folded(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Place place(Member member, String key) {
        return new Place(Pointer.below("", key), member.name().range());
    }

    private static void unknown(Member member, String key, Diagnoses found) {
        found.add(Diagnosis.hint(
                "key_unknown",
                place(member, key),
                Quote.of(key) + " is no key that Zoho's pages know",
                "compare it with the product's page; it is kept as it is"));
    }

    private static void misspelled(Located root, Member member, String meant, Diagnoses found) {
        boolean free = root.member(meant).isEmpty();
        found.add(Diagnosis.warning(
                        "key_misspelled",
                        place(member, member.name().text()),
                        Quote.of(member.name().text()) + " is not how the key is written",
                        free ? "write \"" + meant + "\"" : "\"" + meant + "\" is there already; remove one of them")
                .fixedBy(free ? root.fix(editor -> editor.rename(member, meant)) : Fix.NONE));
    }
}
