package dev.connections;

import dev.connections.internal.input.OpenInput;
import java.util.List;
import java.util.Optional;

/**
 * A value that a service leaves open until it is connected, such as a subdomain, a tenant or a data centre: Zoho calls it the
 * Domain ID. It belongs to the authorization, so that two users of one connection may have two of them. Immutable; no secret.
 *
 * <pre>{@code
 * Input shop = Input.text("shop", "Shop").withExample("acme");
 * var shops = Service.custom("Acme Shops")
 *     .resourceServers("https://" + shop.place() + ".acme.example")
 *     .authentication(ApiKey.inHeader("X-Api-Key"))
 *     .withInputs(shop);
 * }</pre>
 *
 * <p>No value can lead an address out of its domain: in a host, {@link #place()} is a label before a literal domain such as
 * {@code .acme.example}, one of listed values, or the whole host of an input that says so.
 */
public interface Input {
    /** {@return what its value is called in documents and in the maps that flows take} */
    String name();

    /** {@return the label a person reads} */
    String displayName();

    /** {@return the only values there are; empty if there are others} */
    List<String> options();

    /** {@return what it is if nobody says} */
    Optional<String> defaultValue();

    /** {@return a value of the right shape, to be shown beside its field} */
    Optional<String> example();

    /**
     * Returns the text that stands for the value in endpoints, paths, parameters and headers of the service.
     *
     * @return lower-case letters and hyphens, with a domain that does not exist where the value is a whole host
     */
    String place();

    /**
     * Returns an input whose value is any text of letters, digits, {@code .}, {@code _}, {@code ~}, {@code @} and {@code -};
     * where it stands in a host, one host label.
     *
     * @param name a lower-case letter, then a-z, 0-9 or _, 30 characters at most
     * @param displayName the label
     * @return the input
     * @throws ConnectionConfigurationException if the name has another shape ({@code input_unusable})
     */
    static Input text(String name, String displayName) {
        return OpenInput.text(name, displayName);
    }

    /**
     * Returns an input whose value has a shape.
     *
     * @param name as in {@link #text}
     * @param displayName the label
     * @param pattern characters, classes and counts, such as {@code [a-z0-9-]{1,63}}; no groups and no alternatives
     * @return the input
     * @throws ConnectionConfigurationException if name or pattern cannot be used ({@code input_unusable})
     */
    static Input matching(String name, String displayName, String pattern) {
        return OpenInput.matching(name, displayName, pattern);
    }

    /**
     * Returns an input with a list of values.
     *
     * @param name as in {@link #text}
     * @param displayName the label
     * @param first a value
     * @param more further values
     * @return the input
     * @throws ConnectionConfigurationException if name or a value cannot be used ({@code input_unusable})
     */
    static Input oneOf(String name, String displayName, String first, String... more) {
        return OpenInput.oneOf(name, displayName, first, more);
    }

    /**
     * Returns an input whose value is a whole host of the provider.
     *
     * @param name as in {@link #text}
     * @param displayName the label
     * @param first a host such as {@code api.acme.example}; {@code *.acme.example} is every one below
     * @param more further hosts
     * @return the input
     * @throws ConnectionConfigurationException if name or a host cannot be used ({@code input_unusable})
     */
    static Input hostAmong(String name, String displayName, String first, String... more) {
        return OpenInput.hostAmong(name, displayName, first, more);
    }

    /**
     * Returns an input whose value is a whole host of the user's choice, for services that people run themselves. Such a
     * service is reached at public addresses only ({@link Service#withPublicAddressesOnly}).
     *
     * @param name as in {@link #text}
     * @param displayName the label
     * @return the input
     * @throws ConnectionConfigurationException if the name has another shape ({@code input_unusable})
     */
    static Input anyHost(String name, String displayName) {
        return OpenInput.anyHost(name, displayName);
    }

    /**
     * Returns a copy with a default; nobody has to give a value then.
     *
     * @param value what it is if nobody says
     * @return the copy
     * @throws ConnectionConfigurationException if it breaks the input's own rule ({@code input_unusable})
     */
    @CheckReturnValue
    Input withDefault(String value);

    /**
     * Returns a copy with an example.
     *
     * @param value a value of the right shape
     * @return the copy
     * @throws ConnectionConfigurationException if it breaks the input's own rule ({@code input_unusable})
     */
    @CheckReturnValue
    Input withExample(String value);
}
