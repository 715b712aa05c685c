package dev.connections.architecture.broken.oauth;

import dev.connections.architecture.broken.testing.KnowsManifest;

final class KnowsTesting {
    int known() {
        return new KnowsManifest().known();
    }
}
