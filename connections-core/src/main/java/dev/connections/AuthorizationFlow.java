package dev.connections;

import java.util.List;
import java.util.Map;

/**
 * How a user or an administrator authorizes a connection: one of four closed kinds, so that a screen can offer the right
 * one for a service it only knows by name.
 */
public sealed interface AuthorizationFlow permits RedirectFlow, DeviceFlow, DirectFlow, UnattendedFlow {
    /**
     * Lists what to ask a person for: the inputs that the service leaves open, such as a tenant or a subdomain, and what a
     * {@link DirectFlow} takes beside them.
     *
     * @return the fields, in order; empty if nothing is asked for
     */
    default List<Field> fields() {
        return List.of();
    }

    /**
     * Returns what {@link #fields()} are where nobody says: the defaults of the service's inputs, and in a reconnect the values
     * that the account has.
     *
     * @return values by {@link Field#name()}; no secrets
     */
    default Map<String, String> defaults() {
        return Map.of();
    }

    /**
     * Returns this flow with values for the service's inputs. They belong to the authorization: two users of one connection
     * may have two tenants.
     *
     * @param inputs values by name; blank ones, and those left out, are {@link #defaults()}
     * @return the flow with these values; nothing happens yet
     * @throws ConnectionConfigurationException if the service does not ask for one of them ({@code input_unknown}); the methods
     *     that use the values say if one is missing ({@code input_missing}) or breaks its rule ({@code input_malformed})
     */
    default AuthorizationFlow withInputs(Map<String, String> inputs) {
        if (!inputs.isEmpty()) {
            throw new ConnectionConfigurationException(
                    "input_unknown",
                    "this service asks for no inputs, but got " + inputs.keySet() + "; leave them out",
                    null);
        }
        return this;
    }
}
