package dev.connections.internal.flow;

import dev.connections.Choice;
import dev.connections.internal.record.AccountRecord;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.CredentialStrategy.Chooser;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles which of the places that an account reaches its requests name, before a grant is saved: the one that was
 * chosen for the account before, or the only one there is. Of several, and in place of one that is not reached any more, nobody
 * but a person chooses; no failure here costs the grant.
 */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.flow");

    private Settling() {}

    static <C extends Credential> Grant<C> settled(
            CredentialStrategy<C, ?> strategy,
            StrategyContext<C> context,
            Grant<C> grant,
            Optional<AccountRecord> account) {
        C credential = grant.tokens().get(Grant.DEFAULT_TOKEN);
        Optional<Chooser<C>> chooser = strategy.chooser().filter(it -> credential != null);
        if (chooser.isEmpty() || credential == null) {
            return grant;
        }
        String name = chooser.get().name();
        Optional<String> former =
                account.flatMap(before -> Optional.ofNullable(before.captured().get(name)));
        try {
            List<Choice> choices = chooser.get().choices(credential, context);
            Optional<Choice> only = choices.size() == 1 ? Optional.of(choices.get(0)) : Optional.empty();
            return former.map(id -> choices.stream()
                            .filter(choice -> choice.id().equals(id))
                            .findFirst())
                    .orElse(only)
                    .map(choice -> with(grant, chooser.get(), choice))
                    .orElse(grant);
        } catch (RuntimeException failed) { // a strategy of somebody else's may throw anything; the code is used up
            LOG.atDebug()
                    .addKeyValue("failure", failed.getClass().getSimpleName())
                    .log("the service did not say what its account reaches");
            return former.map(id -> with(grant, chooser.get(), new Choice(id, id)))
                    .orElse(grant);
        }
    }

    private static <C extends Credential> Grant<C> with(Grant<C> grant, Chooser<C> chooser, Choice choice) {
        var captured = new HashMap<>(grant.captured());
        captured.put(chooser.name(), choice.id());
        List<String> servers = chooser.resourceServers(choice);
        return new Grant<>(
                grant.tokens(),
                grant.accountId(),
                grant.accountName(),
                grant.grantedScopes(),
                captured,
                servers.isEmpty() ? grant.resourceServers() : servers);
    }
}
