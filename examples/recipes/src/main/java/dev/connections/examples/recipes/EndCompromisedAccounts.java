package dev.connections.examples.recipes;

import dev.connections.Account;
import dev.connections.Actor;
import dev.connections.Connections;
import dev.connections.ConnectionsView;
import dev.connections.Revocation;
import dev.connections.Secret;
import dev.connections.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The credentials of a service have leaked: how is everything of a tenant ended at once, and its client secret replaced? */
public final class EndCompromisedAccounts {
    private EndCompromisedAccounts() {}

    /**
     * Ends every account of a service, whoever uses it, here and at the service.
     *
     * @param connections the connections
     * @param tenant whose
     * @param actor who does it, for the audit trail
     * @param service the service
     * @return a line for each account: what stopped, and what the service answered
     */
    public static List<String> endAll(Connections connections, String tenant, Actor actor, Service<?> service) {
        ConnectionsView acting = connections.forTenant(tenant).by(actor);
        var report = new ArrayList<String>();
        for (Account account : acting.accounts(service)) {
            Revocation ended = acting.revokeEverywhere(account);
            report.add(account.name() + " stops " + ended.stops().size() + " places; the service says "
                    + ended.providerAnswer().orElse("nothing, it has no revocation endpoint"));
        }
        return report;
    }

    /**
     * Replaces the client secret in every connection to a service. Nobody has to authorize again for that.
     *
     * @param connections the connections, as an actor sees them
     * @param service makes the service from a client secret, as where it is declared
     * @param next the new client secret
     */
    public static void rotateClientSecret(
            ConnectionsView connections, Function<Secret, Service<?>> service, Secret next) {
        Service<?> renewed = service.apply(next);
        connections
                .summaries()
                .ofService(renewed.linkName())
                .forEach(summary -> connections
                        .find(summary.linkName())
                        .ifPresent(connection ->
                                connection.edit().withService(renewed).update()));
    }
}
