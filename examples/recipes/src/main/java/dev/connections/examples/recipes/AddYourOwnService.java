package dev.connections.examples.recipes;

import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.DirectFlow;
import dev.connections.Service;
import dev.connections.catalog.ServiceCatalog;
import java.nio.file.Path;
import java.util.Map;

/** How do I add a service of my own to the catalogue, and connect it by its name? */
public final class AddYourOwnService {
    private AddYourOwnService() {}

    /**
     * Prints what the service asks for.
     *
     * @param arguments the catalogue file and the link name of a service in it
     */
    public static void main(String[] arguments) {
        ServiceCatalog catalog = ServiceCatalog.bundled().withFile(Path.of(arguments[0]));
        catalog.get(arguments[1]).fields().forEach(field -> System.out.println(field.displayName()));
    }

    /** What a page does: show a form for {@code fields()}, and hand over what was typed. */
    static Connection connect(Connections connections, Path file, Map<String, String> typed) {
        ServiceCatalog.Entry acme = ServiceCatalog.bundled().withFile(file).get("acme_desk");
        Service<?> service = acme.withValues(Map.of("subdomain", "berlin"));
        var desk = connections.shared(service.connection("Acme desk"));
        if (desk.authorize() instanceof DirectFlow<?> flow) {
            var unused = flow.withValues(typed);
        }
        return desk;
    }
}
