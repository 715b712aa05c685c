package dev.connections.architecture.broken.testing;

import dev.connections.architecture.broken.manifest.internal.Bytes;

final class ReachesIntoManifest {
    int count() {
        return new Bytes().count();
    }
}
