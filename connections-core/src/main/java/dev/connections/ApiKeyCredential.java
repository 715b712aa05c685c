package dev.connections;

import dev.connections.spi.Credential;
import java.util.Map;

/**
 * The values of an API-key service's parameters.
 *
 * @param values a secret for each parameter, by Actual Parameter
 */
public record ApiKeyCredential(Map<String, Secret> values) implements Credential {
    /** The key under which {@link #of} answers the only parameter of a service. */
    public static final String ONLY_PARAMETER = "*";

    /**
     * Copies the values.
     *
     * @param values as the component
     */
    public ApiKeyCredential {
        values = Map.copyOf(values);
    }

    /**
     * Answers the only parameter of a service, whatever its name.
     *
     * @param value the key
     * @return the credential
     */
    public static ApiKeyCredential of(Secret value) {
        return new ApiKeyCredential(Map.of(ONLY_PARAMETER, value));
    }
}
