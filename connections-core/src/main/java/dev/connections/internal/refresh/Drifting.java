package dev.connections.internal.refresh;

import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.News;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Lets an account follow what the service told beside a token. The token's own record holds that already, so it is lost nowhere:
 * whoever reads the two next makes up for what was not written here. Confined to one call.
 */
final class Drifting {
    private static final int TRIES = 20;

    private final Vault vault;
    private final String tenant;

    Drifting(Vault vault, String tenant) {
        this.vault = vault;
        this.tenant = tenant;
    }

    /**
     * Writes what a stored credential brought into its account; for one of many callers, returns how the scopes changed.
     *
     * @return {@code added}, {@code removed} and {@code missing} of those that were asked for; empty if they are the same
     */
    Optional<Map<String, String>> follow(CredentialRecord credential) {
        for (int tried = 0; tried < TRIES && !credential.news().equals(News.NONE); tried++) {
            Optional<Stored<AccountRecord>> found = vault.find(AccountRecord.TYPE, tenant, credential.accountId());
            if (found.isEmpty() || !current(credential)) { // ended, or authorized anew since: that has the last word
                return Optional.empty();
            }
            AccountRecord before = found.get().value();
            AccountRecord after = before.taking(credential, granted(before, credential));
            if (after.equals(before)) {
                return Optional.empty();
            }
            if (vault.update(AccountRecord.TYPE, found.get(), after)) {
                return drift(before, after);
            }
        }
        return Optional.empty();
    }

    /** Asked after the account was read: what authorizes anew writes credentials first. */
    private boolean current(CredentialRecord credential) {
        return find(credential.accountId(), credential.token())
                .filter(there -> there.obtainedAt().equals(credential.obtainedAt()))
                .isPresent();
    }

    private Optional<CredentialRecord> find(String accountId, String token) {
        return vault.find(CredentialRecord.TYPE, tenant, CredentialRecord.id(accountId, token))
                .map(Stored::value);
    }

    /** What all tokens may do together; where one of them never said, what was known of them stays. */
    private Optional<List<String>> granted(AccountRecord account, CredentialRecord credential) {
        return credential.news().granted().map(own -> {
            var all = new TreeSet<>(own);
            for (String token : account.tokens()) {
                if (!token.equals(credential.token())) {
                    all.addAll(find(account.id(), token)
                            .flatMap(other -> other.news().granted())
                            .orElse(account.told().consent().effective()));
                }
            }
            return List.copyOf(all);
        });
    }

    private static Optional<Map<String, String>> drift(AccountRecord before, AccountRecord after) {
        List<String> was = before.told().consent().effective();
        List<String> is = after.told().consent().effective();
        var details = new LinkedHashMap<String, String>();
        put(details, "added", is, was);
        put(details, "removed", was, is);
        if (details.isEmpty()) {
            return Optional.empty();
        }
        put(details, "missing", after.told().consent().requested(), is);
        return Optional.of(details);
    }

    private static void put(
            Map<String, String> details, String name, Collection<String> all, Collection<String> known) {
        var left = new TreeSet<>(all);
        known.forEach(left::remove);
        if (!left.isEmpty()) {
            details.put(name, String.join(" ", left));
        }
    }
}
