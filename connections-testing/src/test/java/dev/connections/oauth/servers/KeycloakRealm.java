package dev.connections.oauth.servers;

import dev.connections.oauth.servers.Registrations.Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The realm that Keycloak imports: {@code keycloak-realm.json} with the values of {@link Registrations}. */
final class KeycloakRealm {
    static final String NAME = "acme";

    private static final List<Client> CONFIDENTIAL = List.of(
            Registrations.WEB,
            Registrations.SHORT,
            Registrations.ASKING,
            Registrations.JOBS,
            Registrations.DEVICE,
            Registrations.PUSHING,
            Registrations.BOUND,
            Registrations.NAMING,
            Registrations.API);

    private KeycloakRealm() {}

    static String json() throws IOException {
        String json = template()
                .replace("@alice.password@", Registrations.ALICE.password())
                .replace("@bob.password@", Registrations.BOB.password())
                .replace("@bound.lifetime@", "" + Registrations.BOUND_LIFETIME.toSeconds())
                .replace("@keys@", ClientKeys.PUBLISHED.uri().toString())
                .replace("@scope@", Registrations.SCOPE)
                .replace("@redirect-uri@", Registrations.REDIRECT_URI);
        for (Client client : CONFIDENTIAL) {
            json = json.replace("@" + client.id() + ".secret@", client.requiredSecret());
        }
        return json;
    }

    private static String template() throws IOException {
        try (var json = KeycloakRealm.class.getResourceAsStream("keycloak-realm.json")) {
            return new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
