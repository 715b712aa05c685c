package dev.connections.manifest.internal.entry;

import dev.connections.manifest.internal.json.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys of connection entries, as the help pages and public manifests have them; no other key was ever seen. */
public enum Key {
    TYPE("type"),
    LINK_NAME("connectionLinkName"),
    NAME("connectionName"),
    SERVICE("serviceName"),
    USER_ACCESS("userAccess"),
    USER_DEFINED("isUserDefinedService"),
    SHARED_BY("sharedBy"),
    SCOPE("scope"),
    /** In the Writer shape this is the link name, not the display name. */
    WRITER_NAME("name"),
    AUTHORIZATION_URL("authorizationUrl"),
    WRITER_SCOPES("scopes");

    private static final List<Key> ALL = List.of(values());

    /** Keys by their first letter: an entry's names are compared with few of them. */
    private static final Map<Character, List<Key>> BY_LETTER =
            Arrays.stream(values()).collect(Collectors.groupingBy(key -> key.json.charAt(0)));

    private final String json;

    Key(String json) {
        this.json = json;
    }

    /** The key as it stands in the file. */
    public String json() {
        return json;
    }

    /** The key that this name is. */
    static Optional<Key> of(Node name) {
        byte first = name.firstByte();
        List<Key> candidates = first == '\\' ? ALL : BY_LETTER.getOrDefault((char) first, List.of());
        for (Key key : candidates) {
            if (name.says(key.json)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
