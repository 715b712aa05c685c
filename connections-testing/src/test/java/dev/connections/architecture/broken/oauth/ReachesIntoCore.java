package dev.connections.architecture.broken.oauth;

import dev.connections.architecture.broken.internal.Inside;

final class ReachesIntoCore {
    Inside inside() {
        return new Inside();
    }
}
