package dev.connections.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/** A server on a loopback port that reads requests and answers with scripted bytes; it keeps what it read. */
final class RawServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ServerSocket listener;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What happens after each request. */
    interface Script {
        /** Answers the request of this number, counted from 1. */
        void answer(RawServer server, Socket connection, int number) throws IOException;
    }

    private RawServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
    }

    static RawServer playing(Script script) {
        return playing(ServerSocketFactory.getDefault(), script);
    }

    static RawServer playing(ServerSocketFactory sockets, Script script) {
        try {
            var server = new RawServer(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
            server.daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers every request with the same text; {@code \n} becomes CRLF up to the empty line. */
    static RawServer answering(String response) {
        return playing((server, connection, number) -> write(connection, response));
    }

    static void write(Socket connection, String response) throws IOException {
        int end = response.indexOf("\n\n") + 2;
        String head = response.substring(0, end).replace("\n", "\r\n");
        connection.getOutputStream().write((head + response.substring(end)).getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    /** Makes the next close a reset. */
    static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    /** Answers nothing for as long as the test runs. */
    void hang() {
        hang(Duration.ofMinutes(1));
    }

    /** Answers nothing for a while, or until the test ends. */
    void hang(Duration atMost) {
        try {
            closing.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void daemon(Runnable work) {
        var thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            for (String request = read(connection.getInputStream());
                    !request.isEmpty();
                    request = read(connection.getInputStream())) {
                requests.add(request);
                script.answer(this, connection, requests.size());
            }
        } catch (IOException gone) {
            // The client or the script ended the connection.
        }
    }

    private static String read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
        head.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    int port() {
        return listener.getLocalPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    int connections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
