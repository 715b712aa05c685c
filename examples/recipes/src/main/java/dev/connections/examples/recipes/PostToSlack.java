package dev.connections.examples.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.catalog.DefaultServices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Scanner;

/** How do I test code that calls a provider? It takes a {@link Connection}, and its test has a mock of the provider. */
public final class PostToSlack {
    private PostToSlack() {}

    /**
     * Connects, and posts a message.
     *
     * @param arguments the client id, the file with its secret, and the channel
     * @throws Exception if Slack cannot be reached
     */
    public static void main(String[] arguments) throws Exception {
        var slack = DefaultServices.SLACK.client(arguments[0], Secret.fromFile(Path.of(arguments[1])));
        try (Connections connections = Connections.inMemory()) {
            var chat = connections.shared(slack.connection("Team chat").withScopes("chat:write"));
            var request = chat.authorize().begin("https://app.example.com/callback");
            System.out.println("Open " + request.uri() + " and type where it leads to:");
            var unused =
                    chat.authorize().complete(URI.create(new Scanner(System.in, UTF_8).nextLine()), request.state());
            System.out.println(post(chat, arguments[2], "Hello"));
        }
    }

    /** Returns what Slack answered, which says no with status 200, too. */
    static String post(Connection slack, String channel, String text) throws IOException, InterruptedException {
        URI target = slack.resolve("chat.postMessage");
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"channel\":\"" + channel + "\",\"text\":\"" + text + "\"}"));
        slack.credentialsFor(target).applyTo(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
