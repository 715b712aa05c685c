package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.internal.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service told beside the tokens, in the refreshes since an account was authorized. It is written with the tokens, in
 * one record; the account takes it over after that, and again where a crash came between.
 */
public record News(Optional<List<String>> granted, Map<String, String> captured, List<String> resourceServers) {
    /** Nothing: it was never refreshed, or the service gave tokens alone. */
    public static final News NONE = new News(Optional.empty(), Map.of(), List.of());

    public News {
        granted = granted.map(List::copyOf);
        captured = Map.copyOf(captured);
        resourceServers = List.copyOf(resourceServers);
    }

    /** Returns what is known after one more refresh: what that leaves out stays. */
    public News and(News later) {
        var servers = later.resourceServers.isEmpty() ? resourceServers : later.resourceServers;
        return new News(later.granted.or(() -> granted), over(captured, later.captured), servers);
    }

    /** Returns values with later ones over them. */
    static Map<String, String> over(Map<String, String> values, Map<String, String> later) {
        var all = new HashMap<>(values);
        all.putAll(later);
        return all;
    }

    void write(ObjectNode document) {
        granted.ifPresent(scopes -> document.set("granted_scopes", Json.array(scopes)));
        document.set("captured", Json.object(captured));
        document.set("resource_servers", Json.array(resourceServers));
    }

    static News read(ObjectNode document) {
        return new News(
                document.has("granted_scopes")
                        ? Optional.of(Json.texts(document, "granted_scopes", Documents.WHAT))
                        : Optional.empty(),
                Json.textMap(document, "captured", Documents.WHAT),
                Json.texts(document, "resource_servers", Documents.WHAT));
    }
}
