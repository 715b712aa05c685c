package dev.connections.catalog.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.connections.catalog.DataCenter;
import dev.connections.catalog.ServiceCatalog.Provenance;
import dev.connections.catalog.internal.Blueprint.Details;
import dev.connections.catalog.internal.Choices.Client;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes a service document of an entry and the values for its places.
 *
 * @see dev.connections.Service#toJson()
 */
final class ServiceDocument {
    private static final int FORMAT = 1;

    /** A public client has no secret to send, and PKCE is all that protects it (RFC 9700, section 2.1.1). */
    private static final Set<String> NOT_OF_PUBLIC_CLIENTS = Set.of("client_authentication", "pkce");

    private final Choices choices;
    private final Blueprint blueprint;

    ServiceDocument(Choices choices) {
        this.choices = choices;
        blueprint = choices.blueprint();
    }

    String toJson() {
        return JsonTree.write(this::write);
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("format", FORMAT);
        out.writeStringField("link_name", blueprint.heading().linkName());
        out.writeStringField("name", blueprint.heading().name());
        out.writeBooleanField("custom", false);
        if (blueprint.needsResourceServers()) {
            writeTexts(out, Blueprint.RESOURCE_SERVERS, choices.servers());
        }
        if (choices.namesHosts()) {
            out.writeBooleanField("public_addresses_only", true);
        }
        writeOpenInputs(out);
        writeAbout(out, blueprint.details());
        Map<String, String> values = values();
        for (var member : blueprint.document().entrySet()) {
            out.writeFieldName(member.getKey());
            if (member.getKey().equals("authentication")) {
                writeAuthentication(out, member.getValue().members(), values);
            } else {
                writeNode(out, member.getValue(), values);
            }
        }
        out.writeEndObject();
    }

    private void writeOpenInputs(JsonGenerator out) throws IOException {
        if (!choices.open().isEmpty()) {
            out.writeArrayFieldStart("inputs");
            for (Input input : choices.open()) {
                input.write(out);
            }
            out.writeEndArray();
        }
    }

    private static void writeAbout(JsonGenerator out, Details details) throws IOException {
        out.writeObjectFieldStart("about");
        if (details.documentation().isPresent()) {
            out.writeStringField("documentation", details.documentation().get().toString());
        }
        if (details.console().isPresent()) {
            out.writeStringField("console", details.console().get().toString());
        }
        if (!details.notes().isEmpty()) {
            writeTexts(out, "notes", details.notes());
        }
        if (details.provenance().isPresent()) {
            writeProvenance(out, details.provenance().get());
        }
        out.writeEndObject();
    }

    private static void writeProvenance(JsonGenerator out, Provenance provenance) throws IOException {
        out.writeStringField("confidence", provenance.confidence().name().toLowerCase(Locale.ROOT));
        out.writeNumberField("agreement", provenance.agreement());
        out.writeStringField("checked", provenance.checked().toString());
    }

    private Map<String, String> values() {
        var values = new HashMap<>(choices.values());
        choices.dataCenter().ifPresent(home -> values.putAll(DataCenterPlaces.of(home)));
        choices.client().ifPresent(client -> values.put(Blueprint.CLIENT_ID, client.id()));
        return values;
    }

    private void writeAuthentication(JsonGenerator out, Map<String, Node> members, Map<String, String> values)
            throws IOException {
        out.writeStartObject();
        for (var member : members.entrySet()) {
            out.writeFieldName(member.getKey());
            if (member.getKey().equals("settings")) {
                writeSettings(out, member.getValue().members(), values);
            } else {
                writeNode(out, member.getValue(), values);
            }
        }
        out.writeEndObject();
    }

    private void writeSettings(JsonGenerator out, Map<String, Node> settings, Map<String, String> values)
            throws IOException {
        out.writeStartObject();
        boolean isPublic =
                choices.client().filter(client -> client.secret().isEmpty()).isPresent();
        for (var member : settings.entrySet()) {
            if (!isPublic || !NOT_OF_PUBLIC_CLIENTS.contains(member.getKey())) {
                writeMember(out, member.getKey(), member.getValue(), values);
            }
        }
        if (blueprint.needsClient() && blueprint.details().console().isPresent()) {
            out.writeStringField("console", blueprint.details().console().get().toString());
        }
        if (choices.client().isPresent()) {
            writeClient(out, choices.client().get());
        }
        out.writeEndObject();
    }

    private static void writeClient(JsonGenerator out, Client client) throws IOException {
        out.writeStringField(Blueprint.CLIENT_ID, client.id());
        if (client.secret().isPresent()) {
            out.writeObjectFieldStart(Blueprint.CLIENT_SECRET);
            out.writeStringField("secret", Blueprint.CLIENT_SECRET); // its name; the secret itself travels apart
            out.writeEndObject();
        }
    }

    private void writeNode(JsonGenerator out, Node node, Map<String, String> values) throws IOException {
        if (node.isObject()) {
            out.writeStartObject();
            for (var member : node.members().entrySet()) {
                writeMember(out, member.getKey(), member.getValue(), values);
            }
            out.writeEndObject();
        } else if (node.isArray()) {
            out.writeStartArray();
            for (Node element : node.elements()) {
                writeNode(out, element, values);
            }
            out.writeEndArray();
        } else {
            writeScalar(out, node.value(), values);
        }
    }

    /** Writes a member; one that is named by a place of data centres becomes one member of each. */
    private void writeMember(JsonGenerator out, String name, Node value, Map<String, String> values)
            throws IOException {
        if (lacksAnInput(value, values)) {
            return;
        }
        var template = new Template(name);
        if (template.places().isEmpty()) {
            out.writeFieldName(name);
            writeNode(out, value, values);
            return;
        }
        for (DataCenter each : DataCenter.values()) {
            var there = new HashMap<>(values);
            there.putAll(DataCenterPlaces.of(each));
            out.writeFieldName(template.expand(there));
            writeNode(out, value, there);
        }
    }

    /** Tells whether a member has the place of an optional input that was not given. */
    private boolean lacksAnInput(Node value, Map<String, String> values) {
        return value.value() instanceof String text
                && new Template(text)
                        .places().stream()
                                .anyMatch(place -> !values.containsKey(place)
                                        && blueprint
                                                .input(place)
                                                .filter(input -> !choices.open().contains(input))
                                                .isPresent());
    }

    private static void writeScalar(JsonGenerator out, Object value, Map<String, String> values) throws IOException {
        if (value instanceof String text) {
            out.writeString(new Template(text).expand(values));
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else {
            out.writeNull();
        }
    }

    private static void writeTexts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
