package dev.connections.architecture.broken.spi;

import dev.connections.architecture.broken.store.MayMentionSql;

final class NeedsAStore {
    private final MayMentionSql store = source -> {};

    MayMentionSql store() {
        return store;
    }
}
