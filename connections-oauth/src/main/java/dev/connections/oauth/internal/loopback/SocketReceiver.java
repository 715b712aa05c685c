package dev.connections.oauth.internal.loopback;

import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.oauth.LoopbackReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Serves on the thread that waits, with one selector.
 *
 * <p>The JDK's own HTTP server was rejected: its limits on connections and on slow clients are system properties of the
 * whole JVM, and it would need threads of ours.
 */
public final class SocketReceiver implements LoopbackReceiver {
    private static final int MOST_CONNECTIONS = 16;
    private static final Duration LONGEST_HEAD_WAIT = Duration.ofSeconds(5);
    private static final Duration LOOK_AROUND = Duration.ofMillis(250); // how late a slow client may be cut off

    private final ServerSocketChannel server;
    private final Selector selector;
    private final Duration headWait;
    private final String authority;
    private final ArrayDeque<Conversation> conversations = new ArrayDeque<>();

    private SocketReceiver(ServerSocketChannel server, Selector selector, Duration headWait) throws IOException {
        this.server = server;
        this.selector = selector;
        this.headWait = headWait;
        authority = "127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Opens a receiver. */
    public static LoopbackReceiver open() {
        return open(LONGEST_HEAD_WAIT);
    }

    /** Opens a receiver that waits so long for a request to be complete. */
    static LoopbackReceiver open(Duration headWait) {
        try {
            InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(loopback, 0), MOST_CONNECTIONS);
            return new SocketReceiver(server, Selector.open(), headWait);
        } catch (IOException refused) {
            throw new ConnectionConfigurationException(
                    "loopback_unavailable",
                    "nobody may listen on 127.0.0.1 here; use a redirect URI of your own server instead",
                    refused);
        }
    }

    @Override
    public String redirectUri() {
        return "http://" + authority + Request.PATH;
    }

    @Override
    public URI await(Duration limit) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < limit.toNanos()) {
            Optional<URI> callback = serve();
            if (callback.isPresent()) {
                close();
                return callback.get();
            }
        }
        throw cancelled("callback_timeout", "no callback arrived within " + limit + "; begin the authorization again");
    }

    @Override
    public void close() {
        closeQuietly(server);
        closeQuietly(selector);
    }

    private Optional<URI> serve() {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled("interrupted", "waiting for the callback was interrupted; begin the authorization again");
        }
        if (!selector.isOpen()) {
            endConversations();
            throw cancelled("closed", "the receiver is closed; open another one");
        }
        try {
            selector.select(LOOK_AROUND.toMillis());
            endLate(System.nanoTime());
            return attendAll();
        } catch (IOException | ClosedSelectorException closed) { // the next round tells why
            return Optional.empty();
        }
    }

    private Optional<URI> attendAll() throws IOException {
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
            SelectionKey key = ready.next();
            ready.remove();
            Optional<URI> callback = attend(key);
            if (callback.isPresent()) {
                return callback;
            }
        }
        return Optional.empty();
    }

    private Optional<URI> attend(SelectionKey key) throws IOException {
        if (!key.isValid()) {
            return Optional.empty();
        }
        if (key.isAcceptable()) {
            accept();
            return Optional.empty();
        }
        return hear((Conversation) key.attachment());
    }

    private void accept() throws IOException {
        SocketChannel channel = server.accept();
        if (channel == null) {
            return;
        }
        if (conversations.size() >= MOST_CONNECTIONS) { // a browser speaks at once; who has waited longest is none
            conversations.removeFirst().close();
        }
        var conversation = new Conversation(channel, System.nanoTime() + headWait.toNanos());
        conversations.addLast(conversation);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, conversation);
    }

    private Optional<URI> hear(Conversation conversation) {
        try {
            Optional<Request> request = conversation.read().map(head -> Request.of(head, authority));
            request.ifPresent(heard -> {
                conversation.answer(heard.page());
                conversations.remove(conversation);
            });
            return request.flatMap(Request::callback);
        } catch (IOException gone) { // this client's matter; the wait goes on for the others
            conversation.close();
            conversations.remove(conversation);
            return Optional.empty();
        }
    }

    private void endLate(long nanos) {
        conversations.removeIf(each -> {
            if (each.isLate(nanos)) {
                each.close();
            }
            return each.isLate(nanos);
        });
    }

    private void endConversations() {
        conversations.forEach(Conversation::close);
        conversations.clear();
    }

    private static ConnectionCancelledException cancelled(String code, String message) {
        return new ConnectionCancelledException(code, message, null);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) { // nothing depends on it any more
            return;
        }
    }
}
