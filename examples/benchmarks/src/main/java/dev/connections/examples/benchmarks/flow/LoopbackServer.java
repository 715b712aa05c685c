package dev.connections.examples.benchmarks.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/**
 * Answers every POST with the same token response and every GET with an empty object, on a port of its own. It allocates
 * nothing for a request, so that a benchmark in the same JVM counts the bytes of the client only.
 */
public final class LoopbackServer implements AutoCloseable {
    /** What a token endpoint says. */
    public static final String TOKEN_RESPONSE = """
            {"access_token":"1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf7c1a2","refresh_token":\
            "1000.dd7exxxxxxxxxxxxxxxxxxxxxxxx9bb8.b6c0xxxxxxxxxxxxxxxxxxx","scope":"leads.read users.read",\
            "api_domain":"https://www.api.example","token_type":"Bearer","expires_in":3600}""";

    private final ServerSocket socket;
    private final Observer observer;

    /** Hears of each GET, on the server's thread. */
    @FunctionalInterface
    public interface Observer {
        /** A request for the resource is there, whole. */
        void resourceAsked(HttpRequestBuffer request);
    }

    private LoopbackServer(ServerSocket socket, Observer observer) {
        this.socket = socket;
        this.observer = observer;
    }

    /** Starts a server. */
    public static LoopbackServer start(Observer observer) {
        try {
            var server = new LoopbackServer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), observer);
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "loopback-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return a path on this server} */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                daemon(() -> serve(client));
            }
        } catch (SocketException closed) {
            // by close()
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        byte[] token = response(TOKEN_RESPONSE);
        byte[] resource = response("{}");
        var request = new HttpRequestBuffer();
        try (client) {
            while (request.readFrom(client.getInputStream())) {
                if (request.isPost()) {
                    client.getOutputStream().write(token);
                } else {
                    observer.resourceAsked(request);
                    client.getOutputStream().write(resource);
                }
            }
        } catch (IOException gone) {
            // the client went away
        }
    }

    private static byte[] response(String json) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nContent-Length: "
                        + json.length() + "\r\n\r\n" + json)
                .getBytes(US_ASCII);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
