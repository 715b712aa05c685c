package dev.connections.oauth;

import dev.connections.oauth.internal.loopback.SocketReceiver;
import java.net.URI;
import java.time.Duration;

/**
 * Receives the redirect of one authorization on this machine, for a desktop tool or a build plugin.
 *
 * <pre>{@code
 * try (LoopbackReceiver receiver = LoopbackReceiver.open()) {
 *     AuthorizationRequest request = connection.authorize().begin(receiver.redirectUri());
 *     openBrowser(request.uri());
 *     connection.authorize().complete(receiver.await(Duration.ofMinutes(5)), request.state());
 * }
 * }</pre>
 *
 * <p>Listens on 127.0.0.1 alone, on a port the system chooses, for {@code GET} of one path; answers with a page that
 * repeats nothing it was sent, and closes after the first callback. Starts no thread: requests are served while
 * {@link #await} blocks. Confined to one thread; {@link #close()} may be called from any.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.3">RFC 8252, section 7.3</a>
 */
public interface LoopbackReceiver extends AutoCloseable {
    /**
     * Opens a receiver on a free port.
     *
     * @return the receiver
     * @throws dev.connections.ConnectionConfigurationException if the machine lets nobody listen on 127.0.0.1
     *     ({@code loopback_unavailable})
     */
    static LoopbackReceiver open() {
        return SocketReceiver.open();
    }

    /** {@return the redirect URI to begin with: <code>http://127.0.0.1:{port}/callback</code>} */
    String redirectUri();

    /**
     * Waits for the callback. Blocks.
     *
     * @param limit how long to wait; positive
     * @return the URI that the browser was sent to, with its query
     * @throws dev.connections.ConnectionCancelledException if nothing arrived in time ({@code callback_timeout}), the
     *     thread was interrupted ({@code interrupted}) or the receiver is closed ({@code closed})
     */
    URI await(Duration limit);

    /** Stops listening; waiting ends with {@code closed}. Idempotent. */
    @Override
    void close();
}
