package dev.connections.internal.refresh;

import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.Refresher;
import dev.connections.spi.StrategyContext;

/** What is to be renewed, by whom, and on whose behalf. */
record RefreshTask<C extends Credential>(
        Cell cell,
        AuthorizationKey where,
        DefinitionValue<?> definition,
        CredentialStrategy<C, ?> strategy,
        Refresher<C> refresher,
        StrategyContext<C> context) {
    String service() {
        return definition.service().linkName();
    }
}
