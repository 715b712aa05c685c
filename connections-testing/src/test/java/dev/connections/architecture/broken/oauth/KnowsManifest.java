package dev.connections.architecture.broken.oauth;

import dev.connections.architecture.broken.manifest.KnowsCatalog;

public final class KnowsManifest {
    public int known() {
        return KnowsCatalog.KNOWN;
    }
}
