package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.internal.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which scopes were asked for, and which were granted: none is an answer too, and not the same as no answer (RFC 6749,
 * section 5.1).
 */
public record Consent(List<String> requested, Optional<List<String>> granted) {
    private static final String REQUESTED = "requested_scopes";
    private static final String GRANTED = "granted_scopes";
    private static final String TOLD = "scopes_told";

    public Consent {
        requested = List.copyOf(requested);
        granted = granted.map(List::copyOf);
    }

    /** What it allows: what was granted, or, where the service did not say, what was asked for. */
    public List<String> effective() {
        return granted.orElse(requested);
    }

    /** Returns which of some scopes it does not allow, in order. */
    public List<String> without(List<String> needed) {
        var missing = new TreeSet<>(needed);
        effective().forEach(missing::remove);
        return List.copyOf(missing);
    }

    /** Whether asking again for some scopes would ask for something new: neither asked for before nor granted unasked. */
    public boolean covers(List<String> needed) {
        return needed.stream()
                .allMatch(each ->
                        requested.contains(each) || granted.orElse(List.of()).contains(each));
    }

    /** Returns a copy with what is granted now. */
    public Consent granting(List<String> scopes) {
        return new Consent(requested, Optional.of(scopes));
    }

    void write(ObjectNode document) {
        document.set(REQUESTED, Json.array(requested));
        document.set(GRANTED, Json.array(granted.orElse(List.of())));
        document.put(TOLD, granted.isPresent());
    }

    static Consent read(ObjectNode document) {
        List<String> granted = Json.texts(document, GRANTED, Documents.WHAT);
        boolean told = document.path(TOLD).asBoolean(!granted.isEmpty()); // records from before this was kept
        return new Consent(
                Json.texts(document, REQUESTED, Documents.WHAT), told ? Optional.of(granted) : Optional.empty());
    }
}
