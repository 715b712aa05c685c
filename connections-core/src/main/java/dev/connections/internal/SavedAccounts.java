package dev.connections.internal;

import dev.connections.Account;
import dev.connections.ConnectionConflictException;
import dev.connections.Environment;
import dev.connections.Notice;
import dev.connections.Reference;
import dev.connections.Revocation;
import dev.connections.internal.definition.Names;
import dev.connections.internal.flow.Accounts;
import dev.connections.internal.flow.Ending;
import dev.connections.internal.flow.Scene;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.LastWord;
import dev.connections.internal.record.Purpose;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.serve.Definitions;
import dev.connections.spi.AccessPolicy.Operation;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        AccountRecord renamed = LastWord.put(
                vault,
                AccountRecord.TYPE,
                place,
                before -> before.map(found -> found.named(name)).orElseThrow(Accounts::unknown));
        tell(renamed, "renamed", Map.of("name", name, "before", record.name()));
        return renamed;
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
        tell(record, "forgotten");
    }

    Revocation revokeEverywhere(Account account) {
        AccountRecord record = saved(account, Operation.REVOKE_EVERYWHERE);
        List<Reference> stops = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        Set<Environment> environments = EnumSet.noneOf(Environment.class);
        Optional<Ending> last = Optional.empty();
        for (AuthorizationRecord user : users(record)) {
            Optional<Ending> ending = ending(user.key());
            if (ending.isEmpty()) { // its connection is gone, which must not protect the account
                var unused = vault.store()
                        .take(new ConnectionStore.Key(
                                tenant, Kind.AUTHORIZATION, user.key().id()));
                continue;
            }
            Revocation preview = ending.get().preview();
            stops.addAll(preview.stops());
            environments.addAll(preview.environments());
            notices.addAll(preview.notices());
            ending.get().end();
            last = ending;
        }
        Optional<String> answer = end(record, last);
        tell(record, "revoked_everywhere");
        return new Everywhere(List.copyOf(stops), Set.copyOf(environments), List.copyOf(notices), answer);
    }

    private record Everywhere(
            List<Reference> stops, Set<Environment> environments, List<Notice> notices, Optional<String> providerAnswer)
            implements Revocation {
        @Override
        public boolean accountLivesOn() {
            return false;
        }

        @Override
        public boolean wasPrimary() {
            return !notices.isEmpty();
        }
    }

    /** An account belongs to no one connection. */
    private void tell(AccountRecord record, String code) {
        tell(record, code, Map.of());
    }

    private void tell(AccountRecord record, String code, Map<String, String> more) {
        var details = new HashMap<>(more);
        details.put("account", record.id());
        details.put("service", record.serviceLinkName());
        var concern = new Concern(tenant, new AuthorizationKey("", Optional.empty(), record.owner()));
        kernel.events().happened(concern, code, permission.actor(), details);
    }

    /** The service is told by the strategy of a connection to it; any of them has the client's credentials. */
    private Optional<String> end(AccountRecord record, Optional<Ending> known) {
        Optional<Ending> ending = known.or(() -> Definitions.ofService(kernel, tenant, record.serviceLinkName())
                .map(defined ->
                        ending(defined, new AuthorizationKey(defined.linkName(), Optional.empty(), record.owner()))));
        return ending.map(each -> each.endAccount(record.id())).orElseGet(() -> {
            Ending.drop(kernel, tenant, record.id());
            return Optional.of("not revoked at the service: no connection to it is declared any more");
        });
    }

    private Optional<Ending> ending(AuthorizationKey key) {
        return vault.findReadable(DefinitionRecord.TYPE, tenant, key.linkName())
                .map(stored -> ending(Definitions.of(kernel, stored), key));
    }

    private Ending ending(Defined<?> defined, AuthorizationKey key) {
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
