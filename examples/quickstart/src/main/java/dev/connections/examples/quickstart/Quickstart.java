package dev.connections.examples.quickstart;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.PerUserConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.DefaultServices;
import dev.connections.http.CredentialInterceptor;
import dev.connections.manifest.ManifestException;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Runs the main job once: read a plugin manifest, define a default and a custom service, authorize, call, refresh, and put
 * both connectors into the manifest. Without arguments against a server of its own; see {@link Arguments} for a real one.
 */
public final class Quickstart {
    private static final String ZOHO_USER = "4241905";
    private static final int CALLERS = 8;

    private final Console console;
    private final Server server;
    private final MutableClock clock = MutableClock.at(Instant.now().toString());

    private Quickstart(Console console, Server server) {
        this.console = console;
        this.server = server;
    }

    /**
     * Runs the quickstart and ends the process with 0, or with 1 and the reason.
     *
     * @param arguments none, or those of {@link Arguments}
     */
    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        var console = new Console(out);
        try {
            Arguments parsed = Arguments.parse(arguments);
            try (Server server = parsed.real() ? RealServer.of(parsed, console) : EmbeddedServer.start()) {
                new Quickstart(console, server).run(parsed);
                return 0;
            }
        } catch (ConnectionException | ManifestException | IOException | IllegalArgumentException e) {
            console.say("Stopped: " + e.getMessage());
            return 1;
        }
    }

    private void run(Arguments arguments) throws IOException {
        console.title("Connections quickstart");
        var manifest = new ManifestSteps(console, arguments.manifest());
        manifest.read();
        try (Connections connections = Connections.builder().clock(clock).build()) {
            var github = defineDefaultService(connections);
            var helpdesk = defineCustomService(connections, arguments.scopes());
            authorize(helpdesk);
            call(helpdesk);
            expire(helpdesk);
            manifest.upsert(github, helpdesk, ZOHO_USER);
            manifest.showFinding();
            manifest.write();
        }
    }

    private PerUserConnection<RedirectFlow> defineDefaultService(Connections connections) {
        console.step("Define two services");
        var github = connections.perUser(DefaultServices.GITHUB
                .client("Iv1.0123456789abcdef", Secret.of("set-your-own-in-production"))
                .connection("GitHub issues")
                .withLinkName("github_issues")
                .withScopes("repo"));
        describe(github.definition().service());
        return github;
    }

    private ManagedConnection<RedirectFlow> defineCustomService(Connections connections, List<String> scopes) {
        var helpdesk = connections.shared(server.service()
                .connection("Acme Helpdesk")
                .withLinkName("acme_helpdesk")
                .withScopes(scopes.toArray(String[]::new)));
        describe(helpdesk.definition().service());
        return helpdesk;
    }

    private void describe(Service<?> service) {
        console.say((service.custom() ? "custom   " : "default  ") + service.name() + " (" + service.linkName() + ", "
                + service.authenticationType() + "), credentials go to "
                + String.join(", ", service.resourceServers()));
    }

    private void authorize(ManagedConnection<RedirectFlow> helpdesk) {
        console.step("Authorize Acme Helpdesk with a code and PKCE");
        console.say("register this redirect URI there: " + server.redirectUri());
        AuthorizationRequest request = helpdesk.authorize().begin(server.redirectUri());
        console.say("the browser goes to " + Console.endpoint(request.uri()));

        URI callback = server.signIn(request.uri());
        Authorization authorization = helpdesk.authorize().complete(callback, request.state());

        console.say(authorization.status() + " as \""
                + authorization.account().orElseThrow().name() + "\", scopes "
                + String.join(" ", authorization.grantedScopes()));
    }

    private void call(ManagedConnection<RedirectFlow> helpdesk) throws IOException {
        console.step("Make an authorized call");
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(helpdesk))
                .build();
        Request request =
                new Request.Builder().url(server.resource().toString()).build();
        try (Response response = http.newCall(request).execute()) {
            console.say("GET " + server.resource() + " -> " + response.code() + " "
                    + response.peekBody(120).string().strip());
        }
    }

    private void expire(ManagedConnection<RedirectFlow> helpdesk) {
        console.step("Let the token expire, and ask for it from " + CALLERS + " threads at once");
        clock.advance(Duration.ofHours(24));
        long answers = IntStream.range(0, CALLERS)
                .parallel()
                .mapToObj(caller -> helpdesk.credentialsFor(server.resource()))
                .distinct()
                .count();
        console.say(CALLERS + " callers shared " + answers + " new access token");
        console.say("the token endpoint heard: " + server.heard());
    }
}
