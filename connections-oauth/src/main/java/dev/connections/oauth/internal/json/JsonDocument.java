package dev.connections.oauth.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.connections.oauth.internal.json.Values.Kind;
import java.io.IOException;
import java.util.StringJoiner;

/**
 * Reads the wanted places of a JSON object in one pass, in time linear in its size, whatever it holds.
 *
 * <p>Nothing is built for members that nobody wants, and no number is ever made of digits here: one library spends 21
 * seconds on a number of a megabyte.
 */
public final class JsonDocument {
    private static final int BODY_LIMIT = 1 << 20; // the auth client stops at 1 MiB too
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(1000)
                    .maxNameLength(4096)
                    .maxStringLength(BODY_LIMIT)
                    .maxDocumentLength(BODY_LIMIT)
                    .build())
            // Names of one server's document must not outlive it: a stranger can fill the table of names that all
            // documents share until it throws for everybody (seen: ByteQuadsCanonicalizer.rehash, jackson-core 2.22.4).
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonDocument() {}

    /**
     * Reads an object's wanted values. What follows the object is ignored, for some servers append a warning.
     *
     * @param body the document in UTF-8
     * @param from where it begins, after a byte order mark
     * @throws IOException if it is no complete JSON object or exceeds a limit
     */
    public static void read(byte[] body, int from, Places places, Values into) throws IOException {
        if (body.length > BODY_LIMIT) {
            throw new IOException("too large");
        }
        String text = new String(body, from, body.length - from, UTF_8);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            readObject(parser, places, into);
        } catch (RuntimeException defect) { // the parser's, not ours: a broken document to us
            throw new IOException("not readable", defect);
        }
    }

    private static void readObject(JsonParser parser, Places places, Values into) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Places place = places.member(name);
            JsonToken value = parser.nextToken();
            if (place == null) {
                parser.skipChildren();
            } else {
                readValue(parser, value, place, into);
            }
        }
    }

    private static void readValue(JsonParser parser, JsonToken value, Places place, Values into) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            put(place, Kind.OBJECT, "", into);
            readObject(parser, place, into);
        } else if (value == JsonToken.START_ARRAY) {
            put(place, Kind.ARRAY, joined(parser), into);
        } else {
            put(place, scalar(value), value == JsonToken.VALUE_NULL ? "" : parser.getText(), into);
        }
    }

    private static void put(Places place, Kind kind, String text, Values into) {
        if (place.slot() != Places.NOBODY_WANTS_IT) {
            into.put(place.slot(), kind, text);
        }
    }

    private static String joined(JsonParser array) throws IOException {
        var words = new StringJoiner(" ");
        for (JsonToken each = array.nextToken(); each != JsonToken.END_ARRAY; each = array.nextToken()) {
            if (each == JsonToken.VALUE_STRING) {
                words.add(array.getText());
            } else {
                array.skipChildren();
            }
        }
        return words.toString();
    }

    private static Kind scalar(JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return Kind.TEXT;
        }
        if (token == JsonToken.VALUE_NULL) {
            return Kind.NULL;
        }
        return token.isNumeric() ? Kind.NUMBER : Kind.BOOLEAN;
    }
}
