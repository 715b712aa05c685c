package dev.connections.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.Environment;
import dev.connections.Notice;
import dev.connections.Reference;
import dev.connections.Revocation;
import dev.connections.internal.Kernel;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.ReferenceRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.spi.AuthClient;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ends authorizations: the local record first, whatever the service answers; the account with its last user. */
public final class Ending {
    private final Scene scene;
    private final Kernel kernel;
    private final Vault vault;
    private final Primaries primaries;

    /** Ends what this scene is about. */
    public Ending(Scene scene) {
        this.scene = scene;
        this.kernel = scene.kernel();
        this.vault = kernel.vault();
        this.primaries = new Primaries(kernel, scene.tenant());
    }

    /** Ends the authorization. */
    public Revocation revoke() {
        kernel.slots().refuseClosed();
        boolean primary = primaries.unmark(scene.key()); // what points goes first
        Optional<String> account = remove();
        if (account.isEmpty()) {
            return ended(false, primary, Optional.empty());
        }
        boolean livesOn = livesOn(account.get(), 0);
        Optional<String> answer = livesOn ? Optional.empty() : endAccount(account.get());
        tell(account.get());
        return ended(livesOn, primary, answer);
    }

    /** Says what {@link #revoke()} would end. */
    public Revocation preview() {
        kernel.slots().refuseClosed();
        boolean livesOn = vault.find(
                        AuthorizationRecord.TYPE, scene.tenant(), scene.key().id())
                .filter(found -> livesOn(found.value().accountId(), 1))
                .isPresent();
        return ended(livesOn, primaries.is(scene.key()), Optional.empty());
    }

    private void tell(String accountId) {
        kernel.events().happened(scene.concern(), "revoked", scene.actor(), Map.of("account", accountId));
    }

    /** Removes the authorization whoever else uses its account; what becomes of that is the caller's business. */
    public void end() {
        boolean unused = primaries.unmark(scene.key());
        remove().ifPresent(this::tell);
    }

    private Ended ended(boolean accountLivesOn, boolean primary, Optional<String> answer) {
        List<Reference> stops =
                ReferenceRecord.all(vault, scene.tenant(), scene.key().linkName());
        return new Ended(
                stops, environments(), accountLivesOn, primary, Primaries.notices(scene.key(), primary), answer);
    }

    /** Returns the account that was used. */
    private Optional<String> remove() {
        while (true) {
            Optional<Stored<AuthorizationRecord>> found = vault.find(
                    AuthorizationRecord.TYPE, scene.tenant(), scene.key().id());
            if (found.isEmpty() || vault.delete(found.get())) {
                kernel.slots().changed(scene.tenant(), scene.key());
                return found.map(record -> record.value().accountId());
            }
        }
    }

    /** Somebody else uses it, or it is another's: a subject who used the organisation's account does not end it. */
    private boolean livesOn(String accountId, int ownUses) {
        return users(accountId) > ownUses
                || vault.findReadable(AccountRecord.TYPE, scene.tenant(), accountId)
                        .filter(account -> !scene.key().owns(account.value()))
                        .isPresent();
    }

    private long users(String accountId) {
        return vault.count(Query.of(scene.tenant(), Kind.AUTHORIZATION).withEqual(Index.ACCOUNT, accountId));
    }

    private Set<Environment> environments() {
        return scene.key()
                .environment()
                .<Set<Environment>>map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(Environment.class));
    }

    /** Ends an account: tells the service, then forgets it, whatever the service answers. */
    public Optional<String> endAccount(String accountId) {
        Optional<Stored<AccountRecord>> account = vault.findReadable(AccountRecord.TYPE, scene.tenant(), accountId);
        var answers = new ArrayList<String>();
        for (Stored<CredentialRecord> credential :
                vault.list(CredentialRecord.TYPE, tokens(scene.tenant(), accountId))) {
            tellService(account, credential.value()).ifPresent(answers::add);
        }
        drop(kernel, scene.tenant(), accountId);
        return answers.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", answers));
    }

    /** Forgets an account and its credentials, also those that cannot be read; no service is told. */
    public static void drop(Kernel kernel, String tenant, String accountId) {
        kernel.vault().page(tokens(tenant, accountId)).forEach(record -> {
            var unused = kernel.vault().store().take(record.key());
            String token = record.key().id().substring(accountId.length() + 1);
            kernel.refreshes().forget(tenant, accountId, token);
        });
        var unused = kernel.vault().store().take(new ConnectionStore.Key(tenant, Kind.ACCOUNT, accountId));
    }

    /** Forgets the tokens that were made of an account's main one: it is another one now. */
    static void dropDerived(Kernel kernel, String tenant, AccountRecord account) {
        kernel.vault().page(tokens(tenant, account.id())).forEach(record -> {
            String token = record.key().id().substring(account.id().length() + 1);
            if (!account.tokens().contains(token)) {
                var unused = kernel.vault().store().take(record.key());
                kernel.refreshes().forget(tenant, account.id(), token);
            }
        });
    }

    private static Query tokens(String tenant, String accountId) {
        return Query.of(tenant, Kind.CREDENTIAL).withEqual(Index.ACCOUNT, accountId);
    }

    private Optional<String> tellService(Optional<Stored<AccountRecord>> account, CredentialRecord credential) {
        try {
            Optional<AccountRecord> told = account.map(stored -> stored.value().hearing(credential));
            var definition = kernel.fillings()
                    .of(scene.defined().value(), told.map(AccountRecord::inputs).orElse(Map.of()));
            return tellService(definition, definition.service().strategy(), told, credential);
        } catch (ConnectionException e) {
            return Optional.of("not revoked at the service: " + e.problem());
        } catch (RuntimeException e) {
            return Optional.of("not revoked at the service: the strategy threw "
                    + e.getClass().getName());
        }
    }

    private <C extends Credential> Optional<String> tellService(
            DefinitionValue<?> definition,
            CredentialStrategy<C, ?> strategy,
            Optional<AccountRecord> told,
            CredentialRecord credential) {
        Map<String, String> inputs = told.map(AccountRecord::inputs).orElse(Map.of());
        Map<String, String> captured = told.map(AccountRecord::captured).orElse(Map.of());
        AuthClient http = definition.service().reach().guarded(kernel.http());
        var context = new RefreshContext<C>(definition, kernel.time(), http, inputs, captured);
        var parts = credential.parts();
        return strategy.revoker()
                .map(revoker -> revoker.revoke(strategy.codec().read(parts.version(), parts.values()), context));
    }

    private record Ended(
            List<Reference> stops,
            Set<Environment> environments,
            boolean accountLivesOn,
            boolean wasPrimary,
            List<Notice> notices,
            Optional<String> providerAnswer)
            implements Revocation {}
}
