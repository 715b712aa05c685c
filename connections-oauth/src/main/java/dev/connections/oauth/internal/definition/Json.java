package dev.connections.oauth.internal.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.connections.ConnectionConfigurationException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text to and from maps, lists, texts, numbers and booleans.
 *
 * <p>Jackson's streaming layer alone: data binding would cost a cold start some fifty milliseconds for nothing.
 */
final class Json {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static Map<String, @Nullable Object> read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            return object(parser);
        } catch (IOException broken) { // not the cause: its message quotes the text
            throw malformed();
        }
    }

    static String write(@Nullable Object value) {
        var text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            writeValue(generator, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        var array = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getDecimalValue();
        };
    }

    @SuppressWarnings("unchecked") // a document holds nothing but what value(parser) makes
    private static void writeValue(JsonGenerator generator, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            writeObject(generator, (Map<String, @Nullable Object>) object);
        } else if (value instanceof List<?> array) {
            generator.writeStartArray();
            for (Object each : array) {
                writeValue(generator, each);
            }
            generator.writeEndArray();
        } else {
            generator.writePOJO(value);
        }
    }

    private static void writeObject(JsonGenerator generator, Map<String, @Nullable Object> object) throws IOException {
        generator.writeStartObject();
        for (var each : object.entrySet()) {
            generator.writeFieldName(each.getKey());
            writeValue(generator, each.getValue());
        }
        generator.writeEndObject();
    }

    private static ConnectionConfigurationException malformed() {
        return new ConnectionConfigurationException(
                "service_malformed",
                "the settings of an OAuth service are no JSON object; take them from Service.toJson()",
                null);
    }
}
