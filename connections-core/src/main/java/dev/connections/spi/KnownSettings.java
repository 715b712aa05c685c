package dev.connections.spi;

import dev.connections.Secret;
import java.util.Map;

/** The only settings there are. */
record KnownSettings(int version, String json, Map<String, Secret> secrets) implements StrategyProvider.Settings {}
