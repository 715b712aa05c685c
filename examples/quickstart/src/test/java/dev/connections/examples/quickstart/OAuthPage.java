package dev.connections.examples.quickstart;

import dev.connections.Connections;
import dev.connections.DeviceFlow;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.testing.MockService;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import okhttp3.OkHttpClient;

/** What the code of a page finds around it. */
public abstract class OAuthPage implements AutoCloseable {
    private static final String ALICE = "alice@example.com";

    protected final Map<String, String> session = new HashMap<>();
    protected final Secret received = Secret.of("received-token");
    protected final String typed = "typed-password";
    protected Secret copied = Secret.of("nothing yet");
    protected Connections connections;
    protected OkHttpClient http;
    private final MutableClock clock = MutableClock.at("" + Instant.now());
    private MockService<?> mock;
    private HeardHttp heard;
    private Path folder;

    public abstract void run() throws Exception;

    final void open(MockService<?> service, HeardHttp proxy, Path files) {
        mock = service;
        heard = proxy;
        folder = files;
        http = new OkHttpClient.Builder().proxy(proxy.proxy()).build();
        connections = Connections.builder()
                .clock(clock)
                .ticker(clock)
                .httpClient(http)
                .build();
    }

    protected final URI browser(URI request) {
        sent(request);
        return mock.consent(request, ALICE);
    }

    protected final void sent(URI request) {
        heard.browser(request);
    }

    /** The user's own browser, which goes where it is sent. */
    protected final void browse(URI request) {
        URI callback = browser(request);
        var arrival = new Thread(() -> {
            try (var page = callback.toURL().openStream()) {
                var unused = page.readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        arrival.setDaemon(true);
        arrival.start();
    }

    protected final void copy(URI request) {
        String query = browser(request).getQuery();
        copied = Secret.of(query.replaceAll("(?:.*&)?code=([^&]*).*", "$1"));
    }

    protected final void show(DeviceFlow.Prompt prompt) {
        var unused = mock.consent(prompt.verificationUriComplete().orElseThrow(), ALICE);
    }

    @SuppressWarnings("unchecked")
    protected final void authorized(ManagedConnection<RedirectFlow> connection) {
        var unused = ((MockService<RedirectFlow>) mock).approve(connection, ALICE);
        heard.forget();
    }

    protected final void later(Duration time) {
        clock.advance(time);
    }

    protected final Secret secret() {
        return mock.clientSecret();
    }

    protected final Path folder() {
        return folder;
    }

    @Override
    public final void close() {
        connections.close();
    }
}
