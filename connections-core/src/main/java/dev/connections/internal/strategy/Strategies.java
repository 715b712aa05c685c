package dev.connections.internal.strategy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.definition.AuthenticationTypes;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyProvider;
import dev.connections.spi.StrategyProvider.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** All strategies by authentication type: built in, found on the class path, given to a builder. Immutable. */
public final class Strategies {
    private static final List<StrategyProvider> BUILT_IN = List.of(BasicStrategy.PROVIDER, ApiKeyStrategy.PROVIDER);

    private final Map<String, StrategyProvider> given;

    private Strategies(Map<String, StrategyProvider> given) {
        this.given = Map.copyOf(given);
    }

    /** Returns those that are built in or found with the SDK's class loader. */
    public static Strategies loaded() {
        return new Strategies(Map.of());
    }

    /** Returns a copy with one that wins over those found. */
    public Strategies with(StrategyProvider provider) {
        String type = provider.authenticationType();
        AuthenticationTypes.check(type, provider.getClass());
        var more = new HashMap<>(given);
        if (more.put(type, provider) != null) {
            throw duplicate(type);
        }
        return new Strategies(more);
    }

    /** Makes the strategy of a type, or says that nobody knows it. */
    public CredentialStrategy<?, ?> create(String type, Settings settings) {
        StrategyProvider provider = find(type);
        if (provider == null) {
            throw UnknownStrategy.unknown(type);
        }
        return provider.create(settings);
    }

    /** Makes the strategy of a type, or one that keeps the settings as they are. */
    public CredentialStrategy<?, ?> createOrKeep(String type, Settings settings) {
        StrategyProvider provider = find(type);
        if (provider == null) {
            return new UnknownStrategy(type, settings);
        }
        try {
            return provider.create(settings);
        } catch (ConnectionConfigurationException unreadable) { // listed as INVALID, never dropped or rewritten
            return new UnknownStrategy(type, settings);
        }
    }

    private @org.jspecify.annotations.Nullable StrategyProvider find(String type) {
        StrategyProvider provider = given.get(type);
        return provider != null ? provider : Found.byTypeOrFailure().get(type);
    }

    private static ConnectionConfigurationException duplicate(String type) {
        return new ConnectionConfigurationException(
                "duplicate_authentication_type",
                "two strategies serve the authentication type \"" + type + "\"; keep one of them",
                null);
    }

    /** Looked up when a document is first read: declaring services in code needs none of it. */
    private static final class Found {
        private static final Map<String, StrategyProvider> BY_TYPE = new HashMap<>();
        private static final Optional<ConnectionConfigurationException> FAILURE = load();

        static Map<String, StrategyProvider> byTypeOrFailure() {
            FAILURE.ifPresent(failure -> {
                throw new ConnectionConfigurationException(failure.code(), failure.problem(), failure);
            });
            return BY_TYPE;
        }

        private static Optional<ConnectionConfigurationException> load() {
            try {
                BY_TYPE.putAll(byType());
                return Optional.empty();
            } catch (ConnectionConfigurationException e) {
                return Optional.of(e);
            } catch (ServiceConfigurationError e) {
                return Optional.of(new ConnectionConfigurationException(
                        "strategy_provider_broken",
                        "a jar names a strategy provider that cannot be loaded (" + e.getMessage()
                                + "); correct or remove that jar",
                        e));
            }
        }

        private static Map<String, StrategyProvider> byType() {
            var found = new HashMap<String, StrategyProvider>();
            BUILT_IN.forEach(provider -> found.put(provider.authenticationType(), provider));
            for (StrategyProvider provider :
                    ServiceLoader.load(StrategyProvider.class, Strategies.class.getClassLoader())) {
                AuthenticationTypes.check(provider.authenticationType(), provider.getClass());
                if (found.put(provider.authenticationType(), provider) != null) {
                    throw duplicate(provider.authenticationType());
                }
            }
            return Map.copyOf(found);
        }
    }
}
