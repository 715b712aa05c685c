package dev.connections.examples.recipes;

import dev.connections.ConnectionListener.Event;
import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.store.JdbcConnectionStore;
import dev.connections.store.KeyRing;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** How do several nodes share one database, and what does an operator want to hear of them? */
public final class RunOnManyNodes {
    /** What somebody has to do, by the code of the event that says so. */
    private static final Map<String, String> CALLS_FOR_SOMEBODY = Map.of(
            "reauthorization_required",
                    "ask the user to authorize again; with LOST_ROTATION a node died at a bad moment",
            "security_hold", "check the account: the service renewed it for somebody else",
            "unsaved", "the database failed after the service had answered: bring it back before this node ends",
            "refresh_failed", "nothing yet: the token in use stays, and it is tried again");

    private RunOnManyNodes() {}

    /**
     * Opens the connections of this node. Every node runs the same code; who comes first makes the tables.
     *
     * @param database a pool; it stays open
     * @param key a file with 32 random bytes in base64, from {@code openssl rand -base64 32}
     * @param directory where renewed tokens wait while the database is down, on this node's own disk
     * @param pager who is told
     * @return the connections, to be closed when the node ends
     */
    public static Connections open(DataSource database, Path key, Path directory, Consumer<String> pager) {
        JdbcConnectionStore store =
                JdbcConnectionStore.of(database).encryptedWith(KeyRing.primary("2026-02", Secret.fromFile(key)));
        store.createSchema(); // or let your migration tool run the scripts that are shipped
        return Connections.builder()
                .store(store)
                .spill(directory)
                .listener(event -> tell(event, pager))
                .build();
    }

    private static void tell(Event event, Consumer<String> pager) {
        String advice = CALLS_FOR_SOMEBODY.get(event.code());
        if (advice != null) {
            pager.accept(event.tenant() + " " + event.linkName() + " " + event.code() + " " + event.details() + ": "
                    + advice);
        }
    }

    /**
     * Reports how a connection stands, to be pasted into a ticket: no secret, no name of a person.
     *
     * @param connections the connections
     * @param linkName which one
     * @return the report
     */
    public static String report(Connections connections, String linkName) {
        return connections.find(linkName).orElseThrow().diagnose().toText();
    }
}
