package dev.connections.manifest.internal.entry;

import java.util.Set;

/**
 * Service names that were seen at Zoho: in public manifests and in the samples of its help pages (read November 2026). A
 * complete list is published nowhere, so a name that is not here is no mistake, only unverified.
 */
public final class KnownServices {
    private static final Set<String> SEEN = Set.of(
            "zlabs_integration",
            "zoho_desk",
            "zoho_crm",
            "zoho_books",
            "zoho_inventory",
            "github",
            "typeform",
            "bitly",
            "dropbox",
            "woocommerce",
            "salesforce");

    private KnownServices() {}

    /** Tells whether Zoho lists a default service under this name. */
    public static boolean seen(String serviceName) {
        return SEEN.contains(serviceName);
    }
}
