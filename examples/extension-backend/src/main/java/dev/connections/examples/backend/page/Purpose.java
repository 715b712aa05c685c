package dev.connections.examples.backend.page;

import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizedConnection;
import dev.connections.examples.backend.http.HttpProblem;
import java.util.stream.Stream;

/** Why somebody goes through a flow. */
enum Purpose {
    AUTHORIZE("Connect"),
    RECONNECT("Reconnect"),
    LINK("Link new account");

    private final String button;

    Purpose(String button) {
        this.button = button;
    }

    String button() {
        return button;
    }

    AuthorizationFlow flow(AuthorizedConnection<?> connection) {
        return switch (this) {
            case AUTHORIZE -> connection.authorize();
            case RECONNECT -> connection.reconnect();
            case LINK -> connection.linkNewAccount();
        };
    }

    static Purpose of(String name) {
        return Stream.of(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(400, "The form does not say what to do. Open the page again."));
    }
}
