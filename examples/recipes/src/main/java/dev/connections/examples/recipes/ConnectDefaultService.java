package dev.connections.examples.recipes;

import dev.connections.AuthorizationRequest;
import dev.connections.Connections;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.DataCenter;
import dev.connections.catalog.DefaultServices;

/** How do I connect a default service, here Zoho CRM of the EU data centre? */
public final class ConnectDefaultService {
    private ConnectDefaultService() {}

    /**
     * Prints where to send the user's browser.
     *
     * @param arguments the client id and secret of the application registered at Zoho
     */
    public static void main(String[] arguments) {
        Service<RedirectFlow> crm =
                DefaultServices.ZOHO_CRM.at(DataCenter.EU).client(arguments[0], Secret.of(arguments[1]));
        try (Connections connections = Connections.inMemory()) {
            System.out.println(begin(connections, crm).uri());
        }
    }

    /** Keep {@code state()} in the browser's session, redirect to {@code uri()}, and complete with what comes back. */
    static AuthorizationRequest begin(Connections connections, Service<RedirectFlow> crm) {
        var primary = connections.shared(crm.connection("CRM primary")
                .withLinkName("crm_primary")
                .withScopes("ZohoCRM.modules.READ", "ZohoCRM.users.READ"));
        return primary.authorize().begin("https://app.example.com/callback");
    }
}
