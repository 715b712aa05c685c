package dev.connections.internal;

import dev.connections.Account;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionConflictException;
import dev.connections.Environment;
import dev.connections.Reference;
import dev.connections.Revocation;
import dev.connections.internal.definition.Names;
import dev.connections.internal.flow.Accounts;
import dev.connections.internal.flow.Ending;
import dev.connections.internal.flow.Scene;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.LastWord;
import dev.connections.internal.record.Purpose;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.serve.Definitions;
import dev.connections.spi.AccessPolicy.Operation;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations on saved accounts, each after asking whether the actor may. */
final class SavedAccounts {
    private final Kernel kernel;
    private final Permission permission;
    private final String tenant;
    private final Vault vault;

    SavedAccounts(Kernel kernel, Permission permission, String tenant) {
        this.kernel = kernel;
        this.permission = permission;
        this.tenant = tenant;
        this.vault = kernel.vault();
    }

    Account rename(Account account, String displayName) {
        AccountRecord record = saved(account, Operation.RENAME);
        String name = Names.display(displayName, "account");
        var place = new LastWord.Place(tenant, record.id());
        return LastWord.put(
                vault,
                AccountRecord.TYPE,
                place,
                before -> before.map(found -> found.named(name)).orElseThrow(Accounts::unknown));
    }

    void forget(Account account) {
        AccountRecord record = saved(account, Operation.FORGET);
        List<AuthorizationRecord> users = users(record);
        if (!users.isEmpty()) {
            throw new ConnectionConflictException(
                    "account_in_use",
                    "the account \"" + record.name() + "\" is used by connection "
                            + users.get(0).key().shown()
                            + (users.size() > 1 ? " and " + (users.size() - 1) + " more" : "")
                            + "; switch or revoke these first, or end it with revokeEverywhere(account)",
                    List.of());
        }
        var unused = end(record, Optional.empty());
    }

    Revocation revokeEverywhere(Account account) {
        AccountRecord record = saved(account, Operation.REVOKE_EVERYWHERE);
        List<Reference> stops = new ArrayList<>();
        Set<Environment> environments = EnumSet.noneOf(Environment.class);
        Optional<Ending> last = Optional.empty();
        for (AuthorizationRecord user : users(record)) {
            Ending ending = ending(user.key());
            Revocation preview = ending.preview();
            stops.addAll(preview.stops());
            environments.addAll(preview.environments());
            ending.end();
            last = Optional.of(ending);
        }
        Optional<String> answer = end(record, last);
        return new Everywhere(List.copyOf(stops), Set.copyOf(environments), false, answer);
    }

    private record Everywhere(
            List<Reference> stops,
            Set<Environment> environments,
            boolean accountLivesOn,
            Optional<String> providerAnswer)
            implements Revocation {}

    /** The service is told by the strategy of a connection to it; any of them has the client's credentials. */
    private Optional<String> end(AccountRecord record, Optional<Ending> known) {
        Optional<Ending> ending = known.or(() -> vault
                .list(
                        DefinitionRecord.TYPE,
                        Query.of(tenant, Kind.DEFINITION).withEqual(Index.SERVICE, record.serviceLinkName()))
                .stream()
                .findFirst()
                .map(stored ->
                        ending(new AuthorizationKey(stored.value().linkName(), Optional.empty(), Optional.empty()))));
        return ending.map(each -> each.endAccount(record.id())).orElseGet(() -> {
            Ending.drop(kernel, tenant, record.id());
            return Optional.of("not revoked at the service: no connection to it is declared any more");
        });
    }

    private Ending ending(AuthorizationKey key) {
        Defined<?> defined = vault.find(DefinitionRecord.TYPE, tenant, key.linkName())
                .<Defined<?>>map(stored -> Definitions.of(kernel, stored))
                .orElseThrow(() -> new ConnectionConfigurationException(
                        "connection_deleted",
                        "the connection \"" + key.linkName() + "\" was deleted meanwhile; try again",
                        null));
        return new Ending(new Scene(kernel, defined, key, Purpose.AUTHORIZE, permission.actor()));
    }

    private List<AuthorizationRecord> users(AccountRecord record) {
        Query query = Query.of(tenant, Kind.AUTHORIZATION).withEqual(Index.ACCOUNT, record.id());
        return vault.list(AuthorizationRecord.TYPE, query).stream()
                .map(Stored::value)
                .toList();
    }

    private AccountRecord saved(Account account, Operation operation) {
        AccountRecord record = Accounts.find(kernel, tenant, account).orElseThrow(Accounts::unknown);
        permission.check(operation, record);
        return record;
    }
}
