package dev.connections.internal.serve;

import dev.connections.Choice;
import dev.connections.internal.Kernel;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.definition.Reach;
import dev.connections.internal.flow.RefreshContext;
import dev.connections.internal.http.AddressGuard;
import dev.connections.internal.http.RequestTarget;
import dev.connections.internal.input.OpenInputs;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.refresh.Cell;
import dev.connections.internal.refresh.RefreshOrder;
import dev.connections.internal.refresh.Snapshot;
import dev.connections.internal.strategy.KnownTarget;
import dev.connections.internal.strategy.RecordedRequest;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.CredentialStrategy.Introspection;
import java.util.List;
import java.util.Optional;

/**
 * An account opened for a connection, with the strategy that understands its credential. Immutable.
 *
 * @param <C> the credential
 */
final class Opened<C extends Credential> {
    private static final String ANY_METHOD = "GET";

    private final Kernel kernel;
    private final Use use;
    private final CredentialStrategy<C, ?> strategy;
    private final Reach reach;
    private final Optional<AddressGuard> guard;

    /** Which account a definition uses, and where. */
    record Use(DefinitionValue<?> definition, AuthorizationRecord authorization, AccountRecord account) {
        AuthorizationKey where() {
            return authorization.key();
        }
    }

    private Opened(Kernel kernel, Use use, CredentialStrategy<C, ?> strategy) {
        this.kernel = kernel;
        this.use = use;
        this.strategy = strategy;
        this.reach =
                use.definition().service().reach().pinnedTo(use.account().told().resourceServers());
        this.guard = reach.publicOnly() ? Optional.of(kernel.http().guard()) : Optional.empty();
    }

    /** Opens an account for an authorization of a definition. */
    static Opened<?> of(Kernel kernel, Use use) {
        var definition =
                kernel.fillings().of(use.definition(), use.account().told().inputs());
        definition.service().reach().origins().forEach(origin -> OpenInputs.refuseOpen(origin.toString()));
        var filled = new Use(definition, use.authorization(), use.account());
        return of(kernel, filled, definition.service().strategy());
    }

    private static <C extends Credential> Opened<C> of(Kernel kernel, Use use, CredentialStrategy<C, ?> strategy) {
        return new Opened<>(kernel, use, strategy);
    }

    Use use() {
        return use;
    }

    boolean refreshable() {
        return strategy.refresher().isPresent();
    }

    /** What keeps requests of other clients to public addresses, where that is due. */
    Optional<AddressGuard> guard() {
        return guard;
    }

    /** Whether a token is made of the account's main one when it is asked for. */
    boolean derives(String token) {
        return strategy.refresher()
                .filter(refresher -> refresher.derivedTokens().contains(token))
                .isPresent();
    }

    /** Whether a stored token is the one that the definition describes now. */
    boolean describes(String token, CredentialRecord record) {
        var parts = record.parts();
        return strategy.refresher()
                .filter(refresher -> refresher.describes(token, strategy.codec().read(parts.version(), parts.values())))
                .isPresent();
    }

    CredentialStrategy<C, ?> strategy() {
        return strategy;
    }

    /** Applies a version of the credential once, for every request, unless the strategy looks at the request. */
    Ready prepare(Cell cell, Snapshot snapshot) {
        AccountRecord account = use.account().hearing(snapshot.record());
        return account.equals(use.account())
                ? applied(cell, snapshot)
                : new Opened<>(kernel, new Use(use.definition(), use.authorization(), account), strategy)
                        .applied(cell, snapshot);
    }

    private Ready applied(Cell cell, Snapshot snapshot) {
        var understood = understood(snapshot);
        var recorded = record(understood, KnownTarget.of(ANY_METHOD, reach.apiBase()));
        return new Ready(
                new Ready.Source(cell, snapshot, this, understood),
                reach,
                recorded.perRequest()
                        ? null
                        : recorded.applied(use.definition().service().headers()),
                recorded.needsBody());
    }

    private Understood<C> understood(Snapshot snapshot) {
        var parts = snapshot.record().parts();
        return new Understood<>(strategy, strategy.codec().read(parts.version(), parts.values()));
    }

    /** Applies it to one request. */
    Ready apply(Ready ready, RequestTarget target) {
        RecordedRequest recorded = record(ready.source().understood(), target);
        return ready.appliedAs(recorded.applied(use.definition().service().headers()), recorded.needsBody());
    }

    private RecordedRequest record(Understood<?> understood, RequestTarget target) {
        var request = new RecordedRequest(target, kernel.clock(), use.account().captured());
        understood.apply(request);
        return request;
    }

    RefreshOrder<C> order(Cell cell) {
        return new RefreshOrder<>(cell, use.where(), use.definition(), strategy, context());
    }

    /** The places that the account reaches, asked with a version of the credential; empty if there is nothing to choose. */
    List<Choice> choices(Snapshot snapshot) {
        return strategy.chooser()
                .map(chooser -> chooser.choices(understood(snapshot).credential(), context()))
                .orElse(List.of());
    }

    /** The account once a place was chosen. */
    AccountRecord choosing(AccountRecord account, Choice choice) {
        return strategy.chooser()
                .map(chooser -> account.choosing(chooser.name(), choice.id(), chooser.resourceServers(choice)))
                .orElse(account);
    }

    /** What the service says of a version of the credential; empty if it cannot be asked. */
    Optional<Introspection> introspected(Snapshot snapshot) {
        return strategy.introspector()
                .flatMap(service -> service.introspect(understood(snapshot).credential(), context()));
    }

    private RefreshContext<C> context() {
        return new RefreshContext<C>(
                use.definition(),
                kernel.time(),
                reach.guarded(kernel.http()),
                use.account().told().inputs(),
                use.account().captured());
    }
}
