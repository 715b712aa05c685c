package dev.connections.examples.recipes;

import dev.connections.Basic;
import dev.connections.BasicCredential;
import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.Service;
import java.net.URI;
import java.net.http.HttpRequest;

/** How do I define a service with user name and password, ask for them under its own labels, and check them first? */
public final class DefineBasicService {
    private DefineBasicService() {}

    /**
     * Connects, and builds a request of the JDK's own client.
     *
     * @param arguments the service's address, the user and the password
     */
    public static void main(String[] arguments) {
        var erp = Service.custom("Legacy ERP")
                .resourceServers(arguments[0])
                .authentication(Basic.fields(Field.text("api_user", "API user"), Field.secret("api_key", "API key")))
                .withProbe("GET", "/me"); // values that it refuses are not saved
        try (Connections connections = Connections.inMemory()) {
            var main = connections.shared(erp.connection("ERP main"));
            var unused = main.authorize().with(new BasicCredential(arguments[1], Secret.of(arguments[2])));
            System.out.println(request(main).uri());
        }
    }

    static HttpRequest request(Connection erp) {
        URI orders = erp.resolve("/orders?page=1");
        HttpRequest.Builder request = HttpRequest.newBuilder(orders);
        erp.credentialsFor(orders).applyTo(request::header);
        return request.build();
    }
}
