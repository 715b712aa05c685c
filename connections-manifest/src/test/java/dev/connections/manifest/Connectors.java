package dev.connections.manifest;

import dev.connections.manifest.internal.entry.Entry;
import dev.connections.manifest.internal.entry.Entry.ServiceName;
import dev.connections.manifest.internal.entry.Entry.WriterFacts;
import java.util.List;

/** Connectors to vary, without a connection behind them. */
public final class Connectors {
    private static final WriterFacts OAUTH = new WriterFacts("OAuth", "https://login.example/authorize");

    private Connectors() {}

    public static Connector dropbox() {
        return perUser("dropbox_for_zoho_desk", "Dropbox for Zoho Desk", "dropbox")
                .withSharedBy("4241905");
    }

    public static Connector sign(String... scopes) {
        return perUser("zoho_sign_for_zoho_desk", "Zoho Sign for Zoho Desk", "zoho_sign", scopes)
                .withSharedBy("4241905");
    }

    public static Connector perUser(String linkName, String name, String service, String... scopes) {
        return Connector.of(
                new Entry(linkName, name, new ServiceName(service, false), true, "", List.of(scopes), OAUTH));
    }

    public static Connector shared(String linkName, String name, String service, String... scopes) {
        return Connector.of(
                new Entry(linkName, name, new ServiceName(service, false), false, "", List.of(scopes), OAUTH));
    }

    public static Connector salesforce(String... scopes) {
        return perUser("salesforce_connection", "Salesforce connection", "salesforce", scopes);
    }

    public static Connector ofType(String type, String authorizationUrl) {
        return Connector.of(new Entry(
                "erp_main",
                "ERP main",
                new ServiceName("legacy_erp", true),
                false,
                "",
                List.of(),
                new WriterFacts(type, authorizationUrl)));
    }
}
