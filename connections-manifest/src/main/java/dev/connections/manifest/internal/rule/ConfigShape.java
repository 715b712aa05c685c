package dev.connections.manifest.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one parameter of an extension's {@code config} may say in one product.
 *
 * @param most how many parameters there may be
 * @param required keys that each has
 * @param choices keys whose values are from a list
 * @param lengths keys whose values have so many characters at most
 * @param flags keys that are true or false
 * @param closed true if the product knows no key beyond these and {@code defaultValue}
 */
record ConfigShape(
        int most,
        List<String> required,
        Map<String, Set<String>> choices,
        Map<String, Integer> lengths,
        List<String> flags,
        boolean closed) {
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final String NAME = "name";
    private static final String TYPE = "type";

    static final ConfigShape DESK = new ConfigShape(
            20,
            List.of(NAME, TYPE),
            Map.of(
                    TYPE,
                    Set.of("text", "number", "radio", "switch", "picklist", "multiselect", "checkbox"),
                    "authType",
                    Set.of("org", "personal")),
            Map.of("displayName", 255, "description", 255),
            List.of("userdefined", "mandatory", "secure"),
            false);

    static final ConfigShape PROJECTS = new ConfigShape(
            10,
            List.of(NAME, TYPE),
            Map.of(TYPE, Set.of("text", "password", "checkbox", "url", "number", "multiline", "selectbox", "hidden")),
            Map.of(),
            List.of("is_mandatory", "is_secure"),
            false);

    static final ConfigShape MAIL = new ConfigShape(
            NO_LIMIT,
            List.of(),
            Map.of("inputType", Set.of("text", "dropdown", "radio")),
            Map.of(),
            List.of("mandatory", "secure"),
            false);

    static final ConfigShape CREATOR = new ConfigShape(
            NO_LIMIT,
            List.of(NAME, TYPE),
            Map.of(TYPE, Set.of("string", "integer", "float", "boolean", "Application", "Form", "Report", "Field")),
            Map.of(NAME, 50, "placeholder", 40, "help", 140),
            List.of(),
            true);

    /** Nothing is known but that it is a list. */
    static final ConfigShape ANY =
            new ConfigShape(NO_LIMIT, List.of(), Map.of(), Map.of(), List.of("mandatory", "secure"), false);

    /** Copies the collections. */
    ConfigShape {
        required = List.copyOf(required);
        choices = Map.copyOf(choices);
        lengths = Map.copyOf(lengths);
        flags = List.copyOf(flags);
    }

    boolean knows(String key) {
        return key.equals("defaultValue")
                || required.contains(key)
                || choices.containsKey(key)
                || lengths.containsKey(key)
                || flags.contains(key);
    }
}
