package dev.connections.internal.flow;

import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When services end authorizations. */
final class Lifetimes {
    private Lifetimes() {}

    /** Returns when the first of an account's tokens ends for good; empty if no service said so. */
    static Optional<Instant> end(Defined<?> defined, List<CredentialRecord> tokens) {
        var strategy = defined.value().service().strategy();
        return tokens.stream()
                .filter(token -> token.parts().authenticationType().equals(strategy.authenticationType()))
                .flatMap(token -> end(strategy, token).stream())
                .min(Comparator.naturalOrder());
    }

    private static <C extends Credential> Optional<Instant> end(
            CredentialStrategy<C, ?> strategy, CredentialRecord token) {
        return strategy.refresher()
                .flatMap(refresher -> refresher.lastsUntil(strategy.codec()
                        .read(token.parts().version(), token.parts().values())));
    }
}
