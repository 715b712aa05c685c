package dev.connections.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.Environment;
import dev.connections.Revocation;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
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

    /** Ends what this scene is about. */
    public Ending(Scene scene) {
        this.scene = scene;
        this.kernel = scene.kernel();
        this.vault = kernel.vault();
    }

    /** Ends the authorization. */
    public Revocation revoke() {
        kernel.slots().refuseClosed();
        Optional<Stored<AuthorizationRecord>> found = remove();
        kernel.slots().changed(scene.tenant(), scene.key());
        if (found.isEmpty()) {
            return new Ended(environments(), false, Optional.empty());
        }
        String accountId = found.get().value().accountId();
        boolean used = used(accountId);
        Optional<String> answer = used ? Optional.empty() : end(accountId);
        kernel.events().happened(scene.concern(), "revoked", scene.actor(), Map.of("account", accountId));
        return new Ended(environments(), used, answer);
    }

    private Optional<Stored<AuthorizationRecord>> remove() {
        while (true) {
            Optional<Stored<AuthorizationRecord>> found = vault.find(
                    AuthorizationRecord.TYPE, scene.tenant(), scene.key().id());
            if (found.isEmpty() || vault.delete(found.get())) {
                return found;
            }
        }
    }

    private boolean used(String accountId) {
        Query users = Query.of(scene.tenant(), Kind.AUTHORIZATION).withEqual(Index.ACCOUNT, accountId);
        return vault.count(users) > 0;
    }

    private Set<Environment> environments() {
        return scene.key()
                .environment()
                .<Set<Environment>>map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(Environment.class));
    }

    private Optional<String> end(String accountId) {
        Optional<Stored<AccountRecord>> account = vault.find(AccountRecord.TYPE, scene.tenant(), accountId);
        Query tokens = Query.of(scene.tenant(), Kind.CREDENTIAL).withEqual(Index.ACCOUNT, accountId);
        List<Stored<CredentialRecord>> credentials = vault.list(CredentialRecord.TYPE, tokens);
        var answers = new ArrayList<String>();
        for (Stored<CredentialRecord> credential : credentials) {
            tellService(account, credential.value()).ifPresent(answers::add);
            vault.store().take(credential.key());
            kernel.refreshes()
                    .forget(scene.tenant(), accountId, credential.value().token());
        }
        account.ifPresent(record -> vault.store().take(record.key()));
        return answers.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", answers));
    }

    private Optional<String> tellService(Optional<Stored<AccountRecord>> account, CredentialRecord credential) {
        try {
            return tellService(
                    scene.defined().value().service().strategy(),
                    account.map(stored -> stored.value().told().inputs()).orElse(Map.of()),
                    credential);
        } catch (ConnectionException e) {
            return Optional.of("not revoked at the service: " + e.problem());
        } catch (RuntimeException e) {
            return Optional.of("not revoked at the service: the strategy threw "
                    + e.getClass().getName());
        }
    }

    private <C extends Credential> Optional<String> tellService(
            CredentialStrategy<C, ?> strategy, Map<String, String> inputs, CredentialRecord credential) {
        var context = new RefreshContext<C>(scene.defined().value(), kernel.time(), kernel.http(), inputs);
        var parts = credential.parts();
        return strategy.revoker()
                .map(revoker -> revoker.revoke(strategy.codec().read(parts.version(), parts.values()), context));
    }

    private record Ended(Set<Environment> environments, boolean accountLivesOn, Optional<String> providerAnswer)
            implements Revocation {}
}
