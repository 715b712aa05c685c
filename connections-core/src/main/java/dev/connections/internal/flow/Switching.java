package dev.connections.internal.flow;

import dev.connections.Account;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.LastWord;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets an authorization use another saved account; the one used before stays saved (RULES F24). */
public final class Switching {
    private final Scene scene;
    private final Vault vault;

    /** Switches what this scene is about. */
    public Switching(Scene scene) {
        this.scene = scene;
        this.vault = scene.kernel().vault();
    }

    /** Uses an account from now on. */
    public void to(Account wanted) {
        scene.kernel().slots().refuseClosed();
        AccountRecord account =
                Accounts.find(scene.kernel(), scene.tenant(), wanted).orElseThrow(Accounts::unknown);
        check(account);
        var trail = new Trail(scene.actor(), scene.kernel().clock().instant());
        var consent = account.told().consent();
        Optional<String> before = vault.find(
                        AuthorizationRecord.TYPE, scene.tenant(), scene.key().id())
                .map(stored -> stored.value().accountId());
        var place = new LastWord.Place(scene.tenant(), scene.key().id());
        LastWord.put(
                vault,
                AuthorizationRecord.TYPE,
                place,
                former -> AuthorizationRecord.untested(
                        former.map(there -> scene.key().remembering(there.key()))
                                .orElse(scene.key()),
                        account.id(),
                        consent,
                        trail));
        scene.kernel().slots().changed(scene.tenant(), scene.key());
        endIfDeleted();
        var details = Map.of("account", account.id(), "before", before.orElse(""));
        scene.kernel().events().happened(scene.concern(), "switched", scene.actor(), details);
        new Primaries(scene.kernel(), scene.tenant()).offer(scene.key(), scene.actor());
    }

    /** A handle may be held while its connection is deleted. */
    private void endIfDeleted() {
        String linkName = scene.key().linkName();
        if (vault.find(DefinitionRecord.TYPE, scene.tenant(), linkName).isEmpty()) {
            new Ending(scene).end();
            scene.kernel().slots().deleted(scene.tenant(), linkName);
            throw new ConnectionConfigurationException(
                    "connection_deleted", at() + " was deleted; declare it again, then switch it", null);
        }
    }

    private void check(AccountRecord account) {
        String service = scene.defined().value().service().linkName();
        if (!account.serviceLinkName().equals(service)) {
            throw new ConnectionConfigurationException(
                    "account_of_another_service",
                    at() + " uses the service \"" + service + "\", but the account is of \"" + account.serviceLinkName()
                            + "\"; choose one of connections.accounts(service)",
                    null);
        }
        if (account.owner().isPresent() && !scene.key().owns(account)) {
            throw new ConnectionSecurityException(
                    "account_of_another_subject",
                    at() + " may use its own subject's accounts and the organisation's, but this one is another"
                            + " subject's; authorize with linkNewAccount() or authorize()",
                    null);
        }
        var unused = scene.kernel()
                .fillings()
                .of(scene.defined().value(), account.told().inputs()); // refuses what it has no value for
        List<String> missing =
                account.told().consent().without(scene.defined().value().scopes());
        if (!missing.isEmpty()) {
            throw new ConnectionConfigurationException(
                    "scopes_not_covered",
                    at() + " asks for the scopes " + missing + ", which this account was not granted; authorize it"
                            + " anew with reconnect(), or choose another account",
                    null);
        }
    }

    private String at() {
        AuthorizationKey key = scene.key();
        return "connection " + key.shown();
    }
}
