package dev.connections.catalog;

import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.DefaultServices.NeedsConfidentialClient;
import dev.connections.catalog.DefaultServices.NeedsDataCenter;
import dev.connections.catalog.DefaultServices.NeedsInputs;
import dev.connections.catalog.DefaultServices.NeedsResourceServers;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Goes through every constant's stages to its service, saying the same as {@link #values}. */
final class Walk {
    static final Secret SECRET = Secret.of("s3cr3t-of-the-client");
    static final String SERVER = "https://acme.example/api";

    private Walk() {}

    /** Returns the constants by the link names they should have. */
    static Map<String, Object> constants() {
        var constants = new TreeMap<String, Object>();
        Stream.of(DefaultServices.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .forEach(field -> constants.put(field.getName().toLowerCase(java.util.Locale.ROOT), value(field)));
        return constants;
    }

    static Service<?> service(String linkName, Object stage) {
        if (stage instanceof Service<?> service) {
            return service;
        }
        if (stage instanceof NeedsDataCenter<?> needs) {
            return service(linkName, needs.at(DataCenter.EU));
        }
        if (stage instanceof NeedsInputs<?> needs) {
            return service(
                    linkName, needs.with(ServiceCatalog.bundled().get(linkName).examples()));
        }
        if (stage instanceof NeedsConfidentialClient<?> needs) {
            return service(linkName, needs.client("client-1", SECRET));
        }
        if (stage instanceof NeedsResourceServers<?> needs) {
            return needs.resourceServers(SERVER);
        }
        throw new AssertionError("an unknown stage: " + stage);
    }

    /** Returns what a page would send for an entry, where a person types only what is required. */
    static Map<String, String> values(ServiceCatalog.Entry entry) {
        var values = new HashMap<>(entry.examples());
        entry.fields().forEach(field -> {
            switch (field.name()) {
                case "data_center" -> values.put("data_center", "EU");
                case "client_id" -> values.put("client_id", "client-1");
                case "client_secret" -> values.put("client_secret", SECRET.reveal());
                case "resource_server" -> values.put("resource_server", SERVER);
                default -> {}
            }
        });
        return values;
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
