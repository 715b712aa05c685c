package dev.connections.spi;

import dev.connections.Secret;
import java.util.Map;

/**
 * Makes a strategy again when a definition is read from a store or a document. Found by {@link java.util.ServiceLoader}, or
 * given to the builder.
 */
public interface StrategyProvider {
    /** {@return the authentication type it serves} */
    String authenticationType();

    /**
     * Makes the strategy.
     *
     * @param settings what {@link CredentialStrategy#settings()} gave
     * @return the strategy
     * @throws dev.connections.ConnectionConfigurationException if the settings cannot be used ({@code service_malformed})
     */
    CredentialStrategy<?, ?> create(Settings settings);

    /**
     * Returns the provider of a strategy without settings.
     *
     * @param strategy the strategy
     * @return the provider
     */
    static StrategyProvider of(CredentialStrategy<?, ?> strategy) {
        return new StrategyProvider() {
            @Override
            public String authenticationType() {
                return strategy.authenticationType();
            }

            @Override
            public CredentialStrategy<?, ?> create(Settings settings) {
                return strategy;
            }
        };
    }

    /** What makes a strategy what it is. Immutable. */
    interface Settings {
        /** {@return the version of the format} */
        int version();

        /** {@return a JSON object without secrets; a secret is <code>{"secret": "name"}</code>} */
        String json();

        /** {@return the secrets that the JSON names} */
        Map<String, Secret> secrets();

        /** {@return the settings of a strategy that has none} */
        static Settings none() {
            return of(1, "{}", Map.of());
        }

        /**
         * Returns settings.
         *
         * @param version the version of the format
         * @param json a JSON object without secrets
         * @param secrets the secrets it names
         * @return the settings
         */
        static Settings of(int version, String json, Map<String, Secret> secrets) {
            return new KnownSettings(version, json, Map.copyOf(secrets));
        }
    }
}
