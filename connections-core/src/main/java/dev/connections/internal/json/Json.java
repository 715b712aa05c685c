package dev.connections.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Jackson, with limits, and with errors that say where and never quote a value. */
public final class Json {
    private Json() {}

    /** Returns a new object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns an object of texts, sorted by name. */
    public static ObjectNode object(Map<String, String> texts) {
        ObjectNode object = object();
        new java.util.TreeMap<>(texts).forEach(object::put);
        return object;
    }

    /** Returns an array of texts. */
    public static ArrayNode array(Iterable<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** Parses a document that a person or a file may have given. */
    public static ObjectNode parse(String json, String what) {
        try (JsonParser parser = Tree.json().createParser(json)) {
            return object(Tree.read(parser), what);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new ConnectionConfigurationException(
                    "service_malformed",
                    "the " + what + " is not JSON at line " + (at == null ? 1 : at.getLineNr()) + ", column "
                            + (at == null ? 1 : at.getColumnNr()) + "; correct it there",
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text always reads
        }
    }

    /** Parses a document of ours. */
    public static ObjectNode parse(byte[] utf8) throws IOException {
        try (JsonParser parser = Tree.json().createParser(utf8)) {
            return object(Tree.read(parser), "document");
        }
    }

    /** Writes a document of ours. */
    public static byte[] bytes(ObjectNode document) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Tree.json().createGenerator(bytes)) {
            Tree.write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a tree of texts, numbers and booleans always writes
        }
        return bytes.toByteArray();
    }

    /** Writes a document as text; a node's own toString() would load a mapper. */
    public static String write(JsonNode document) {
        var text = new StringWriter();
        try (JsonGenerator out = Tree.json().createGenerator(text)) {
            Tree.write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Returns the UTF-8 text of a document of ours. */
    public static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static ObjectNode object(JsonNode root, String what) {
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw malformed(what, "", "is not an object");
    }

    /** Returns a required text of the root. */
    public static String text(JsonNode root, String name, String what) {
        return text(root, "", name, what);
    }

    /** Returns a required text of the object at a pointer. */
    public static String text(JsonNode parent, String pointer, String name, String what) {
        JsonNode value = parent.path(name);
        if (!value.isTextual()) {
            throw malformed(what, pointer + "/" + name, value.isMissingNode() ? "is missing" : "is not a text");
        }
        return value.textValue();
    }

    /** Returns a list of texts; empty if absent. */
    public static List<String> texts(JsonNode parent, String name, String what) {
        var texts = new ArrayList<String>();
        JsonNode array = parent.path(name);
        if (!array.isMissingNode() && !array.isArray()) {
            throw malformed(what, "/" + name, "is not an array of texts");
        }
        for (JsonNode item : array) {
            if (!item.isTextual()) {
                throw malformed(what, "/" + name + "/" + texts.size(), "is not a text");
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    /** Returns an object's texts by name; empty if absent. */
    public static Map<String, String> textMap(JsonNode parent, String name, String what) {
        var texts = new LinkedHashMap<String, String>();
        parent.path(name).properties().forEach(member -> {
            if (!member.getValue().isTextual()) {
                throw malformed(what, "/" + name + "/" + member.getKey(), "is not a text");
            }
            texts.put(member.getKey(), member.getValue().textValue());
        });
        return texts;
    }

    /** Returns the names of the secrets that a document refers to as {@code {"secret": "name"}}. */
    public static Set<String> secretNames(JsonNode document) {
        var names = new TreeSet<String>();
        if (document.isObject()
                && document.size() == 1
                && document.path("secret").isTextual()) {
            names.add(document.path("secret").textValue());
        }
        document.forEach(child -> names.addAll(secretNames(child)));
        return names;
    }

    /** Says which member of a document cannot be used. */
    public static ConnectionConfigurationException malformed(String what, String pointer, String problem) {
        return new ConnectionConfigurationException(
                "service_malformed",
                "the " + what + " cannot be used: " + (pointer.isEmpty() ? "it" : pointer) + " " + problem,
                null);
    }
}
