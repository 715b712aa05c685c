package dev.connections.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How code that calls a provider is tested: the catalogue's own entry, and a mock that behaves like the provider. */
class PostToSlackTest {
    @RegisterExtension
    final MockService<RedirectFlow> slack = MockService.slack(); // loopback, random port

    private final Connections connections = Connections.inMemory();
    private ManagedConnection<RedirectFlow> chat;

    @BeforeEach
    void authorize() {
        chat = connections.shared(slack.service().connection("Team chat").withScopes("chat:write"));
        slack.approve(chat, "alice@example.com");
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void postsWithTheBotsToken() throws Exception {
        slack.serving("chat.postMessage", "{\"ok\":true,\"ts\":\"1503435956.000247\"}");

        String answer = PostToSlack.post(chat, "C024BE91L", "Hello");

        assertThat(answer).contains("\"ok\":true");
        assertThat(slack.resourceRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.carried(slack.secretOf("alice@example.com")))
                        .isTrue());
    }

    @Test
    void readsThatSlackSaysNoWithStatus200() throws Exception {
        slack.expireTokens();

        assertThat(PostToSlack.post(chat, "C024BE91L", "Hello")).contains("\"error\":\"token_expired\"");
    }
}
