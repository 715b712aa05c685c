package dev.connections;

import dev.connections.spi.Credential;
import java.util.List;
import java.util.Map;

/**
 * A flow that takes what a person types: user name and password, an API key, a signing key. Thread-safe.
 *
 * @param <I> what is asked for
 */
public non-sealed interface DirectFlow<I extends Credential> extends AuthorizationFlow {
    @Override
    List<Field> fields();

    @Override
    default DirectFlow<I> withInputs(Map<String, String> inputs) {
        var unused = AuthorizationFlow.super.withInputs(inputs);
        return this;
    }

    /**
     * Connects with a typed credential; checks it against the configured parameters and the service's probe first.
     *
     * @param input the credential
     * @return the new authorization; an old credential stays when this fails
     * @throws ConnectionConfigurationException if values do not match the parameters ({@code parameter_mismatch},
     *     {@code credential_malformed}) or the probe is refused ({@code rejected_by_service})
     */
    Authorization with(I input);

    /**
     * Connects with texts by field name, for a page that knows the service only at run time.
     *
     * @param values one text for each of {@link #fields()}, by {@link Field#name()}; the service's inputs among them may be
     *     left out where they have {@link #defaults()}
     * @return as {@link #with}
     * @throws ConnectionConfigurationException as {@link #with}
     */
    Authorization withValues(Map<String, String> values);
}
