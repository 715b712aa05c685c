package dev.connections.architecture.broken.spi;

import dev.connections.architecture.broken.internal.Inside;

public interface LeaksInternal {
    Inside inside();
}
