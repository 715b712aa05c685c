package dev.connections.internal.refresh;

import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.Concern;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyContext;

/** What is to be refreshed, how, and on whose behalf. The strategy has a refresher. */
public record RefreshOrder<C extends Credential>(
        Cell cell,
        AuthorizationKey where,
        DefinitionValue<?> definition,
        CredentialStrategy<C, ?> strategy,
        StrategyContext<C> context) {
    /** Whether it is for a token that is made of the account's main one. */
    boolean derives() {
        return strategy.refresher()
                .filter(refresher -> refresher.derivedTokens().contains(cell.token()))
                .isPresent();
    }

    /** Returns the order for another token of the account. */
    RefreshOrder<C> of(Cell other) {
        return new RefreshOrder<>(other, where, definition, strategy, context);
    }

    Concern concern() {
        return new Concern(cell.tenant(), where);
    }

    String service() {
        return definition.service().linkName();
    }
}
