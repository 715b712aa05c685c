package dev.connections.architecture.broken.spi;

import dev.connections.architecture.broken.oauth.KnowsManifest;

final class KnowsOAuth {
    int known() {
        return new KnowsManifest().known();
    }
}
