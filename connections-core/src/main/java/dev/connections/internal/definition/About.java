package dev.connections.internal.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.internal.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a catalogue knows of a service beside its definition, for people.
 *
 * @param documentation the service's own pages on authentication
 * @param console where a client or a key is registered
 * @param notes what to know before connecting, a sentence each
 * @param sources how sure the facts are
 */
public record About(
        Optional<String> documentation, Optional<String> console, List<String> notes, Optional<Sources> sources) {
    static final String MEMBER = "about";
    static final About NOTHING = new About(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    private static final String WHAT = "service document";

    public About {
        notes = List.copyOf(notes);
    }

    /**
     * How sure facts are.
     *
     * @param confidence high, medium or low
     * @param agreement how many independent sources agree
     * @param checked the day somebody looked
     */
    public record Sources(String confidence, int agreement, String checked) {
        @Override
        public String toString() {
            return confidence + " confidence, " + agreement + (agreement == 1 ? " source" : " sources agree")
                    + ", checked " + checked;
        }

        /** Tells whether somebody should compare them with the service's own pages. */
        public boolean isLow() {
            return confidence.equals("low");
        }
    }

    static About read(JsonNode about) {
        boolean judged = about.has("confidence");
        return new About(
                text(about, "documentation"),
                text(about, "console"),
                Json.texts(about, "notes", WHAT),
                judged
                        ? Optional.of(new Sources(
                                about.path("confidence").asText(),
                                about.path("agreement").asInt(1),
                                about.path("checked").asText()))
                        : Optional.empty());
    }

    private static Optional<String> text(JsonNode about, String member) {
        return about.has(member) ? Optional.of(about.path(member).asText()) : Optional.empty();
    }

    void write(ObjectNode root) {
        if (equals(NOTHING)) {
            return;
        }
        ObjectNode about = root.putObject(MEMBER);
        documentation.ifPresent(uri -> about.put("documentation", uri));
        console.ifPresent(uri -> about.put("console", uri));
        if (!notes.isEmpty()) {
            about.set("notes", Json.array(notes));
        }
        sources.ifPresent(known -> about.put("confidence", known.confidence())
                .put("agreement", known.agreement())
                .put("checked", known.checked()));
    }
}
