package dev.connections.examples.recipes;

import dev.connections.Account;
import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionsView;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import java.util.Optional;

/** How does a connection move to another account, or to an account in another data centre, without touching what uses it? */
public final class MoveToAnotherAccount {
    private MoveToAnotherAccount() {}

    /**
     * Uses a saved account from now on. Link name, references and manifest entry stay.
     *
     * @param connections the connections
     * @param connection what moves
     * @param accountName the account's name, as the page of accounts shows it
     * @return whether there is such an account
     */
    public static boolean toSaved(
            ConnectionsView connections, ManagedConnection<RedirectFlow> connection, String accountName) {
        Optional<Account> saved = connections.accounts(connection.definition().service()).stream()
                .filter(account -> account.name().equals(accountName))
                .findFirst();
        saved.ifPresent(connection::switchTo);
        return saved.isPresent();
    }

    /**
     * Sends a person to the service to sign in as somebody else. A reconnect would refuse that ({@code account_differs}):
     * it renews the same account. The service tells which data centre the new account is in.
     *
     * @param connection what moves
     * @param redirectUri the registered redirect URI
     * @return where to send the browser; keep its state in the session
     */
    public static AuthorizationRequest toNew(ManagedConnection<RedirectFlow> connection, String redirectUri) {
        return connection.linkNewAccount().begin(redirectUri);
    }

    /**
     * Ends the account that was used before, once nobody uses it.
     *
     * @param connections the connections
     * @param before the authorization as it was before the move
     */
    public static void forget(ConnectionsView connections, Authorization before) {
        before.account().ifPresent(connections::forget);
    }
}
