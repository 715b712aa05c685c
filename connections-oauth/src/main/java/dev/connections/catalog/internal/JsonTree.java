package dev.connections.catalog.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.connections.catalog.internal.Node.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON to and from {@link Node}.
 *
 * <p>Jackson's streaming layer alone: it knows line and column, and costs a cold start less than data binding.
 */
final class JsonTree {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(64)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonTree() {}

    /** Writes JSON. */
    interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    static Node read(byte[] utf8, Source source) {
        try (JsonParser parser = JSON.createParser(utf8)) {
            return read(parser, source);
        } catch (IOException impossible) { // a byte array is always readable
            throw new UncheckedIOException(impossible);
        }
    }

    private static Node read(JsonParser parser, Source source) throws IOException {
        try {
            parser.nextToken();
            Node root = value(parser);
            if (parser.nextToken() != null) {
                throw source.malformed(place(parser), "goes on after its end; remove what follows");
            }
            return root;
        } catch (JsonProcessingException broken) { // not the cause: its message quotes the text
            throw source.malformed(
                    place(parser.currentLocation()), "is no JSON there; correct or remove what stands there");
        }
    }

    static String write(Writing writing) {
        var text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            writing.to(generator);
        } catch (IOException impossible) { // a string writer is always writable
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Node value(JsonParser parser) throws IOException {
        Place at = place(parser);
        JsonToken token = parser.currentToken();
        if (token == null) {
            return new Node(Node.NULL, at);
        }
        return switch (token) {
            case START_OBJECT -> new Node(object(parser), at);
            case START_ARRAY -> new Node(array(parser), at);
            case VALUE_STRING -> new Node(parser.getText(), at);
            case VALUE_TRUE, VALUE_FALSE -> new Node(parser.getBooleanValue(), at);
            case VALUE_NULL -> new Node(Node.NULL, at);
            default -> new Node(parser.getDecimalValue(), at);
        };
    }

    private static Map<String, Node> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Node>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<Node> array(JsonParser parser) throws IOException {
        var elements = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Place place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static Place place(JsonLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
