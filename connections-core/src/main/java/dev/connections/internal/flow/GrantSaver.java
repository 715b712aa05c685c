package dev.connections.internal.flow;

import dev.connections.Authorization;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionConflictException;
import dev.connections.ConnectionSecurityException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.Kernel;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AccountRecord.Told;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Consent;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.Parts;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.LastWord;
import dev.connections.internal.record.News;
import dev.connections.internal.record.NumberRecord;
import dev.connections.internal.record.Purpose;
import dev.connections.internal.record.RecordType;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Stores what a flow brought: first what is pointed to, then what points (DESIGN §8). Confined to one call. */
final class GrantSaver<C extends Credential> {
    private final Scene scene;
    private final Kernel kernel;
    private final Vault vault;
    private final CredentialStrategy<C, ?> strategy;
    private final StrategyContext<C> context;
    private final List<String> requested;

    GrantSaver(Scene scene, CredentialStrategy<C, ?> strategy, StrategyContext<C> context, List<String> requested) {
        this.context = context;
        this.scene = scene;
        this.kernel = scene.kernel();
        this.vault = kernel.vault();
        this.strategy = strategy;
        this.requested = requested;
    }

    Authorization save(Grant<C> brought, Map<String, String> inputs) {
        refuseDeleted();
        scene.service().reach().pinnedTo(brought.resourceServers()); // refuses what cannot be pinned
        Grant<C> identified = Identifying.identified(scene, strategy, brought);
        identified.tokens().keySet().forEach(CredentialRecord::checkedToken);
        Optional<Stored<AccountRecord>> former = former(identified, inputs);
        Grant<C> grant = Settling.settled(strategy, context, identified, former.map(Stored::value));
        scene.service().reach().pinnedTo(grant.resourceServers());
        AccountRecord account = account(grant, inputs, former);
        grant.tokens().forEach((token, credential) -> saveCredential(account.id(), token, credential));
        Ending.dropDerived(kernel, scene.tenant(), account);
        put(AccountRecord.TYPE, account.id(), before -> account);
        var trail = new Trail(scene.actor(), kernel.clock().instant());
        var consent = account.told().consent();
        put(
                AuthorizationRecord.TYPE,
                scene.key().id(),
                before -> AuthorizationRecord.untested(
                        before.map(there -> scene.key().remembering(there.key()))
                                .orElse(scene.key()),
                        account.id(),
                        consent,
                        trail));
        kernel.slots().changed(scene.tenant(), scene.key());
        endIfDeleted();
        tell(account);
        new Primaries(kernel, scene.tenant()).offer(scene.key(), scene.actor());
        return Authorizations.few(vault, scene.tenant()).of(scene.defined(), scene.key());
    }

    /** A connection that was deleted while its user was away must not come back half. */
    private void refuseDeleted() {
        String linkName = scene.key().linkName();
        if (vault.find(DefinitionRecord.TYPE, scene.tenant(), linkName).isEmpty()) {
            kernel.slots().deleted(scene.tenant(), linkName);
            throw new ConnectionConfigurationException(
                    "connection_deleted", "it was deleted meanwhile; declare it again, then authorize it", null);
        }
    }

    /** The same while it was saved: what nobody can see must not stay. */
    private void endIfDeleted() {
        if (vault.find(DefinitionRecord.TYPE, scene.tenant(), scene.key().linkName())
                .isEmpty()) {
            var unused = new Ending(scene).revoke();
            refuseDeleted();
        }
    }

    private Consent consent(Grant<?> grant) {
        return new Consent(requested, grant.grantedScopes().map(scopes -> List.copyOf(new TreeSet<>(scopes))));
    }

    private void tell(AccountRecord account) {
        kernel.events().happened(scene.concern(), "authorized", scene.actor(), Map.of("account", account.id()));
        List<String> missing = account.told().consent().without(requested);
        if (!missing.isEmpty()) {
            kernel.events()
                    .happened(
                            scene.concern(),
                            "scopes_drifted",
                            scene.actor(),
                            Map.of("missing", String.join(" ", missing)));
        }
    }

    /** The account of this authorization, if the grant renews it; empty if it is another one. */
    private Optional<Stored<AccountRecord>> former(Grant<C> grant, Map<String, String> inputs) {
        Optional<Stored<AccountRecord>> used = vault.find(
                        AuthorizationRecord.TYPE, scene.tenant(), scene.key().id())
                .flatMap(authorization -> vault.find(
                        AccountRecord.TYPE,
                        scene.tenant(),
                        authorization.value().accountId()));
        if (scene.purpose() == Purpose.LINK) {
            return Optional.empty();
        }
        if (scene.purpose() == Purpose.RECONNECT) {
            used.ifPresent(account -> refuseForeign(account.value()));
            used.ifPresent(account -> refuseUnidentified(account.value(), grant));
            used.ifPresent(account -> refuseAnother(account.value(), grant));
            used.ifPresent(account -> AskedInputs.refuseOthers(account.value(), inputs));
            return used;
        }
        return used.filter(account -> scene.key().owns(account.value()))
                .filter(account -> AskedInputs.another(account.value(), inputs).isEmpty())
                .filter(account -> grant.accountId().isPresent()
                        && grant.accountId().equals(account.value().providerId()));
    }

    /** A subject may use the organisation's account, but putting own credentials into it would change it for everybody. */
    private void refuseForeign(AccountRecord account) {
        if (!scene.key().owns(account)) {
            throw new ConnectionSecurityException(
                    "account_of_another_subject",
                    "it uses the account \"" + account.name()
                            + "\", which is not this subject's own; nothing was changed."
                            + " Use an own one with linkNewAccount(), or have it reconnected where it belongs",
                    null);
        }
    }

    /** Where it is known whose account it was, it must be known whose it is now. */
    private void refuseUnidentified(AccountRecord account, Grant<C> grant) {
        boolean asked = scene.service().identityRequest().isPresent();
        if (asked && account.providerId().isPresent() && grant.accountId().isEmpty()) {
            throw new TransientConnectionException(
                    "identity_unavailable",
                    "the service did not say whose account it authorized, so that it may be another one than \""
                            + account.name() + "\"; nothing was changed, reconnect again later",
                    Duration.ZERO,
                    false,
                    null);
        }
    }

    private void refuseAnother(AccountRecord account, Grant<C> grant) {
        if (account.providerId().isPresent()
                && grant.accountId().isPresent()
                && !account.providerId().equals(grant.accountId())) {
            throw new ConnectionConflictException(
                    "account_differs",
                    "the service authorized "
                            + grant.accountName()
                                    .map(name -> "\"" + Texts.clean(name) + "\"")
                                    .orElse("another account")
                            + " instead of \"" + account.name()
                            + "\"; nothing was changed. Sign in as that account, or use"
                            + " the other one with switchTo(account) if it is saved, with linkNewAccount() if not",
                    List.of());
        }
    }

    private String service() {
        return scene.service().linkName();
    }

    private AccountRecord account(Grant<C> grant, Map<String, String> inputs, Optional<Stored<AccountRecord>> former) {
        Optional<AccountRecord> before = former.map(Stored::value);
        var tokens = new TreeSet<>(grant.tokens().keySet());
        before.ifPresent(account -> tokens.addAll(account.tokens()));
        Instant now = kernel.clock().instant();
        return new AccountRecord(
                before.map(AccountRecord::id).orElseGet(() -> UUID.randomUUID().toString()),
                before.map(AccountRecord::name).or(grant::accountName).orElseGet(this::numberedName),
                service(),
                scene.key().subject(),
                grant.accountId().or(() -> before.flatMap(AccountRecord::providerId)),
                before.map(AccountRecord::createdAt).orElse(now),
                new Told(grant.captured(), inputs, grant.resourceServers(), consent(grant), now),
                new ArrayList<>(tokens));
    }

    /** {@code <service name> Account <n>}: n is never given twice (RULES F23). */
    private String numberedName() {
        String name = scene.service().name();
        String id = "account-number." + AuthorizationKey.digest(name);
        NumberRecord given = put(
                NumberRecord.TYPE,
                id,
                before -> new NumberRecord(before.map(NumberRecord::last).orElse(0L) + 1));
        return name + " Account " + given.last();
    }

    private void saveCredential(String accountId, String token, C credential) {
        Instant now = kernel.clock().instant();
        var codec = strategy.codec();
        var parts = new Parts(strategy.authenticationType(), codec.version(), codec.write(credential));
        Optional<Instant> due = strategy.refresher().flatMap(refresher -> refresher.keepAliveBy(credential));
        var record = new CredentialRecord(accountId, token, parts, now, due, State.ACTIVE, News.NONE, minted(now));
        String id = CredentialRecord.id(accountId, token);
        put(CredentialRecord.TYPE, id, before -> record);
        vault.find(CredentialRecord.TYPE, scene.tenant(), id)
                .ifPresent(stored -> kernel.refreshes()
                        .publish(
                                kernel.refreshes().cell(scene.tenant(), accountId, token),
                                strategy,
                                stored.value(),
                                stored.version()));
    }

    /** The first token of a grant counts too, where the service counts them. */
    private List<Instant> minted(Instant now) {
        return scene.service().limits().isPresent() ? List.of(now) : List.of();
    }

    private <T> T put(RecordType<T> type, String id, Function<Optional<T>, T> next) {
        return LastWord.put(vault, type, new LastWord.Place(scene.tenant(), id), next);
    }
}
