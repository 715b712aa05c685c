package dev.connections.examples.quickstart;

import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.oauth.LoopbackReceiver;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A real server, and the user's own browser, which comes back to a loopback address (RFC 8252). */
record RealServer(Arguments arguments, Console console, LoopbackReceiver receiver) implements Server {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static RealServer of(Arguments arguments, Console console) {
        return new RealServer(arguments, console, LoopbackReceiver.open());
    }

    @Override
    public Service<RedirectFlow> service() {
        URI resource = resource();
        var named = Service.custom("Acme Helpdesk");
        return (plain(resource) ? named.withPlainHttpForLoopbackTestsOnly() : named)
                .resourceServers(resource.getScheme() + "://" + resource.getRawAuthority())
                .authentication(strategy());
    }

    private OAuth2Strategy<RedirectFlow> strategy() {
        String issuer = arguments.required("--issuer");
        var code = OAuth2.authorizationCode();
        var discovered = (plain(URI.create(issuer)) ? code.withPlainHttpForLoopbackTestsOnly() : code).issuer(issuer);
        String clientId = arguments.required("--client-id");
        return arguments
                .first("--client-secret-env")
                .map(variable -> discovered.client(clientId, Secret.fromEnvironment(variable)))
                .orElseGet(() -> discovered.publicClient(clientId));
    }

    private static boolean plain(URI uri) {
        return "http".equals(uri.getScheme());
    }

    @Override
    public String redirectUri() {
        return receiver.redirectUri();
    }

    @Override
    public URI signIn(URI authorizationRequest) {
        console.say("open this address if no browser opens by itself:");
        console.say(authorizationRequest.toString());
        open(authorizationRequest);
        return receiver.await(PATIENCE);
    }

    private static void open(URI page) {
        try {
            if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
                Desktop.getDesktop().browse(page);
            }
        } catch (IOException | UnsupportedOperationException e) {
            return; // the address is printed
        }
    }

    @Override
    public URI resource() {
        return URI.create(arguments.required("--resource"));
    }

    @Override
    public String heard() {
        return "(its log is on the other side)";
    }

    @Override
    public void close() {
        receiver.close();
    }
}
