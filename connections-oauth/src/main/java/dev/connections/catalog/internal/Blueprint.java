package dev.connections.catalog.internal;

import dev.connections.Field;
import dev.connections.catalog.DataCenter;
import dev.connections.catalog.ServiceCatalog.Provenance;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A catalogue entry, checked: a service document with places to fill in.
 *
 * @param heading what it is called
 * @param details what else a catalogue shows
 * @param inputs what must be known before its addresses are complete
 * @param hasDataCenters whether it is one of Zoho's, which have a host for each data centre
 * @param document the members of the service document, with templates
 * @param written the whole entry, for those that extend it
 */
record Blueprint(
        Heading heading,
        Details details,
        List<Input> inputs,
        boolean hasDataCenters,
        Map<String, Node> document,
        Node written) {
    static final String DATA_CENTER = "data_center";
    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";
    static final String RESOURCE_SERVER = "resource_server";
    static final String RESOURCE_SERVERS = "resource_servers";
    private static final Set<String> OF_CLIENTS = Set.of("oauth2", "oauth1");

    Blueprint {
        inputs = List.copyOf(inputs);
    }

    /**
     * What else a catalogue shows.
     *
     * @param notes what a person should know before connecting, a sentence each
     * @param provenance how sure the facts are
     * @param documentation the service's own pages
     * @param console where clients are registered
     * @param replaces whether it may take another entry's place
     */
    record Details(
            List<String> notes,
            Optional<Provenance> provenance,
            Optional<URI> documentation,
            Optional<URI> console,
            boolean replaces) {
        Details {
            notes = List.copyOf(notes);
        }
    }

    boolean needsClient() {
        return OF_CLIENTS.contains(heading.authenticationType());
    }

    boolean needsResourceServers() {
        return !document.containsKey(RESOURCE_SERVERS);
    }

    Optional<Input> input(String name) {
        return inputs.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    List<Field> fields() {
        var fields = new ArrayList<Field>();
        inputs.forEach(input -> fields.add(input.field()));
        if (hasDataCenters) {
            fields.add(new Field(DATA_CENTER, "Data center", false, true, dataCenters()));
        }
        if (needsClient()) {
            fields.add(Field.text(CLIENT_ID, "Client ID"));
            fields.add(Field.secret(CLIENT_SECRET, "Client secret"));
        }
        if (needsResourceServers()) {
            fields.add(Field.text(RESOURCE_SERVER, "API address"));
        }
        return List.copyOf(fields);
    }

    static List<String> dataCenters() {
        return Stream.of(DataCenter.values()).map(Enum::name).toList();
    }
}
